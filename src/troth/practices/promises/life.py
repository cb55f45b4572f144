"""The life of a promise. Nothing turns an overdue one into kept or missed but the person's own move."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from troth.practices.document import Document, Fact
from troth.practices.errors import BadContent
from troth.practices.plug import Move
from troth.practices.promises.content import Kept, NewTerm, Promise, Term

STATES = ("open", "kept", "kept_late", "missed", "withdrawn")
OPEN, SETTLED = STATES[:1], STATES[1:]
# What only moves write. With a due moment that could be edited, any figure could be bettered afterwards.
FIXED = ("due", "made_at", "settled_at", "earlier")


def since(promise: Promise) -> datetime:
    """Say when the present term of a promise began.

    Parameters
    ----------
    promise : the content

    Returns
    -------
    datetime : when it was made, or last moved; aware UTC

    Raises
    ------
    Nothing.

    Source
    ------
    ``docs/models/promises.md``, step 2: a new date is a new promise.

    Examples
    --------
    >>> from datetime import UTC
    >>> made = datetime(2026, 3, 1, 9, tzinfo=UTC)
    >>> promise = Promise(wording="Call", due=made.replace(hour=18), size="tiny", made_at=made)
    >>> since(promise) == made
    True
    """
    return promise.earlier[-1].moved_at if promise.earlier else promise.made_at


def begins(promise: Promise, at: datetime) -> None:
    """Refuse a new promise that is due already, made later than now, or settled before it began.

    Parameters
    ----------
    promise : the content
    at : the moment of writing, aware UTC

    Returns
    -------
    None

    Raises
    ------
    BadContent : names ``due``, ``made_at``, ``settled_at`` or ``earlier``

    Source
    ------
    ``docs/models/promises.md``, step 1.

    Examples
    --------
    >>> from datetime import UTC
    >>> made = datetime(2026, 3, 1, 9, tzinfo=UTC)
    >>> begins(Promise(wording="Call", due=made, size="tiny", made_at=made), made)
    Traceback (most recent call last):
    troth.practices.errors.BadContent: due: expected a moment to come
    """
    if promise.due <= at:
        raise BadContent("due", "a moment to come", reason="past")
    if promise.made_at > at:
        raise BadContent("made_at", "a moment that has come", reason="future")
    if promise.settled_at is not None:
        raise BadContent("settled_at", "nothing yet")
    if promise.earlier:
        raise BadContent("earlier", "nothing yet")


def check(document: Document[Promise]) -> None:
    """Refuse a promise whose state and moments contradict each other.

    Parameters
    ----------
    document : a promise

    Returns
    -------
    None

    Raises
    ------
    BadContent : names the place

    Source
    ------
    ``docs/models/promises.md``, step 3.

    Examples
    --------
    >>> from datetime import UTC, date
    >>> made = datetime(2026, 3, 1, 9, tzinfo=UTC)
    >>> promise = Promise(wording="Call", due=made.replace(hour=18), size="tiny", made_at=made)
    >>> check(Document(practice="promises", schema=1, written_at=made, changed_at=made, on=date(2026, 3, 1),
    ...                state="kept", content=promise))
    Traceback (most recent call last):
    troth.practices.errors.BadContent: content.settled_at: expected a moment, as the state is not open
    """
    promise = document.content
    settled_at = promise.settled_at
    if document.state == "open":
        if settled_at is not None:
            raise BadContent("content.settled_at", "nothing, as the state is open")
        return
    if settled_at is None:
        raise BadContent("content.settled_at", "a moment, as the state is not open")
    if (settled_at > promise.due) != (document.state in ("kept_late", "missed")):
        side = "at or before" if settled_at > promise.due else "after"
        raise BadContent("content.settled_at", f"a moment {side} the due moment in this state")


def _is_in_time(document: Document[Promise], at: datetime) -> bool:
    return at <= document.content.due


def _is_past(document: Document[Promise], at: datetime) -> bool:
    return at > document.content.due


def _refuse_kept_at(promise: Promise, kept_at: datetime, at: datetime) -> None:
    if kept_at > at:
        raise BadContent("kept_at", "a moment that has come", reason="future")
    # A form knows whole minutes only: kept in the minute in which it was made is possible.
    if kept_at < since(promise).replace(second=0, microsecond=0):
        raise BadContent("kept_at", "a moment after the promise was made", reason="early")


def _keep(promise: Promise, given: Kept, at: datetime) -> Promise:
    if given.kept_at is None:
        return replace(promise, settled_at=min(at, promise.due))
    _refuse_kept_at(promise, given.kept_at, at)
    if given.kept_at > promise.due:
        raise BadContent("kept_at", "a moment at or before the due moment", reason="late")
    return replace(promise, settled_at=given.kept_at)


def _keep_late(promise: Promise, given: Kept, at: datetime) -> Promise:
    kept_at = given.kept_at or at
    _refuse_kept_at(promise, kept_at, at)
    if kept_at <= promise.due:
        raise BadContent("kept_at", "a moment after the due moment", reason="early")
    return replace(promise, settled_at=kept_at)


def _renegotiate(promise: Promise, given: NewTerm, at: datetime) -> Promise:
    if given.due <= at:
        raise BadContent("due", "a moment to come", reason="past")
    if given.due == promise.due:
        raise BadContent("due", "another moment than before", reason="same")
    ended = Term(due=promise.due, moved_at=at, sure=promise.sure)
    return replace(promise, due=given.due, sure=given.sure, earlier=(*promise.earlier, ended))


def _settle_now(promise: Promise, _given: None, at: datetime) -> Promise:
    return replace(promise, settled_at=at)


def _reopen(promise: Promise, _given: None, _at: datetime) -> Promise:
    return replace(promise, settled_at=None)


def _old_due(document: Document[Promise], _given: object) -> Mapping[str, Fact]:
    return {"due": document.content.due.isoformat()}


def _old_settled_at(document: Document[Promise], _given: object) -> Mapping[str, Fact]:
    settled_at = document.content.settled_at
    return {"settled_at": None if settled_at is None else settled_at.isoformat()}


MOVES: tuple[Move[Promise], ...] = (
    Move(name="keep", from_states=OPEN, to="kept", given=Kept, apply=_keep),
    Move(name="keep_late", from_states=OPEN, to="kept_late", when=_is_past, given=Kept, apply=_keep_late),
    Move(
        name="renegotiate",
        from_states=OPEN,
        to="open",
        when=_is_in_time,
        given=NewTerm,
        apply=_renegotiate,
        note=_old_due,
    ),
    Move(
        name="renegotiate_late",
        from_states=OPEN,
        to="open",
        when=_is_past,
        given=NewTerm,
        apply=_renegotiate,
        note=_old_due,
    ),
    Move(name="miss", from_states=OPEN, to="missed", when=_is_past, apply=_settle_now),
    Move(name="withdraw", from_states=OPEN, to="withdrawn", when=_is_in_time, apply=_settle_now),
    Move(name="reopen", from_states=SETTLED, to="open", apply=_reopen, note=_old_settled_at),
)
