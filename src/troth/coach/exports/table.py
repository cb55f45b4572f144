"""A table with a header: the columns are found by their names, never by their place."""

import csv
import re
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from itertools import chain
from typing import Final

from troth.coach.exports.days import DayOrder, Undated, dated
from troth.coach.exports.errors import BadExport
from troth.coach.exports.own import OwnMessage, Tally
from troth.coach.exports.who import Who
from troth.coach.exports.words import hour_of, is_placeholder

NAMES: Final = {
    "sender": ("sender", "from", "author", "sender name", "sender_name", "from name", "user", "username", "name", "who", "absender", "von", "remitente", "de"),
    "text": ("text", "message", "body", "content", "message text", "message_text", "nachricht", "mensaje", "texto"),
    "day": ("timestamp", "datetime", "date", "date time", "date_time", "sent", "sent at", "sent_at", "created_at", "created at", "message date", "date sent", "sent date", "time", "at", "datum", "fecha"),
    "clock": ("time", "hour", "uhrzeit", "zeit", "hora"),
}  # fmt: skip
SEPARATORS: Final = (",", ";", "\t", "|")
NUMBER: Final = re.compile(r"\d{9,16}(?:\.\d+)?")
COLUMN: Final = re.compile(r"[^\W\d][\w ()./-]{0,23}")
WRITTEN: Final = re.compile(
    r"(\d{1,4}[./-]\s?\d{1,2}[./-]\s?\d{1,4})\.?(?:,?\s+(\d{1,2})[:.](\d\d)(?:[:.](\d\d)(?:[.,]\d+)?)?\s?([^\W\d_][\w. ]{0,5})?)?"
)
ISO: Final = re.compile(r"\d{4}-\d{2}-\d{2}")
LONGEST, LAST_SECOND = 20_000, 10_000_000_000
Row = tuple[str, str | None]


def columns_of(first: str) -> tuple[str, list[str]]:
    """Return the separator of a header and its names, folded."""
    line = first.lstrip("\ufeff").rstrip("\r\n")
    separator = max(SEPARATORS, key=line.count)
    found = next(csv.reader([line], delimiter=separator), [])
    return separator, [one.strip().casefold() for one in found]


def is_header(first: str) -> bool:
    """Say whether a line names a sender and a text."""
    try:
        names = columns_of(first)[1]
    except csv.Error:
        return False
    return _place(names, "sender") is not None and _place(names, "text") is not None


def read(lines: Iterable[str], who: Who, tally: Tally, *, order: str | None) -> Iterator[OwnMessage]:
    """Give one's own messages."""
    rows = iter(lines)
    try:
        separator, names = columns_of(next(rows, ""))
    except csv.Error:
        raise BadExport("export: line 1: not a header of a table") from None
    places = {kind: _place(names, kind) for kind in NAMES}
    for kind, said in (("sender", "sender"), ("text", "text"), ("day", "date")):
        if places[kind] is None:
            raise BadExport(f"export: no column for the {said}; columns found: {_shown(names)}")
    if places["clock"] == places["day"]:
        places["clock"] = None
    own = _own(_rows(rows, separator, tally), places, who, tally)
    first = next(own, None)
    if first is None:
        return iter(())
    every = chain([first], own)
    if _moment(first[0]) is not None:
        return _sure(every, tally)
    days = DayOrder(order)
    return dated(_by_days(every, tally, days), days, tally)


def _shown(names: list[str]) -> str:
    """List the columns, unless the first line is no header but somebody's words."""
    return ", ".join(names) if names and all(COLUMN.fullmatch(one) for one in names) else "none"


def _place(names: list[str], kind: str) -> int | None:
    return next((names.index(one) for one in NAMES[kind] if one in names), None)


def _rows(lines: Iterator[str], separator: str, tally: Tally) -> Iterator[list[str]]:
    rows = csv.reader((f"{line.rstrip(chr(13))}\n" for line in lines), delimiter=separator)
    while True:
        try:
            row = next(rows)
        except StopIteration:
            return
        except csv.Error:
            tally.unreadable += 1
            continue
        if row:
            yield row


def _own(rows: Iterator[list[str]], places: dict[str, int | None], who: Who, tally: Tally) -> Iterator[Row]:
    """Give moment, sender and words of each row; the words only where they are mine."""
    for row in rows:
        sender, text, when = (_cell(row, places[kind]) for kind in ("sender", "text", "day"))
        if sender is None or text is None or when is None:
            tally.unreadable += 1
            continue
        if places["clock"] is not None:
            when = f"{when.strip()} {_cell(row, places['clock']) or ''}"
        if who.is_me(sender):
            yield when.strip(), text[:LONGEST]
        else:
            tally.others += 1
            yield when.strip(), None


def _cell(row: list[str], place: int | None) -> str | None:
    return row[place] if place is not None and place < len(row) else None


def _sure(rows: Iterable[Row], tally: Tally) -> Iterator[OwnMessage]:
    """Moments that can be read in one way only."""
    for when, text in rows:
        if text is None:
            continue
        at = _moment(when)
        if not text.strip() or is_placeholder(text):
            tally.system += 1
        elif at is None:
            tally.unreadable += 1
        else:
            yield OwnMessage(at, text)


def _by_days(rows: Iterable[Row], tally: Tally, days: DayOrder) -> Iterator[Undated]:
    """Days as three numbers, whose order all rows tell together."""
    for when, text in rows:
        found = WRITTEN.fullmatch(when)
        if found is not None:
            days.see(found[1])
        if text is None:
            continue
        at = hour_of(int(found[2] or 0), "", found[5] or "") if found else None
        if not text.strip() or is_placeholder(text):
            tally.system += 1
        elif found is None or at is None or int(found[3] or 0) > 59 or int(found[4] or 0) > 59:
            tally.unreadable += 1
        else:
            yield Undated(found[1], at, int(found[3] or 0), int(found[4] or 0), text)


def _moment(when: str) -> datetime | None:
    """Read an ISO moment, or seconds or milliseconds since 1970."""
    try:
        if NUMBER.fullmatch(when):
            number = float(when)
            return datetime.fromtimestamp(number / (1000 if number > LAST_SECOND else 1), UTC)
        return datetime.fromisoformat(when) if ISO.match(when) else None
    except (ValueError, OverflowError, OSError):
        return None
