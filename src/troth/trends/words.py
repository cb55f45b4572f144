"""The words that a probability may be given, tied to .80 and .95, the same for every language."""

from typing import Literal

Word = Literal[
    "clearly higher", "probably higher", "no clear change", "probably lower", "clearly lower", "not enough yet",
]  # fmt: skip
Show = Literal["none", "faint", "full"]
CLEARLY, PROBABLY = 0.95, 0.80


def word_for(p_higher: float, difference: float, *, least: float) -> Word:
    """Say how a probability and a difference are called; ``clearly`` needs a difference of at least ``least``."""
    if p_higher >= CLEARLY and difference >= least:
        return "clearly higher"
    if p_higher >= PROBABLY:
        return "probably higher"
    if p_higher <= 1 - CLEARLY and difference <= -least:
        return "clearly lower"
    # 1 − .80 is a hair below .20 in floating point.
    return "probably lower" if p_higher <= 1 - PROBABLY + 1e-15 else "no clear change"


def show_for(count: int) -> Show:
    """Say how a figure of so many answers is shown: not at all, faint, or in full."""
    if count < 3:
        return "none"
    return "faint" if count < 5 else "full"
