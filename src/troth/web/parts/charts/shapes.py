"""What a chart shows, before it is drawn. Words come in translated; numbers are what they mean on the axis."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, kw_only=True, slots=True)
class Dot:
    """One answer on a day."""

    on: date
    value: float


@dataclass(frozen=True, kw_only=True, slots=True)
class Level:
    """Where something most likely stood on a day: the middle, and the two ends of its band."""

    on: date
    mean: float
    low: float
    high: float


@dataclass(frozen=True, kw_only=True, slots=True, repr=False)
class Mark:
    """Something that happened on a day: a dashed line and its words."""

    on: date
    words: str


@dataclass(frozen=True, kw_only=True, slots=True, repr=False)
class OverTime:
    """Dots, a band and events along the days; what lies between two stretches of the band is a gap and stays one."""

    title: str
    says: str
    dots: tuple[Dot, ...]
    levels: tuple[Level, ...] = ()
    marks: tuple[Mark, ...] = ()
    low: float = 0
    high: float = 10
    first: date | None = None
    last: date | None = None


@dataclass(frozen=True, kw_only=True, slots=True, repr=False)
class Range:
    """One line of ranges: from low to high, most likely in the middle. Faint where it rests on little."""

    label: str
    low: float
    mid: float
    high: float
    is_faint: bool = False


@dataclass(frozen=True, kw_only=True, slots=True, repr=False)
class Ranges:
    """Several ranges below each other on one axis, with words at its two ends."""

    title: str
    says: str
    rows: tuple[Range, ...]
    ends: tuple[str, str]
    low: float = 0
    high: float = 10


@dataclass(frozen=True, kw_only=True, slots=True, repr=False)
class Point:
    """One point on two axes, and how far off it may lie along each: half the width of its interval."""

    title: str
    says: str
    x: float
    y: float
    x_error: float
    y_error: float
    along: str
    up: str
    low: float
    high: float
