"""What a definition says, as frozen values. `loading` reads them from TOML; nothing else makes them."""

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from troth.instruments.plan import Plan, plan_of

Certainty = Literal["found", "secondary", "verify", "computed", "ours"]
Direction = Literal["higher-better", "lower-better", "neither"]
Method = Literal["sum", "mean", "sum_scaled", "any_yes"]
Origin = Literal["shipped", "user", "overlay"]

NOT_VALIDATED = (
    "Not a validated scale. Troth wrote these questions so that you can look back at your own answers. "
    "They have no norms; do not compare people by them."
)
NOT_VALIDATED_HERE = "Not a validated scale. Do not compare people by it."


@dataclass(frozen=True, slots=True)
class Option:
    """One possible answer: its number, its words, its LOINC answer code."""

    value: int
    label: str | None = None
    loinc: str | None = None


@dataclass(frozen=True, slots=True)
class Item:
    """One question. `key` is "-" where the points are turned round. `text` is None without a licence for it."""

    no: int
    key: Literal["+", "-"]
    options: tuple[Option, ...]
    text: str | None = None
    loinc: str | None = None

    @property
    def mirror(self) -> int:
        """Lowest and highest point together: what a turned answer is taken from."""
        values = [option.value for option in self.options]
        return min(values) + max(values)


@dataclass(frozen=True, slots=True)
class Licence:
    """What allows an instrument to be here."""

    kind: str
    name: str | None = None
    grant: str | None = None
    attribution: str | None = None
    notice: str | None = None
    source: str | None = None
    checked: date | None = None
    certainty: Certainty | None = None


@dataclass(frozen=True, slots=True)
class Missing:
    """What happens when answers are blank."""

    rule: Literal["complete", "prorate", "mean_of_answered", "any"]
    min_answered: int | None = None
    round: Literal["nearest"] | None = None


@dataclass(frozen=True, slots=True)
class Subscale:
    """One score: its items, how they become a number, and which way the number is good."""

    id: str
    title: str
    items: tuple[int, ...]
    method: Method
    high_means: str
    direction: Direction
    missing: Missing
    factor: float = 1
    loinc: str | None = None

    @property
    def needed(self) -> int:
        """How many answers make a score certain to be given."""
        return self.missing.min_answered or len(self.items)


@dataclass(frozen=True, slots=True)
class Norm:
    """Mean and spread of one named group, in points of the score."""

    subscale: str
    group: str
    label: str
    mean: float
    sd: float
    sample: str
    source: str
    certainty: Certainty
    n: int | None = None


@dataclass(frozen=True, slots=True)
class Reliability:
    """How alike two measurements are. `sd` is the spread that belongs to it; `use` marks the one in force."""

    subscale: str
    type: Literal["alpha", "omega", "retest"]
    value: float
    source: str
    certainty: Certainty
    interval_days: int | None = None
    n: int | None = None
    sd: float | None = None
    sd_source: str | None = None
    sd_certainty: Certainty | None = None
    use: bool = False


@dataclass(frozen=True, slots=True)
class ChangeRule:
    """A rule for change that is not computed from reliability: published, never, or our own."""

    kind: Literal["published", "never", "ours"]
    subscale: str | None = None
    threshold: float | None = None
    reason: str | None = None
    points: float | None = None
    subscales_at_least: int | None = None
    source: str | None = None
    certainty: Certainty | None = None


@dataclass(frozen=True, slots=True)
class Cutoff:
    """Where a band begins."""

    subscale: str
    id: str
    label: str
    start: float
    by: Literal["authors", "validation"]
    source: str
    certainty: Certainty


@dataclass(frozen=True, slots=True)
class SafetyRule:
    """Answers that the safety room must hear of: any of these items at this many points or more."""

    items: tuple[int, ...]
    at_least: int
    reaction: Literal["partner-violence", "self-harm", "control"]
    toward: Literal["self", "me", "other"]


@dataclass(frozen=True, slots=True)
class Instrument:
    """One questionnaire, whole. `plan` is worked out once from the rest and makes scoring quick."""

    id: str
    version: str
    title: str
    about: str
    validated: bool
    target: Literal["none", "person"]
    bonds: tuple[str, ...]
    recall: str
    language: str
    minutes: float
    text_included: bool
    options: tuple[Option, ...]
    items: tuple[Item, ...]
    licence: Licence
    subscales: tuple[Subscale, ...]
    origin: Origin = "shipped"
    respondent: Literal["self"] = "self"
    instructions: str | None = None
    stem: str | None = None
    lead: str | None = None
    citation: str | None = None
    doi: str | None = None
    norms: tuple[Norm, ...] = ()
    reliability: tuple[Reliability, ...] = ()
    change: tuple[ChangeRule, ...] = ()
    cutoffs: tuple[Cutoff, ...] = ()
    safety: tuple[SafetyRule, ...] = ()
    loinc_panel: str | None = None
    loinc_certainty: Certainty | None = None
    fhir_export: bool = True
    plan: Plan = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "plan", plan_of(self))

    @property
    def notice(self) -> str | None:
        """What must stand wherever a score stands, if the scale is not a validated one."""
        if self.validated:
            return None
        return NOT_VALIDATED if self.licence.kind == "own" else NOT_VALIDATED_HERE

    def subscale(self, id: str) -> Subscale:
        """Find a subscale by its id."""
        found = next((one for one in self.subscales if one.id == id), None)
        if found is None:
            raise KeyError(id)
        return found

    @property
    def norm_groups(self) -> tuple[str, ...]:
        """The groups whose figures have been read, in the order of the file."""
        return tuple(dict.fromkeys(norm.group for norm in self.norms if norm.certainty != "verify"))
