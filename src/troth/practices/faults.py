"""Turn what msgspec says about damaged bytes into a place and an expectation, without the value found there.

msgspec's own messages quote values ("Invalid enum value 'my words'"). So only forms that are known to hold no
value pass; everything else becomes "something else".
"""

import re
from dataclasses import is_dataclass
from types import UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

import msgspec

from troth.practices.errors import BadContent

_PLACE = re.compile(r"^(?P<said>.*) - at `(?P<path>\$[^`]*)`$", re.DOTALL)
_STEP = re.compile(r"\.(\w+)|\[(?:\d+|\.\.\.)\]")
_QUIET = re.compile(
    r"Expected (`[a-z |]+`(?: of length)?(?: [<>]=? \d+)?|`datetime` with a timezone component)"
    r"(?:, got `[a-z]+`)?"
)
_BYTE = re.compile(r"^JSON is malformed: .*\(byte (\d+)\)$")
_SAYINGS = {
    "Invalid RFC3339 encoded datetime": "a moment like 2026-03-01T08:00:00Z",
    "Invalid RFC3339 encoded date": "a day like 2026-03-01",
    "Invalid UUID": "an id of 32 hexadecimal digits",
    "Number out of range": "a smaller number",
    "Input data was truncated": "more: the end is missing",
}


def place_of(error: Exception, kinds: dict[str, Any]) -> tuple[str, str]:
    """Say where bytes are damaged and what was expected there, never what was found.

    Parameters
    ----------
    error : what msgspec or Python raised while decoding
    kinds : types by the path at which they begin, longest first, like ``{"$.content": Wish, "$": Document}``

    Returns
    -------
    tuple : path (like ``$.content.size``) and expectation (like ``one of tiny, small``)

    Raises
    ------
    Nothing.

    Source
    ------
    Messages of msgspec 0.20 to 0.22; a test feeds damaged documents of every kind and looks for the words.

    Examples
    --------
    >>> try:
    ...     msgspec.convert(["a secret"], list[Literal["kept", "open"]])
    ... except msgspec.ValidationError as error:
    ...     place_of(error, {"$": list[Literal["kept", "open"]]})
    ('$[0]', 'one of kept, open')
    """
    said, path = _split(str(error))
    cause = error.__cause__
    if isinstance(cause, BadContent):
        return f"{path}.{cause.field}", cause.expected
    missing = re.fullmatch(r"Object missing required field `(\w+)`", said)
    if missing:
        return f"{path}.{missing[1]}", "a value, found none"
    if said.startswith("Invalid enum value"):
        return path, f"one of {', '.join(_choices(_kind_at(path, kinds)))}"
    return path, _quiet(error, said)


def _split(message: str) -> tuple[str, str]:
    found = _PLACE.match(message)
    return (found["said"], found["path"]) if found else (message, "$")


def _quiet(error: Exception, said: str) -> str:
    if said in _SAYINGS:
        return _SAYINGS[said]
    if isinstance(error, RecursionError):
        return "less nesting"
    broken = _BYTE.match(said)
    if broken:
        return f"JSON; it breaks at byte {broken[1]}"
    known = _QUIET.fullmatch(said) if isinstance(error, msgspec.ValidationError) else None
    if known:
        return known[1].replace("`", "").replace(" | ", " or ")
    return "something else"


def _kind_at(path: str, kinds: dict[str, Any]) -> Any:
    start = next(start for start in kinds if path.startswith(start))
    kind = kinds[start]
    for step in _STEP.finditer(path.removeprefix(start)):
        kind = _inside(kind, step[1])
    return kind


def _inside(kind: Any, field: str | None) -> Any:
    for option in _options(kind):
        if field is None and get_args(option):
            return next(one for one in reversed(get_args(option)) if one is not Ellipsis)
        if field is not None and is_dataclass(option):
            return get_type_hints(option).get(field)
    return None


def _options(kind: Any) -> tuple[Any, ...]:
    return get_args(kind) if get_origin(kind) in (Union, UnionType) else (kind,)


def _choices(kind: Any) -> tuple[str, ...]:
    for option in _options(kind):
        if get_origin(option) is Literal:
            return tuple(str(choice) for choice in get_args(option))
    return ("the words allowed here",)
