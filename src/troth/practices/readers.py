"""Readers of JSON, one for each type, built one at a time."""

import threading
from functools import cache
from typing import Any, TypeVar

import msgspec

T = TypeVar("T")
# msgspec looks a type over at its first use, and two threads that do so at once end the whole process.
_building = threading.Lock()


def reader_of(kind: type[T]) -> msgspec.json.Decoder[T]:
    """Return the reader of a type; several threads may ask for it, and use it, at the same time.

    Parameters
    ----------
    kind : a dataclass or struct, or such a class with its parameters

    Returns
    -------
    Decoder : its ``decode`` turns JSON into a value of this type

    Raises
    ------
    TypeError : msgspec cannot read such a type

    Source
    ------
    Found by check 13: msgspec 0.22 crashes where several threads use a type for the first time.

    Examples
    --------
    >>> from troth.practices.wins import Win
    >>> reader_of(Win).decode('{"what": "We talked", "kind": "other"}').kind
    'other'
    """
    found: msgspec.json.Decoder[T] = _built(kind)  # type: ignore[arg-type]
    return found


@cache
def _built(kind: Any) -> msgspec.json.Decoder[Any]:
    with _building:
        return msgspec.json.Decoder(kind)
