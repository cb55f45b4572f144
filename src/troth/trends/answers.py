"""What comes out: frozen values whose fields are named like the keys of the command lines."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from troth.trends.inputs import Prior
from troth.trends.words import Show, Word
from troth.values import Dimension, Size


@dataclass(frozen=True, slots=True)
class Group:
    """Reliability within one dimension or size: mean and 80 % interval in shares kept, evidence in medium promises."""

    mean: float
    low: float
    high: float
    n: float
    n_eff: float


@dataclass(frozen=True, slots=True)
class Bound:
    """Where the mean would be if all overdue promises had failed, and if all had been kept."""

    low: float
    high: float
    weight: float
    matters: bool


@dataclass(frozen=True, slots=True)
class Repair:
    """Share of missed promises that were made good within 7 days."""

    mean: float
    low: float
    high: float
    n: float


@dataclass(frozen=True, slots=True)
class ReliabilityChange:
    """The last 60 days beside the 120 before them; ``now`` and ``then`` are counts of promises."""

    word: Word
    p_higher: float | None
    now: int
    then: int


@dataclass(frozen=True, slots=True)
class Calibration:
    """How sure I was against what happened. ``overconfidence`` above 0: surer than right."""

    brier: float
    overconfidence: float
    n: int


@dataclass(frozen=True, slots=True)
class Reliability:
    """How far my own promises held lately. Shares from 0 to 1; evidence in medium promises."""

    at: datetime
    mean: float
    low: float
    high: float
    n: float
    n_eff: float
    ignorance: float
    resolved: int
    neutral: int
    open: int
    overdue: int
    show: Show
    bound: Bound
    repair: Repair
    dimensions: Mapping[Dimension, Group]
    sizes: Mapping[Size, Group]
    change: ReliabilityChange
    calibration: Calibration | None


@dataclass(frozen=True, slots=True)
class Days:
    """One-day blocks counted back from the moment of the answer: all, and those with a rating."""

    span: int
    answered: int


@dataclass(frozen=True, slots=True)
class ScaleUse:
    """Share of ratings at either end of the scale; ``full`` means that small changes cannot be seen."""

    share_at_ends: float
    full: bool


@dataclass(frozen=True, slots=True)
class Level:
    """Felt trust, 0 to 10, with its 80 % interval."""

    mean: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Window:
    """A window and how many ratings lie in it."""

    start: datetime | None
    end: datetime | None
    n: int


@dataclass(frozen=True, slots=True)
class Comparison:
    """The recent window beside the first one; ``None`` wherever there is not enough yet."""

    word: Word
    p_higher: float | None
    difference: float | None
    low: float | None
    high: float | None
    baseline: Window
    recent: Window
    missing_recent: float | None
    p_higher_if_missing_lower: float | None
    word_if_missing_lower: Word | None


@dataclass(frozen=True, slots=True)
class Change:
    """Whether something sudden and downward lies in the last three weeks; dates only as a range."""

    say: bool
    ask: bool
    p_recent: float | None
    p_down: float | None
    from_: datetime | None
    to: datetime | None


@dataclass(frozen=True, slots=True)
class Trend:
    """Felt trust at a moment: level, comparison with the start, check for a sudden change."""

    prior: Prior
    at: datetime
    n: int
    ignored: int
    first: datetime | None
    last: datetime | None
    days: Days
    scale: ScaleUse
    show: Show
    level: Level | None
    compare: Comparison
    change: Change


@dataclass(frozen=True, slots=True)
class Band:
    """Felt trust at the end of one day, given all ratings, with its 80 % band."""

    at: datetime
    mean: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class TrendStep:
    """One rating and what was expected of it from the earlier ones; ``p`` is the distribution function there."""

    at: datetime
    rating: float
    mean: float
    log_density: float
    p: float


@dataclass(frozen=True, slots=True)
class TrendScore:
    """How well each rating was foreseen from the earlier ones."""

    n: int
    log_density: float | None
    cover_90: float | None
    cover_50: float | None
    mae: float | None
    steps: tuple[TrendStep, ...]


@dataclass(frozen=True, slots=True)
class ReliabilityStep:
    """One promise: the share foreseen from the earlier ones, and its credit."""

    at: datetime
    predicted: float
    credit: float


@dataclass(frozen=True, slots=True)
class ReliabilityScore:
    """How well each promise was foreseen from the earlier ones."""

    n: int
    log_loss: float | None
    brier: float | None
    steps: tuple[ReliabilityStep, ...]


Score = TrendScore | ReliabilityScore
Verdict = Literal["higher", "lower", "within measurement error"]
ActKind = Literal["kept", "missed", "repair"]
When = Literal["same day", "carried over"]


@dataclass(frozen=True, slots=True)
class ReliableChange:
    """A difference of two questionnaire scores beside what measurement error alone would give."""

    difference: float
    se: float
    index: float
    cut: float
    low: float
    high: float
    verdict: Verdict
    reliability: float


@dataclass(frozen=True, slots=True)
class Link:
    """How one kind of act and felt trust go together, in SDs of trust per SD of act; never a cause.

    beta, se : as estimated; shrunk, sd : after shrinkage; p_sign : probability of its sign; say : may be spoken of
    """

    act: ActKind
    when: When
    n: int
    beta: float
    se: float
    shrunk: float
    sd: float
    p_sign: float
    say: bool
