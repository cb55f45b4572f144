"""The life of a document: begin, edit, move. Pure: the moment comes in as ``at``, the day as ``on``."""

from collections.abc import Iterable
from dataclasses import MISSING, fields, replace
from datetime import date, datetime
from typing import Any

from troth.practices.checks import check, check_day, whole
from troth.practices.content import tidy_moment
from troth.practices.document import C, Document, Link, Step
from troth.practices.errors import BadContent, MoveRefused
from troth.practices.plug import Move, Practice
from troth.practices.registry import named


def start(name: str, content: C, *, at: datetime, on: date, links: Iterable[Link] = ()) -> Document[C]:
    """Begin a document.

    Parameters
    ----------
    name : the practice's name
    content : what the person wrote, of the practice's content type
    at : the moment of writing, aware
    on : the day it belongs to, in the writer's zone; it may be past
    links : ties to other entries

    Returns
    -------
    Document : in the practice's first state

    Raises
    ------
    UnknownPractice : no practice of this name
    BadContent : a field, the day or a link cannot be taken; names it

    Source
    ------
    Decision 0004.

    Examples
    --------
    >>> from datetime import UTC
    >>> from troth.practices.wins import Win
    >>> now = datetime(2026, 3, 1, 18, tzinfo=UTC)
    >>> start("wins", Win(what="We talked", kind="other"), at=now, on=date(2026, 3, 1)).state
    'noted'
    """
    practice = named(name)
    moment = tidy_moment(at, field="at")
    fresh = whole(content, practice.content)
    practice.begins(fresh, moment)
    document = Document(
        practice=name,
        schema=practice.schema,
        written_at=moment,
        changed_at=moment,
        on=on,
        state=practice.first,
        content=fresh,
        links=tuple(links),
    )
    check_day(practice, document)
    check(practice, document)
    return document


def edit(
    document: Document[C],
    content: C,
    *,
    at: datetime,
    on: date | None = None,
    links: Iterable[Link] | None = None,
) -> Document[C]:
    """Change what is written; the state, the steps and the fixed fields stay.

    Parameters
    ----------
    document : as it is
    content : as it is to be
    at : the moment of the change, aware
    on : another day, or ``None`` to keep it
    links : other ties, or ``None`` to keep them

    Returns
    -------
    Document : the changed one

    Raises
    ------
    BadContent : a field, the day or a link cannot be taken, or a field that only moves may change differs

    Source
    ------
    Decision 0004. Due moments stay as promised so that no figure can be bettered afterwards.

    Examples
    --------
    >>> from datetime import UTC
    >>> from troth.practices.wins import Win
    >>> now = datetime(2026, 3, 1, 18, tzinfo=UTC)
    >>> win = start("wins", Win(what="We talkd", kind="other"), at=now, on=date(2026, 3, 1))
    >>> edit(win, Win(what="We talked", kind="other"), at=now).content.what
    'We talked'
    """
    practice = named(document.practice)
    fresh = whole(content, practice.content)
    for field in practice.fixed:
        if getattr(fresh, field) != getattr(document.content, field):
            raise BadContent(field, "no change here; a move changes it", reason="fixed")
    changed = replace(
        document,
        content=fresh,
        changed_at=tidy_moment(at, field="at"),
        on=document.on if on is None else on,
        links=document.links if links is None else tuple(links),
    )
    check_day(practice, changed)
    check(practice, changed)
    return changed


def move(document: Document[C], name: str, *, at: datetime, given: object = None) -> Document[C]:
    """Make a move.

    Parameters
    ----------
    document : as it is
    name : the move's name
    at : the moment of the move, aware
    given : further fields, of the move's ``given`` type; ``None`` where all of them may be left out

    Returns
    -------
    Document : in the move's state, with one step more

    Raises
    ------
    MoveRefused : the move is not open; says which fields it still needs, if that is why
    BadContent : what was given cannot be taken

    Source
    ------
    Decision 0004.

    Examples
    --------
    >>> from datetime import UTC
    >>> from troth.practices.wins import Win
    >>> now = datetime(2026, 3, 1, 18, tzinfo=UTC)
    >>> win = start("wins", Win(what="We talked", kind="other"), at=now, on=date(2026, 3, 1))
    >>> move(win, "unsay", at=now)
    Traceback (most recent call last):
    troth.practices.errors.MoveRefused: 'no such move' is not open in state 'noted'.
    """
    practice = named(document.practice)
    moment = tidy_moment(at, field="at")
    chosen = _open_move(practice, document, name, moment)
    facts = _given(chosen, given)
    content = whole(chosen.apply(document.content, facts, moment), practice.content)
    step = Step(move=name, at=moment, was=document.state, note=chosen.note(document, facts))
    steps = (*document.steps, step)
    changed = replace(document, content=content, state=chosen.to, changed_at=moment, steps=steps)
    check(practice, changed)
    return changed


def open_moves(document: Document, *, at: datetime) -> tuple[Move[Any], ...]:
    """List the moves that can be made now.

    Parameters
    ----------
    document : as it is
    at : the moment, aware

    Returns
    -------
    tuple : the moves, in the order in which the practice declares them

    Raises
    ------
    UnknownPractice : the document's practice is not known

    Source
    ------
    Decision 0004.

    Examples
    --------
    >>> from datetime import UTC
    >>> from troth.practices.wins import Win
    >>> now = datetime(2026, 3, 1, 18, tzinfo=UTC)
    >>> open_moves(start("wins", Win(what="We talked", kind="other"), at=now, on=date(2026, 3, 1)), at=now)
    ()
    """
    moment = tidy_moment(at, field="at")
    moves = named(document.practice).moves
    return tuple(one for one in moves if _is_open(one, document, moment) and not one.needs(document.content))


def _is_open(one: Move[Any], document: Document, at: datetime) -> bool:
    return document.state in one.from_states and one.when(document, at)


def _open_move(practice: Practice[Any], document: Document, name: str, at: datetime) -> Move[Any]:
    chosen = next((one for one in practice.moves if one.name == name), None)
    if chosen is None:
        raise MoveRefused("", document.state)
    if not _is_open(chosen, document, at):
        raise MoveRefused(name, document.state)
    missing = chosen.needs(document.content)
    if missing:
        raise MoveRefused(name, document.state, missing=missing)
    return chosen


def _given(chosen: Move[Any], given: object) -> Any:
    if chosen.given is None:
        if given is not None:
            raise BadContent("given", "nothing")
        return None
    if given is not None:
        return whole(given, chosen.given)
    for field in fields(chosen.given):
        if field.default is MISSING and field.default_factory is MISSING:
            raise BadContent(field.name, "a value", reason="empty")
    return chosen.given()
