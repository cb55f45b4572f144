"""What the content of a practice is made of: the decorator, three checked types, two tidying functions."""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Annotated, Any, TypeVar, dataclass_transform

import msgspec

from troth.practices.errors import BadContent

T = TypeVar("T")

Moment = Annotated[datetime, msgspec.Meta(tz=True)]
Points = Annotated[int, msgspec.Meta(ge=0, le=10)]
Percent = Annotated[int, msgspec.Meta(ge=0, le=100)]


def _closed_repr(self: object) -> str:
    return f"{type(self).__name__}(…)"


@dataclass_transform(kw_only_default=True, frozen_default=True)
def content(kind: type[T]) -> type[T]:
    """Make a class the content of a practice: frozen, keyword-only, and silent about its words.

    Parameters
    ----------
    kind : a class with annotated fields, as for a dataclass

    Returns
    -------
    type : the class as a dataclass (frozen, keyword-only, with slots) whose repr is ``Name(…)``

    Raises
    ------
    TypeError : the annotations make no dataclass

    Source
    ------
    Decision 0004; house style: a person's own words never appear in a repr.

    Examples
    --------
    >>> @content
    ... class Wish:
    ...     words: str
    >>> Wish(words="a private thing")
    Wish(…)
    """
    kind.__repr__ = _closed_repr  # type: ignore[method-assign]
    return dataclass(frozen=True, kw_only=True, slots=True, repr=False)(kind)


def tidy_text(words: str, *, field: str, most: int, least: int = 0) -> str:
    r"""Strip the ends, make line ends plain, and refuse what is too short, too long or not writable.

    Parameters
    ----------
    words : what was typed
    field : the field's name, for the message
    most, least : how many characters it may have afterwards

    Returns
    -------
    str : the tidied words; tidying them again changes nothing

    Raises
    ------
    BadContent : not text, not encodable in UTF-8, fewer than ``least`` or more than ``most`` characters

    Source
    ------
    Our choice. Forms send ``\r\n`` for a line end, JSON files send ``\n``: both are one text.

    Examples
    --------
    >>> tidy_text("  call on\r\nSunday ", field="wording", most=500)
    'call on\nSunday'
    """
    if not isinstance(words, str) or not _is_writable(words):
        raise BadContent(field, "text")
    tidied = words.replace("\r\n", "\n").replace("\r", "\n").strip()
    if len(tidied) < least:
        raise BadContent(field, "some words", reason="empty")
    if len(tidied) > most:
        raise BadContent(field, f"at most {most} characters, got {len(tidied)}", reason="long")
    return tidied


def tidy_moment(moment: datetime, *, field: str) -> datetime:
    """Turn an aware moment into UTC.

    Parameters
    ----------
    moment : an aware datetime of any zone
    field : the field's name, for the message

    Returns
    -------
    datetime : the same moment in UTC

    Raises
    ------
    BadContent : no datetime, without a zone, or outside the years 1 to 9999 in UTC

    Source
    ------
    House style: ``at`` is a moment, aware, UTC.

    Examples
    --------
    >>> from datetime import timedelta, timezone
    >>> tidy_moment(datetime(2026, 3, 1, 9, tzinfo=timezone(timedelta(hours=2))), field="due").isoformat()
    '2026-03-01T07:00:00+00:00'
    """
    if not isinstance(moment, datetime) or moment.tzinfo is None:
        raise BadContent(field, "a moment with its time zone")
    if moment.tzinfo is UTC:
        return moment
    try:
        return moment.astimezone(UTC)
    except OverflowError:
        pass
    raise BadContent(field, "a moment in the years 1 to 9999")


def write_back(holder: object, **tidied: Any) -> None:
    """Put tidied values into a content while it is being made, and only then.

    Parameters
    ----------
    holder : the content whose ``__post_init__`` is running
    tidied : field names and their tidied values

    Returns
    -------
    None

    Raises
    ------
    AttributeError : the content has no such field

    Source
    ------
    The documented way round ``frozen`` in ``__post_init__`` (Python's ``dataclasses``, "Frozen instances").

    Examples
    --------
    >>> @content
    ... class Wish:
    ...     words: str
    ...     def __post_init__(self) -> None:
    ...         write_back(self, words=tidy_text(self.words, field="words", most=9))
    >>> Wish(words=" hello ").words
    'hello'
    """
    for field, value in tidied.items():
        object.__setattr__(holder, field, value)


def _is_writable(words: str) -> bool:
    """A lone half of a surrogate pair is the only text that UTF-8 cannot write."""
    if words.isascii():
        return True
    try:
        words.encode()
    except UnicodeEncodeError:
        return False
    return True
