"""Context lines: what a box is bound to. A line is built from the row each time and never stored."""

import re
from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import TypeVar
from uuid import UUID

START = "troth/1|"
LIMIT = 2**53
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)

AnyBytes = bytes | bytearray | memoryview  # a database driver may hand out any of the three
T = TypeVar("T")
Part = str | int | UUID | bytes | date | None
_matched = re.compile(r"[a-z0-9._:-]*").fullmatch


def context_line(label: str, *parts: Part) -> str:
    """Write a context line: what is sealed is bound to exactly these parts.

    Parameters
    ----------
    label : what kind of line this is, not empty, of ``a-z 0-9 . _ : -``
    parts : text of the same signs, whole numbers from 0 to 2^53 - 1, identifiers, bytes, days, or None

    Returns
    -------
    str : ASCII: ``troth/1|label|part|part…``; bytes as hex, None as an empty part

    Raises
    ------
    ValueError : a part is of another type, out of range, or holds another sign

    Source
    ------
    Vault specification, section 4.

    Examples
    --------
    >>> context_line("record", "membership", UUID(int=7), None, 2)
    'troth/1|record|membership|00000000-0000-0000-0000-000000000007||2'
    """
    return "|".join(("troth/1", word(label, empty=False), *map(_text, parts)))


def line_bytes(line: str) -> bytes:
    """Turn a context line into the bytes that a box is bound to."""
    if not isinstance(line, str):
        raise TypeError(f"context line: got {type(line).__name__}, expected text.")
    if not line.isascii():
        raise ValueError("context line: expected ASCII only. Use one of the line builders.")
    return line.encode("ascii")


def line_to_seal(line: str) -> bytes:
    """The same, and nothing new is ever sealed to something else than a context line."""
    bound = line_bytes(line)
    if not line.startswith(START):
        raise ValueError("context line: expected 'troth/1|' at its start. Use one of the line builders.")
    return bound


def word(value: str, *, empty: bool = True) -> str:
    """Check a text part: the signs ``a-z 0-9 . _ : -`` only."""
    match = _matched(value) if isinstance(value, str) else None
    if match is None or not (empty or value):
        raise _refused("text of a-z, 0-9, '.', '_', ':' and '-'", value)
    return match.group()


def number(value: int) -> str:
    """Write a whole number from 0 to 2^53 - 1."""
    if type(value) is not int or not 0 <= value < LIMIT:
        raise _refused("a whole number from 0 to 9007199254740991", value)
    return str(value)


def identifier(value: UUID) -> str:
    """Write an identifier as lower-case text."""
    if not isinstance(value, UUID):
        raise _refused("a UUID", value)
    return str(value)


def hexadecimal(value: bytes) -> str:
    """Write bytes as lower-case hex."""
    if not isinstance(value, AnyBytes):
        raise _refused("bytes", value)
    return value.hex()


def day(value: date) -> str:
    """Write a day as 2026-11-22."""
    if not isinstance(value, date) or isinstance(value, datetime):
        raise _refused("a date without a time", value)
    return value.isoformat()


def moment(value: datetime) -> str:
    """Write a moment as whole seconds since 1970."""
    if not isinstance(value, datetime) or value.utcoffset() is None:
        raise _refused("a moment with a time zone", value)
    since = value - EPOCH
    if since.microseconds or since.days < 0:
        raise _refused("a moment in whole seconds, from 1970 on", value)
    return str(since.days * 86_400 + since.seconds)


def maybe(write: Callable[[T], str], value: T | None) -> str:
    """Write a part that may be missing: nothing is an empty part."""
    return "" if value is None else write(value)


def _text(part: Part) -> str:
    if part is None:
        return ""
    if isinstance(part, str):
        return word(part)
    if isinstance(part, UUID):
        return identifier(part)
    if isinstance(part, bytes):
        return hexadecimal(part)
    if isinstance(part, date):
        return day(part)
    return number(part)


def _refused(expected: str, value: object) -> ValueError:
    """Name the type that came, never the value: it may be someone's."""
    return ValueError(f"part of a context line: got {type(value).__name__}, expected {expected}.")
