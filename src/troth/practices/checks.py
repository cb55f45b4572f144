"""What every document and every content is held against, typed or imported."""

from datetime import date, timedelta
from typing import Any

import msgspec

from troth.practices.document import C, Document
from troth.practices.errors import BadContent
from troth.practices.faults import place_of
from troth.practices.plug import Practice
from troth.practices.readers import reader_of

# The furthest that any clock on earth is ahead of UTC: a day that has begun nowhere cannot be written about.
FURTHEST_AHEAD = timedelta(hours=14)
_UNSOUND = (msgspec.MsgspecError, TypeError, ValueError, OverflowError, RecursionError)


def check(practice: Practice[Any], document: Document) -> None:
    """Refuse a document that contradicts itself or its practice.

    Parameters
    ----------
    practice : the declaration
    document : a document of it

    Returns
    -------
    None

    Raises
    ------
    BadContent : names the part

    Source
    ------
    Decision 0004: imported files are checked as strictly as what is typed.

    Examples
    --------
    >>> from datetime import UTC, datetime
    >>> from troth.practices.wins import PRACTICE, Win
    >>> now = datetime(2026, 3, 1, 18, tzinfo=UTC)
    >>> check(PRACTICE, Document(practice="wins", schema=1, written_at=now, changed_at=now,
    ...                          on=date(2026, 3, 1), state="lost",
    ...                          content=Win(what="We talked", kind="other")))
    Traceback (most recent call last):
    troth.practices.errors.BadContent: state: expected one of noted
    """
    if document.state not in practice.states:
        raise BadContent("state", f"one of {', '.join(practice.states)}")
    kinds = {link.as_ for link in document.links}
    if not kinds <= practice.links.keys():
        raise BadContent("links", "only kinds of tie that this practice has")
    if len(set(document.links)) != len(document.links):
        raise BadContent("links", "each tie once", reason="same")
    if not kinds.issuperset(practice.required_links):
        raise BadContent("links", f"a tie as {', '.join(practice.required_links)}", reason="empty")
    practice.check(document)


def check_day(practice: Practice[Any], document: Document) -> None:
    """Refuse a document that belongs to a day that has not begun anywhere, unless its practice looks ahead.

    Parameters
    ----------
    practice : the declaration
    document : a document just begun or edited

    Returns
    -------
    None

    Raises
    ------
    BadContent : names ``on``

    Source
    ------
    Decision 0004: an entry may be for an earlier day, never for a later one. No zone is known here,
    so what is later in every zone is refused; the page refuses what is later in the writer's.

    Examples
    --------
    >>> from datetime import UTC, datetime
    >>> from troth.practices.wins import PRACTICE, Win
    >>> now = datetime(2026, 3, 1, 18, tzinfo=UTC)
    >>> check_day(PRACTICE, Document(practice="wins", schema=1, written_at=now, changed_at=now,
    ...                              on=date(2026, 3, 3), state="noted", content=None))
    Traceback (most recent call last):
    troth.practices.errors.BadContent: on: expected a day that has begun
    """
    if type(document.on) is not date:
        raise BadContent("on", "a day")
    if not practice.ahead and document.on > (document.changed_at + FURTHEST_AHEAD).date():
        raise BadContent("on", "a day that has begun", reason="future")


def whole(content: C, kind: Any) -> C:
    """Write a content and read it back: what passes here is certain to open again.

    Parameters
    ----------
    content : what a person gave
    kind : the content type that it has to be

    Returns
    -------
    content : the same, as it will be read

    Raises
    ------
    BadContent : another type, or a field that the type does not allow; names the field

    Source
    ------
    Decision 0003.

    Examples
    --------
    >>> from troth.practices.wins import Win
    >>> whole(Win(what="We talked", kind="huge"), Win)
    Traceback (most recent call last):
    troth.practices.errors.BadContent: kind: expected one of kept_promise, told_fear, small_risk, other
    """
    reader = reader_of(kind)
    if type(content) is not kind:
        raise BadContent("content", f"a {kind.__name__}, got a {type(content).__name__}")
    try:
        read: C = reader.decode(msgspec.json.encode(content))
        return read
    except _UNSOUND as error:
        path, expected = place_of(error, {"$": kind})
    raise BadContent(path.removeprefix("$").removeprefix(".") or "content", expected)
