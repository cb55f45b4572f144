"""Documents as bytes, and back. The only door through which content enters from outside."""

from collections.abc import Mapping
from functools import cache
from typing import Annotated, Any

import msgspec

from troth.practices.checks import check
from troth.practices.document import Document, Foreign
from troth.practices.errors import BadContent, BadDocument
from troth.practices.faults import place_of
from troth.practices.plug import Plain, Practice
from troth.practices.readers import reader_of
from troth.practices.registry import find

_UNREADABLE = (msgspec.DecodeError, UnicodeDecodeError, RecursionError)
_UNWRITABLE = (TypeError, ValueError, OverflowError, RecursionError)


class _Header(msgspec.Struct, frozen=True):
    practice: str
    schema: Annotated[int, msgspec.Meta(ge=1, le=1_000_000)]


_ENCODER = msgspec.json.Encoder()
_HEADER = reader_of(_Header)
_PLAIN = msgspec.json.Decoder(Plain)


def encode(document: Document | Foreign) -> bytes:
    """Write a document as JSON.

    Parameters
    ----------
    document : any document; a ``Foreign`` one gives back the bytes it came with

    Returns
    -------
    bytes : UTF-8 JSON, one object, ``practice`` and ``schema`` first

    Raises
    ------
    Nothing, for documents made by this room.

    Source
    ------
    Decision 0003.

    Examples
    --------
    >>> encode(Foreign(practice="tides", schema=1, raw=b"{}", reason="unknown practice"))
    b'{}'
    """
    if isinstance(document, Foreign):
        return document.raw
    return _ENCODER.encode(document)


def decode(raw: bytes) -> Document | Foreign:
    """Read a document, bringing an older shape up to date.

    Parameters
    ----------
    raw : UTF-8 JSON as ``encode`` writes it

    Returns
    -------
    Document : of a known practice, in that practice's present schema
    Foreign : of a practice or a schema that this program does not know; keep it as it is

    Raises
    ------
    BadDocument : damaged; names the place and what was expected there, never the value

    Source
    ------
    Decisions 0003 and 0004.

    Examples
    --------
    >>> decode(b'{"practice":"tides","schema":3}').reason
    'unknown practice'
    >>> decode(b'{"practice":"wins","schema":1}')
    Traceback (most recent call last):
    troth.practices.errors.BadDocument: $.written_at: expected a value, found none
    """
    header = _read(_HEADER, raw, {"$": _Header})
    practice = find(header.practice)
    if practice is None:
        return _foreign(header, raw, known=False)
    if header.schema > practice.schema:
        return _foreign(header, raw, known=True)
    if header.schema < practice.schema:
        raw = _upgraded(practice, header.schema, raw)
    return _decoded(practice, raw)


def practice_of(raw: bytes) -> str:
    """Read only whose document this is: enough to find its topic, and true of damaged ones too.

    Parameters
    ----------
    raw : UTF-8 JSON as ``encode`` writes it

    Returns
    -------
    str : the practice's name, known here or not

    Raises
    ------
    BadDocument : no JSON object with a practice and a schema; names the place, never the value

    Source
    ------
    Decision 0003: practice and schema stand in every document, whatever its schema.

    Examples
    --------
    >>> practice_of(b'{"practice":"tides","schema":3,"height":2}')
    'tides'
    """
    header: _Header = _read(_HEADER, raw, {"$": _Header})
    return header.practice


def to_plain(document: Document | Foreign) -> Plain:
    """Turn a document into what an export file holds.

    Parameters
    ----------
    document : any document

    Returns
    -------
    dict : only what JSON has; moments and ids as text. A ``Foreign`` one as it is

    Raises
    ------
    BadDocument : the bytes of a ``Foreign`` one are no JSON object

    Source
    ------
    Decision 0003.

    Examples
    --------
    >>> to_plain(decode(b'{"practice":"tides","schema":3,"height":2}'))
    {'practice': 'tides', 'schema': 3, 'height': 2}
    """
    plain: Plain = _read(_PLAIN, encode(document), {"$": Plain})
    return plain


def from_plain(plain: Plain) -> Document | Foreign:
    """Read a document from an export file, and refuse it when a field would be lost.

    Parameters
    ----------
    plain : as ``to_plain`` gives it

    Returns
    -------
    Document or Foreign : as ``decode`` gives it

    Raises
    ------
    BadDocument : damaged, or it has a field that its schema does not have

    Source
    ------
    Decision 0003: an import loses nothing in silence.

    Examples
    --------
    >>> from_plain({"practice": "wins"})
    Traceback (most recent call last):
    troth.practices.errors.BadDocument: $.schema: expected a value, found none
    """
    document = decode(_written(plain))
    if isinstance(document, Document) and document.schema == plain["schema"]:
        _refuse_loss(plain, to_plain(document), "$")
    return document


def _foreign(header: _Header, raw: bytes, *, known: bool) -> Foreign:
    _read(_PLAIN, raw, {"$": Plain})  # kept only if it is whole JSON: an export must be able to hold it
    return Foreign(
        practice=header.practice,
        schema=header.schema,
        raw=bytes(raw),
        reason="newer" if known else "unknown practice",
    )


def _decoded(practice: Practice[Any], raw: bytes) -> Document:
    document: Document = _read(_decoder(practice), raw, {"$.content": practice.content, "$": Document})
    try:
        check(practice, document)
        return document
    except BadContent as error:
        wrong = error
    raise BadDocument(f"$.{wrong.field}", wrong.expected)


def _upgraded(practice: Practice[Any], schema: int, raw: bytes) -> bytes:
    plain = _read(_PLAIN, raw, {"$": Plain})
    try:
        for older in range(schema, practice.schema):
            plain = practice.upgrades[older](plain)
        return _written({**plain, "schema": practice.schema})
    except (LookupError, TypeError, ValueError, AttributeError):
        pass  # upgrades are written for whole documents: their stumbling over a damaged one tells nobody more
    raise BadDocument("$", f"a whole document of schema {schema}")


def _written(plain: Plain) -> bytes:
    try:
        return _ENCODER.encode(plain)
    except _UNWRITABLE:
        pass
    raise BadDocument("$", "only what JSON can hold")


def _read(decoder: msgspec.json.Decoder[Any], raw: bytes, kinds: dict[str, Any]) -> Any:
    try:
        return decoder.decode(raw)
    except _UNREADABLE as error:
        path, expected = place_of(error, kinds)
    # Raised out here so that the original error, which may quote words, is not carried along as its context.
    raise BadDocument(path, expected)


@cache
def _decoder(practice: Practice[Any]) -> msgspec.json.Decoder[Any]:
    return reader_of(Document[practice.content])  # type: ignore[name-defined]


def _refuse_loss(given: Any, kept: Any, path: str) -> None:
    if isinstance(given, Mapping):
        if not given.keys() <= kept.keys():
            raise BadDocument(path, "only fields that this schema has")
        for field in given:
            _refuse_loss(given[field], kept[field], f"{path}.{field}")
    elif isinstance(given, list | tuple):
        for number, item in enumerate(given):
            _refuse_loss(item, kept[number], f"{path}[{number}]")
