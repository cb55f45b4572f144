"""What comes in: promises, ratings, events, options. Each checks itself when it is made."""

from dataclasses import dataclass
from datetime import datetime
from math import isfinite
from typing import Literal, get_args

from troth.trends.moments import checked
from troth.values import DIMENSIONS, RESULTS, SIZES, Dimension, Result, Size

Rhythm = Literal["daily", "weekly"]
Prior = Literal["mood-1", "sceptical"]
EventKind = Literal["breach", "repair", "talk", "other"]
RHYTHMS: tuple[Rhythm, ...] = get_args(Rhythm)
PRIORS: tuple[Prior, ...] = get_args(Prior)
EVENT_KINDS: tuple[EventKind, ...] = get_args(EventKind)


def one_of(word: object, words: tuple[str, ...], *, name: str) -> None:
    """Refuse a word that is not in the list, without repeating it."""
    if word not in words:
        raise ValueError(f"{name}: expected {', '.join(words[:-1])} or {words[-1]}")


def number(value: object, *, name: str) -> float:
    """Return a finite number."""
    if isinstance(value, bool) or not isinstance(value, int | float) or not isfinite(value):
        raise ValueError(f"{name}: expected a number")
    return float(value)


@dataclass(frozen=True, slots=True)
class Promise:
    """Something I said I would do, and what became of it.

    due : when it was due
    outcome : ``kept`` (late if ``at`` is after ``due``), ``missed``, ``renegotiated`` or ``open``
    at : when that happened; ``None`` while open
    made : when it was given, or ``None`` if nobody knows
    size, dimension : how big; what keeping it shows, or ``None``
    repaired : when a missed one was acknowledged with an offer to make good, or ``None``
    sure : how sure the writer was when promising, 0 to 100 %, or ``None``
    id : a name of the caller's; never read, never shown
    """

    due: datetime
    outcome: Result
    at: datetime | None = None
    made: datetime | None = None
    size: Size = "medium"
    dimension: Dimension | None = None
    repaired: datetime | None = None
    sure: float | None = None
    id: str = ""

    def __post_init__(self) -> None:
        one_of(self.outcome, RESULTS, name="outcome")
        one_of(self.size, SIZES, name="size")
        if self.dimension is not None:
            one_of(self.dimension, DIMENSIONS, name="dimension")
        self._check_moments()
        self._check_repair()
        if self.sure is not None and not 0 <= number(self.sure, name="sure") <= 100:
            raise ValueError("sure: expected 0 to 100")

    def _check_moments(self) -> None:
        checked(self.due, name="due")
        if self.made is not None and self.due < checked(self.made, name="made"):
            raise ValueError("due: expected at or after made")
        if self.outcome == "open":
            if self.at is not None:
                raise ValueError("at: expected nothing while open")
        elif self.at is None:
            raise ValueError(f"at: expected the moment when it was {self.outcome}")
        else:
            checked(self.at, name="at")

    def _check_repair(self) -> None:
        if self.repaired is None:
            return
        if self.outcome != "missed" or self.at is None:
            raise ValueError("repaired: expected only where the outcome is missed")
        if checked(self.repaired, name="repaired") < self.at:
            raise ValueError("repaired: expected at or after at")


@dataclass(frozen=True, slots=True)
class Rating:
    """One answer about one's own felt trust, on the scale of the options."""

    at: datetime
    value: float

    def __post_init__(self) -> None:
        checked(self.at, name="at")
        number(self.value, name="rating")


@dataclass(frozen=True, slots=True)
class Event:
    """A logged moment. ``deception`` : no forecast of recovery is ever to be shown after it."""

    at: datetime
    kind: EventKind = "breach"
    deception: bool = False

    def __post_init__(self) -> None:
        checked(self.at, name="at")
        one_of(self.kind, EVENT_KINDS, name="kind")


@dataclass(frozen=True, slots=True, kw_only=True)
class ReliabilityOptions:
    """Priors and forgetting. A half-life of ``None`` is no forgetting of that kind.

    prior_mean, prior_weight : what is thought before any promise, and how many medium promises that is worth
    group_weight : the same weight within one dimension or size
    half_life_days, half_life_weight : forgetting in days, and in medium promises resolved since
    """

    prior_mean: float = 0.5
    prior_weight: float = 2.0
    group_weight: float = 4.0
    half_life_days: float | None = 60.0
    half_life_weight: float | None = 20.0

    def __post_init__(self) -> None:
        if not 0 < number(self.prior_mean, name="prior_mean") < 1:
            raise ValueError("prior_mean: expected between 0 and 1")
        for name in ("prior_weight", "group_weight", "half_life_days", "half_life_weight"):
            value = getattr(self, name)
            if value is None and name.startswith("half_life"):
                continue
            if number(value, name=name) <= 0:
                raise ValueError(f"{name}: expected more than 0")


@dataclass(frozen=True, slots=True, kw_only=True)
class TrendOptions:
    """Scale, rhythm, prior, windows.

    low, high : ends of the scale; ratings are mapped to 0 to 10 and everything that comes out is on 0 to 10
    rhythm : ``daily``, or ``weekly`` with longer windows
    prior : ``mood-1``, or ``sceptical`` with equal weights
    baseline : start and end of the first window, or ``None`` for the first 28 (weekly 84) days
    jumps : whether sudden changes at unknown moments are thought possible
    """

    low: float = 0.0
    high: float = 10.0
    rhythm: Rhythm = "daily"
    prior: Prior = "mood-1"
    baseline: tuple[datetime, datetime] | None = None
    jumps: bool = True

    def __post_init__(self) -> None:
        if number(self.low, name="low") >= number(self.high, name="high"):
            raise ValueError("scale: expected LOW below HIGH")
        one_of(self.rhythm, RHYTHMS, name="rhythm")
        one_of(self.prior, PRIORS, name="prior")
        if self.baseline is None:
            return
        if not isinstance(self.baseline, tuple) or len(self.baseline) != 2:
            raise ValueError("baseline: expected a start and an end")
        start, end = (checked(one, name="baseline") for one in self.baseline)
        if end <= start:
            raise ValueError("baseline: expected its end after its start")
