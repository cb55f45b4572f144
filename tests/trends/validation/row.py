"""One line of the table."""

from dataclasses import dataclass

NOT_GIVEN = "not run: not given"


@dataclass(frozen=True)
class Row:
    """A check: its number in the specification, what was asked for, what was found. `met` None: only reported."""

    number: int
    check: str
    target: str
    found: str
    met: bool | None

    @property
    def verdict(self) -> str:
        if self.met is None:
            return "" if self.found == NOT_GIVEN else "reported"
        return "met" if self.met else "NOT MET"


def at_most(number: int, check: str, value: float, most: float, digits: int = 3) -> Row:
    """A row whose figure may not be above a target."""
    return Row(number, check, f"≤ {most:g}", f"{value:.{digits}f}", value <= most)


def at_least(number: int, check: str, value: float, least: float, digits: int = 3) -> Row:
    """A row whose figure may not be below a target."""
    return Row(number, check, f"≥ {least:g}", f"{value:.{digits}f}", value >= least)


def within(number: int, check: str, value: float, low: float, high: float, digits: int = 3) -> Row:
    """A row whose figure must lie between two."""
    return Row(number, check, f"{low:g} to {high:g}", f"{value:.{digits}f}", low <= value <= high)
