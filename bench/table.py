"""A line of figures: ours, the yardstick's, the ratio, the target, met or not."""

import sys
from collections.abc import Iterable
from dataclasses import dataclass

from bench.measure import Pair

WIDTHS = (62, 12, 12, 8, 8)
COLUMNS = 6
as_markdown = False  # rows for docs/performance.md: `python -m bench --markdown`


@dataclass(frozen=True)
class Line:
    """One comparison. `target` in words; without it the line is only printed."""

    what: str
    ours: str
    yardstick: str = ""
    ratio: float | None = None
    target: str = ""
    is_met: bool = False

    @property
    def verdict(self) -> str:
        return ("met" if self.is_met else "NOT MET") if self.target else ""


def timed(what: str, pair: Pair, *, most: float | None = None, count: int = 1) -> Line:
    """Make the line of two times; `count` is how many pieces of work each time holds."""
    return compared(what, shown(pair.ours / count), shown(pair.yardstick / count), pair.ratio, most)


def compared(what: str, ours: str, yardstick: str, ratio: float, most: float | None) -> Line:
    """Make a line whose target is a ratio."""
    if most is None:
        return Line(what, ours, yardstick, ratio)
    return Line(what, ours, yardstick, ratio, f"≤ {most:g}", ratio <= most)


def shown(seconds: float) -> str:
    """Write a time with the unit that fits."""
    if seconds < 1e-3:
        return f"{seconds * 1e6:.1f} µs"
    return f"{seconds * 1e3:.1f} ms" if seconds < 1 else f"{seconds:.2f} s"


def say(*cells: str) -> None:
    """Print one row in columns, or as a row of Markdown."""
    if as_markdown:
        cells = (*cells, *[""] * (COLUMNS - len(cells)))
        sys.stdout.write(f"| {' | '.join(cells)} |\n")
        sys.stdout.flush()
        return
    padded = (f"{cell:<{width}}" for cell, width in zip(cells, WIDTHS, strict=False))
    rest = " ".join(cells[len(WIDTHS) :])
    sys.stdout.write(" ".join((*padded, rest)).rstrip() + "\n")
    sys.stdout.flush()


def show(lines: Iterable[Line]) -> list[Line]:
    """Print lines as they come; return those that have a target."""
    aimed = []
    for line in lines:
        ratio = "" if line.ratio is None else f"{line.ratio:.2f}"
        say(line.what, line.ours, line.yardstick, ratio, line.target, line.verdict)
        if line.verdict:
            aimed.append(line)
    return aimed
