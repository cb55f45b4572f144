"""What the coach answers: frozen, and without the text it was given."""

from dataclasses import dataclass

from troth.coach.danger import Flag
from troth.coach.names import Side


@dataclass(frozen=True, slots=True)
class Mark:
    """One mark on a sentence: which, on which side, how sure, by what, why, and gentler ways to say it."""

    mark: str
    side: Side
    score: float
    by: str
    why: str
    tries: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence as code points into the text as given, with its marks."""

    start: int
    end: int
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Balance:
    """How many sentences help and how many hurt."""

    helps: int
    hurts: int


@dataclass(frozen=True, slots=True)
class Plan:
    """What the writer has set down: own triggers and boundaries as phrases, and open promises."""

    triggers: tuple[str, ...] = ()
    boundaries: tuple[str, ...] = ()
    promises: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reminder:
    """A part of the writer's plan that this message touches."""

    kind: str
    number: int
    say: str


@dataclass(frozen=True, slots=True)
class Rehearsal:
    """Everything said about one message."""

    sentences: tuple[Sentence, ...]
    flags: tuple[Flag, ...]
    missing: tuple[str, ...]
    balance: Balance
    summary: str
    reminders: tuple[Reminder, ...] = ()


@dataclass(frozen=True, slots=True)
class Trap:
    """A thinking trap that a thought may hold, and how sure."""

    trap: str
    score: float
