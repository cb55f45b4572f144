"""The declaration: all that store, timeline, search, export and erase ever know of a practice."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Generic

from troth.practices.document import C, Document, Fact, Happening, Line
from troth.safety import Sign
from troth.values import Outcome, Rating

Reading = Outcome | Rating
Plain = dict[str, Any]
Upgrade = Callable[[Plain], Plain]


def _always(_document: Document[Any], _at: datetime) -> bool:
    return True


def _may(_document: Document[Any]) -> bool:
    return True


def _unchanged(content: Any, _given: Any, _at: datetime) -> Any:
    return content


def nothing(*_: Any) -> tuple[()]:
    """Offer nothing.

    Returns
    -------
    tuple : empty

    Raises
    ------
    Nothing.

    Source
    ------
    Decision 0004: what a practice does not declare, it does not offer.

    Examples
    --------
    >>> nothing("a document")
    ()
    """
    return ()


def _no_facts(_document: Document[Any], _given: Any) -> Mapping[str, Fact]:
    return {}


def _never(_document: Document[Any]) -> None:
    return None


def _no_rule(*_: Any) -> None:
    return None


@dataclass(frozen=True, kw_only=True, eq=False)
class Move(Generic[C]):
    """One allowed change of state.

    name : a verb, unique in its practice
    from_states, to : where it may begin, where it ends
    when : whether it is open for this document at this moment
    needs : names of fields that must be filled first, as far as they are not
    given : a content type of further fields, or ``None``
    apply : the content afterwards; raises ``BadContent`` when what was given cannot be taken
    note : small facts for the step, about what the move replaces
    """

    name: str
    from_states: tuple[str, ...]
    to: str
    when: Callable[[Document[C], datetime], bool] = _always
    needs: Callable[[C], tuple[str, ...]] = nothing
    given: type[Any] | None = None
    apply: Callable[[C, Any, datetime], C] = _unchanged
    note: Callable[[Document[C], Any], Mapping[str, Fact]] = _no_facts


@dataclass(frozen=True, kw_only=True, eq=False)
class Practice(Generic[C]):
    """One kind of entry.

    name : lower-case letters and ``_``; frozen once used, because stored entries carry it
    schema : version of the content's shape, from 1; every change of a field raises it
    content : the class, made with ``@content``
    upgrades : old schema to a function that turns a whole plain document into the next schema
    first, states, moves : the life cycle
    begins : refuses content that cannot begin at this moment (raises ``BadContent``)
    check : refuses a document whose parts contradict each other (raises ``BadContent``)
    fixed : fields that only moves may change
    links, required_links : kind of tie to names of practices; the kinds that must be there
    ahead : whether it may belong to a day that has not come
    due : the moment it waits for, ``None`` once settled
    line, words : what a timeline shows; what search reads
    readings : what it offers to trends
    guards : whether the safety gate reads it: its ratings of felt safety, and its signs
    gate_signs : what it offers to the gate: only what was answered or logged on purpose, never free text
    happens, happened : names of what a week can hold of it; what did happen
    shareable : whether an entry may be shared, item by item (never by default)
    may_share : whether this one may, where the practice's entries may
    withheld : fields that are never in a shared copy, whatever is chosen
    for_other : whether this one is meant for the other of the bond: a standing rule takes no other
    apart : whether its copies are given by an action of its own and read by a query of its own, never chosen or listed
    personal : whether it belongs to the writer alone and to no bond (a safety plan, a map of one's own support)
    opens_up : whether it is a step of openness, repair or an exercise of two: withdrawn while the gate is not open
    lesson : the package that holds its ``lesson.md``, or the key of a step of the programme ("a4")
    """

    name: str
    schema: int
    content: type[C]
    first: str
    states: tuple[str, ...]
    line: Callable[[Document[C]], Line]
    words: Callable[[Document[C]], tuple[str, ...]]
    shareable: bool
    lesson: str
    moves: tuple[Move[C], ...] = ()
    upgrades: Mapping[int, Upgrade] = field(default_factory=dict)
    begins: Callable[[C, datetime], None] = _no_rule
    check: Callable[[Document[C]], None] = _no_rule
    fixed: tuple[str, ...] = ()
    links: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    required_links: tuple[str, ...] = ()
    ahead: bool = False
    due: Callable[[Document[C]], datetime | None] = _never
    readings: Callable[[Document[C]], tuple[Reading, ...]] = nothing
    guards: bool = False
    gate_signs: Callable[[Document[C]], tuple[Sign, ...]] = nothing
    happens: tuple[str, ...] = ()
    happened: Callable[[Document[C]], tuple[Happening, ...]] = nothing
    may_share: Callable[[Document[C]], bool] = _may
    withheld: tuple[str, ...] = ()
    for_other: Callable[[Document[C]], bool] = _may
    apart: bool = False
    personal: bool = False
    opens_up: bool = False
