"""Run one function in another process, on a home of its own with a real database, and take its answer.

The test run has its own settings and test database; here the program's real settings read the options of a `Place`.
"""

import importlib
import json
import subprocess
import sys
from collections.abc import Mapping
from typing import Any

import django

from tests.prove.altered import alter
from tests.prove.server import ROOT, Place


def apart(
    target: str,
    *,
    place: Place,
    options: Mapping[str, str] | None = None,
    altered: str = "",
    limit_s: float = 900,
    **given: Any,
) -> Any:
    """Call `module:function(**given)` in a process of its own after the home was opened; return what it returned.

    Arguments and answer travel as JSON. A fault there fails here with its last line. `altered` names a deliberately
    wrong setting of `altered.py`.
    """
    done = subprocess.run(
        [sys.executable, "-m", "tests.prove.apart", target, json.dumps(given), altered],
        env=place.environment({"DJANGO_SETTINGS_MODULE": "troth.app.settings", **(options or {})}),
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=limit_s,
        check=False,
    )
    with place.log.open("a") as log:
        log.write(done.stderr)
    if done.returncode:
        raise AssertionError(
            f"{target} ended with {done.returncode}: {(done.stderr.strip().splitlines() or [''])[-1]}"
        )
    return json.loads(done.stdout.splitlines()[-1])


def main(target: str, given: str, altered: str) -> None:
    """Open the home, call the function, print its answer as the last line."""
    if altered:
        alter(altered)
    django.setup()
    importlib.import_module("troth.app.start").open_home()
    module, _, name = target.partition(":")
    answer = getattr(importlib.import_module(module), name)(**json.loads(given))
    print("\n" + json.dumps(answer))


if __name__ == "__main__":
    main(*sys.argv[1:])
