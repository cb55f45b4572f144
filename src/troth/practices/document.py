"""What the room hands out: documents, their parts, and what is read from them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, Generic, Literal
from uuid import UUID

from troth.practices.content import Moment, content, tidy_moment, write_back

if TYPE_CHECKING:
    # Python 3.11 has no defaults for type variables; the checker knows them, so `Document` alone is allowed.
    from typing_extensions import TypeVar

    C = TypeVar("C", default=Any)
else:
    from typing import TypeVar

    C = TypeVar("C")

Fact = str | int | float | bool | None
LineFact = Fact | date | datetime


@content
class Step:
    """One move that was made: its name, when, from which state, and the small facts it replaced."""

    move: str
    at: Moment
    was: str = ""
    note: Mapping[str, Fact] = field(default_factory=dict)

    def __post_init__(self) -> None:
        write_back(self, at=tidy_moment(self.at, field="at"))


@dataclass(frozen=True, kw_only=True, slots=True)
class Link:
    """A tie to another entry. ``as_`` says what for, in the practice's own word."""

    to: UUID
    as_: str


@dataclass(frozen=True, kw_only=True, slots=True, repr=False)
class Document(Generic[C]):
    """One entry, opened.

    practice, schema : whose content this is, and in which version of its shape
    written_at, changed_at : aware UTC
    on : the day it belongs to, in the writer's zone
    state : where it stands in its practice's life cycle
    content : what the person wrote
    steps : the moves made so far, oldest first
    links : ties to other entries
    origin : the id it had in another home, set by import
    """

    practice: str
    schema: int
    written_at: Moment
    changed_at: Moment
    on: date
    state: str
    content: C
    steps: tuple[Step, ...] = ()
    links: tuple[Link, ...] = ()
    origin: UUID | None = None

    def __post_init__(self) -> None:
        write_back(
            self,
            written_at=tidy_moment(self.written_at, field="written_at"),
            changed_at=tidy_moment(self.changed_at, field="changed_at"),
        )

    def __repr__(self) -> str:
        return "Document(…)"


@dataclass(frozen=True, kw_only=True, slots=True, repr=False)
class Foreign:
    """A document that this program cannot read: kept and exported as it is, never overwritten."""

    practice: str
    schema: int
    raw: bytes
    reason: Literal["unknown practice", "newer"]

    def __repr__(self) -> str:
        return "Foreign(…)"


@dataclass(frozen=True, kw_only=True, slots=True, repr=False)
class Line:
    """What a timeline shows of a document: own words, state, facts. Sentences are made at a door."""

    title: str
    state: str
    facts: Mapping[str, LineFact] = field(default_factory=dict)

    def __repr__(self) -> str:
        return "Line(…)"


@dataclass(frozen=True, kw_only=True, slots=True)
class Happening:
    """Something that happened at a moment (aware UTC) or on a day, for the weekly recap."""

    what: str
    when: datetime | date
