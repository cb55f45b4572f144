"""What the sample world notes beside its days: read from TOML, moments counted back from this day."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import timedelta
from typing import Any, cast
from uuid import UUID

import msgspec

from troth import practices, vault
from troth.app.sample_days import Days, Written
from troth.practices import Document, Link

HOUR = 20


def written(days: Days, notes: Iterable[dict[str, Any]]) -> Iterator[Written]:
    """Write each note, in the order of the file: what a note is tied to stands before it.

    A note: ``practice``, ``ago`` (days), ``hour``, ``key`` to be tied to, ``ties`` (kind of tie to key), ``moves``,
    and the fields of its content; ``content`` has those whose name is taken here. A content's own moments are small tables, see `_value`.
    """
    known: dict[str, UUID] = {}
    for given in notes:
        note = dict(given)
        id = vault.new_id()
        known[note.pop("key", "")] = id
        links = [Link(to=known[key], as_=kind) for kind, key in note.pop("ties", {}).items()]
        yield id, _document(days, note, links)


def _document(days: Days, note: dict[str, Any], links: list[Link]) -> Document[Any]:
    name, ago, moves = note.pop("practice"), note.pop("ago"), note.pop("moves", ())
    note |= note.pop("content", {})
    at = days.moment(ago, note.pop("hour", HOUR), note.pop("minute", 0))
    kind = practices.named(name).content
    document = practices.start(name, _content(days, note, kind), at=at, on=days.day(at), links=links)
    for move in moves:
        document = _moved(days, document, dict(move))
    return document


def _moved(days: Days, document: Document[Any], move: dict[str, Any]) -> Document[Any]:
    name, at = move.pop("name"), days.moment(move.pop("ago"), move.pop("hour", HOUR + 1))
    words = move.pop("words", None)
    if words:  # written on before the move
        document = practices.edit(document, replace(document.content, **words), at=at)
    kind = next(one.given for one in practices.named(document.practice).moves if one.name == name)
    return practices.move(document, name, at=at, given=_content(days, move, kind) if kind else None)


def _content(days: Days, fields: dict[str, Any], kind: type[Any]) -> Any:
    plain = {name: _value(days, value) for name, value in fields.items()}
    return msgspec.convert(plain, kind, strict=True)


def _value(days: Days, value: Any) -> Any:
    """Turn ``{day = n}``, ``{moment = n, hour = h}`` and ``{yearly = n}`` into the day or moment n days from now,
    ``{months_ago = n}`` into a month; also within lists and tables."""
    if isinstance(value, list):
        return [_value(days, one) for one in value]
    if not isinstance(value, dict):
        return value
    if not {"day", "moment", "yearly", "months_ago"} & set(value):
        return {name: _value(days, one) for name, one in value.items()}
    if "moment" in value:
        return days.moment(-cast(int, value["moment"]), value.get("hour", HOUR))
    today = days.day(days.at)
    if "months_ago" in value:
        months = today.year * 12 + today.month - 1 - value["months_ago"]
        return f"{months // 12}-{months % 12 + 1:02}"
    ahead = today + timedelta(days=value.get("day", value.get("yearly", 0)))
    return ahead if "day" in value else f"{ahead:%m-%d}"
