"""Run all parts, or those that are named: `python -m bench [--markdown] [PART …]`."""

import os
import sys
from importlib import import_module

from bench import home, table
from bench.table import say, show

# One core for everybody: numpy's threads would be counted as work of whoever happens to wake them.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
PARTS = (
    "sealing",
    "entries",
    "queries",
    "pages",
    "together",
    "start",
    "search",
    "charts",
    "scoring",
    "trends",
    "coach",
    "coach_exports",
)


def main(chosen: list[str]) -> int:
    """Print each part's lines; the parts are loaded once Django is set up."""
    table.as_markdown = "--markdown" in chosen
    chosen = [part for part in chosen if part != "--markdown"]
    unknown = set(chosen) - set(PARTS)
    if unknown:
        sys.stderr.write(f"{' '.join(sorted(unknown))}: no such part. There are: {', '.join(PARTS)}.\n")
        return 2
    home.make()
    aimed = []
    say("what", "ours", "yardstick", "ratio", "target", "")
    for part in chosen or PARTS:
        aimed += show(import_module(f"bench.{part}").lines())
    met = sum(line.verdict == "met" for line in aimed)
    say(f"{met} of {len(aimed)} targets met")
    return 0


sys.exit(main(sys.argv[1:]))
