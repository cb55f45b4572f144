"""Reads the rows that the estimators take: CSV or JSON, from a file or standard input; says where one is wrong."""

import csv
import io
import json
import re
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from pathlib import Path
from typing import Any

from troth.app.refused import Refused

MOST_ROWS = 200_000
DAY = re.compile(r"\d{4}-\d\d-\d\d")
NUMBER = re.compile(r"[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?")
FORMATS = ("csv", "json")


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its number from 1, the header left out, and its cells; JSON keeps numbers as numbers."""

    number: int
    cells: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Source:
    """What was read: a name for error lines, and the lists found in it by their names."""

    name: str
    lists: Mapping[str, tuple[Row, ...]]

    def refused(self, row: Row, what: object) -> Refused:
        """Make the one line for a row."""
        return Refused(f"troth: {self.name}, row {row.number}: {what}")


def read(
    name: str, *, told: str | None, main: str, beside: tuple[str, ...], columns: tuple[str, ...]
) -> Source:
    """Read a file or standard input. `main` names its list, `beside` others that JSON may hold; CSV must have `columns`."""
    if told not in (None, *FORMATS):
        raise Refused("troth: --format: expected csv or json")
    shown, text = _text(name)
    kind = told or _by_ending(name) or ("json" if text.lstrip()[:1] in ("{", "[") else "csv")
    try:
        if kind == "json":
            return Source(shown, _from_json(text, main, beside))
        return Source(shown, {main: tuple(_from_csv(text, columns))})
    except ValueError as error:
        joint = ", " if str(error).startswith("row ") else ": "
        raise Refused(f"troth: {shown}{joint}{error}") from error


def moment(value: object, *, name: str) -> datetime:
    """Read a moment with its offset; a bare date is noon UTC."""
    if not isinstance(value, str):
        raise ValueError(f"{name}: expected a moment such as 2026-03-01 or 2026-03-01T18:30:00Z")
    found = _parsed(value, name)
    if DAY.fullmatch(value):
        found = datetime.combine(found, time(12), UTC)
    elif found.tzinfo is None:
        raise ValueError(f"{name}: expected an offset or Z after the time")
    if not 1 < found.year < 9999:
        raise ValueError(f"{name}: expected a year from 2 to 9998")
    return found.astimezone(UTC)


def end_of(value: object, *, name: str) -> datetime:
    """Read a moment; a bare date is the end of that day."""
    found = moment(value, name=name)
    return found + timedelta(hours=12) if isinstance(value, str) and DAY.fullmatch(value) else found


def number(value: object, *, name: str) -> float:
    """Read a number from a cell, or take it from JSON."""
    if isinstance(value, str) and NUMBER.fullmatch(value):
        return float(value)
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise ValueError(f"{name}: expected a number")
    try:
        return float(value)
    except OverflowError as error:
        raise ValueError(f"{name}: expected a number") from error


def filled(row: Row, name: str) -> Any:
    """Give a cell, or None where it is empty or not there."""
    value = row.cells.get(name)
    if isinstance(value, str):
        value = value.strip()
    return None if value == "" else value


def _parsed(value: str, name: str) -> datetime:
    try:
        if not DAY.match(value):
            raise ValueError
        return datetime.fromisoformat(value)
    except ValueError as error:
        raise ValueError(f"{name}: expected a moment such as 2026-03-01 or 2026-03-01T18:30:00Z") from error


def _text(name: str) -> tuple[str, str]:
    shown = "standard input" if name == "-" else name
    try:
        raw = sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
        return shown, raw.decode("utf-8-sig")
    except OSError as error:
        raise Refused(f"troth: {shown}: cannot be read ({error.strerror})") from error
    except UnicodeDecodeError as error:
        raise Refused(f"troth: {shown}: expected UTF-8") from error
    except ValueError as error:
        raise Refused(f"troth: {shown!r}: cannot be read") from error


def _by_ending(name: str) -> str | None:
    ending = name.rpartition(".")[2].lower()
    return ending if ending in FORMATS else None


def _from_csv(text: str, columns: tuple[str, ...]) -> Iterator[Row]:
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    number = 0
    try:
        header = [cell.strip() for cell in next(reader, [])]
        missing = [name for name in columns if name not in header]
        if missing:
            raise ValueError(f"expected a column {missing[0]!r} in its first line")
        for cells in reader:
            if not cells:
                continue
            number += 1
            if number > MOST_ROWS:
                raise ValueError(f"row {number}: more than {MOST_ROWS:,} rows")
            if len(cells) > len(header):
                raise ValueError(f"row {number}: more cells than the first line has columns")
            yield Row(number, dict(zip(header, cells, strict=False)))
    except csv.Error as error:
        raise ValueError(f"row {number + 1}: expected CSV, its quotes closed") from error


def _from_json(text: str, main: str, beside: tuple[str, ...]) -> dict[str, tuple[Row, ...]]:
    try:
        found = json.loads(text)
    except (ValueError, RecursionError) as error:
        line = f"line {error.lineno}: " if isinstance(error, json.JSONDecodeError) else ""
        raise ValueError(f"{line}expected JSON") from error
    if isinstance(found, list):
        found = {main: found}
    if not isinstance(found, dict) or found.get(main) is None:
        raise ValueError(f"expected a list, or an object with {main!r}")
    return {
        name: tuple(_objects(found[name], name)) for name in (main, *beside) if found.get(name) is not None
    }


def _objects(rows: object, name: str) -> Iterator[Row]:
    if not isinstance(rows, list):
        raise ValueError(f"{name}: expected a list")
    for number, cells in enumerate(rows, 1):
        if number > MOST_ROWS:
            raise ValueError(f"row {number}: more than {MOST_ROWS:,} rows")
        if not isinstance(cells, dict):
            raise ValueError(f"row {number}: expected an object")
        yield Row(number, cells)
