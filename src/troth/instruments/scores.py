"""What comes out of scoring, as frozen values."""

from dataclasses import dataclass, field
from typing import Literal

from troth.instruments.model import Certainty, Direction, Instrument

ChangeState = Literal[
    "reliable-more", "reliable-less", "within-error", "moved-by-our-rule", "not-available", "never"
]
ScoreMethod = Literal["sum", "mean", "sum_scaled", "any_yes", "sum_prorated", "mean_of_answered"]


@dataclass(frozen=True, slots=True)
class Score:
    """One number and how it came about; `value` is None where it was refused, and `missing_reason` says why."""

    value: float | None
    answered: int
    of: int
    needed: int
    method: ScoreMethod | None
    direction: Direction
    high_means: str
    band: str | None
    missing_reason: Literal["too-few-answers", "not-assessed"] | None
    t_score: float | None
    reliability_type: str | None

    @property
    def is_complete(self) -> bool:
        """Whether every item was answered."""
        return self.answered == self.of and self.value is not None


@dataclass(frozen=True, slots=True)
class Reaction:
    """A fact for the safety room: this answer to this item."""

    reaction: Literal["partner-violence", "self-harm", "control"]
    item: int
    answer: int
    toward: Literal["self", "me", "other"]


@dataclass(frozen=True, slots=True)
class Scores:
    """All scores of one filled-in form. `definition` is what it was scored by."""

    instrument: str
    version: str
    validated: bool
    notice: str | None
    norm_group: str | None
    subscales: dict[str, Score]
    reactions: tuple[Reaction, ...]
    definition: Instrument = field(repr=False, compare=False)


@dataclass(frozen=True, slots=True)
class Change:
    """From one score to a later one. `attainable` is the smallest difference that counts as reliable."""

    state: ChangeState
    difference: float | None
    threshold: float | None = None
    attainable: float | None = None
    r: float | None = None
    reliability_type: str | None = None
    source: str | None = None


@dataclass(frozen=True, slots=True)
class Needed:
    """How large a change must be, by which rule."""

    kind: Literal["reliability", "published", "ours", "never", "not-available"]
    threshold: float | None = None
    attainable: float | None = None
    r: float | None = None
    reliability_type: str | None = None
    source: str | None = None


@dataclass(frozen=True, slots=True)
class Error:
    """The standard error of measurement, in points. `rough` where spread and reliability are of two samples."""

    sem: float
    sd: float
    r: float
    reliability_type: str
    interval_days: int | None
    source: str
    certainty: Certainty
    rough: bool


@dataclass(frozen=True, slots=True)
class AttachmentPoint:
    """Two dimensions, each with the interval that holds it 19 times of 20; never a type."""

    anxiety: float | None
    avoidance: float | None
    anxiety_interval: tuple[float, float] | None
    avoidance_interval: tuple[float, float] | None
    rough: bool


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a table, scored. `line` is where it stands in the file; the header is line 1."""

    line: int
    id: str | None
    answers: dict[int, int]
    scores: Scores


@dataclass(frozen=True, slots=True)
class ScaleSummary:
    """One subscale over many people. `alpha` is of complete rows only."""

    n: int
    missing: int
    mean: float | None
    sd: float | None
    alpha: float | None


@dataclass(frozen=True, slots=True)
class Summary:
    """All subscales over many people."""

    instrument: str
    n: int
    subscales: dict[str, ScaleSummary]
