"""A table of answers as CSV lines: its header, and its lines as cells. Holds one batch at a time."""

import csv
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain, islice
from typing import TYPE_CHECKING

from troth.instruments.errors import BadRows, shortened
from troth.instruments.model import Instrument

if TYPE_CHECKING:
    from _csv import Reader

BATCH = 2000


@dataclass(frozen=True, slots=True)
class Columns:
    """Where each item stands, in the order of the items; where the id stands; what is not looked at."""

    items: tuple[int, ...]
    id: int | None
    ignored: tuple[str, ...]
    width: int


@dataclass(frozen=True, slots=True)
class Batch:
    """Some lines in a row, with their numbers; blank ones are gone. Lines with quotation marks come as `cells`."""

    numbers: list[int]
    lines: list[str]
    cells: list[list[str]] | None = None

    def split(self) -> list[list[str]]:
        """Give each line as its cells; lines of another width too, so that errors come in order."""
        return [line.split(",") for line in self.lines] if self.cells is None else self.cells

    def until(self, end: int) -> "Batch":
        """Give the lines before this place."""
        return Batch(self.numbers[:end], self.lines[:end], None if self.cells is None else self.cells[:end])


@dataclass(frozen=True, slots=True)
class AnswerTable:
    """A header that has been read, and the lines below it that have not."""

    columns: Columns
    lines: Iterator[str]
    begun: int


def open_table(instrument: Instrument, lines: Iterable[str]) -> AnswerTable:
    """Read the header of a table of answers.

    Parameters
    ----------
    instrument : what was answered
    lines : the text of the table, line by line, with or without line ends

    Returns
    -------
    AnswerTable : the columns, and the rest of the lines, not yet read

    Raises
    ------
    BadRows : a column for an item is missing or stands twice

    Source
    ------
    Specification of questionnaires, section 10, "CSV".

    Examples
    --------
    >>> from troth.instruments import load
    >>> open_table(load("gad-2"), ["id,1,2,town", "a,0,1,x"]).columns.ignored
    ('town',)
    """
    rest = iter(lines)
    reader = csv.reader(rest)
    try:
        header = next(reader, [])
    except csv.Error as error:
        raise BadRows(f"line 1: not CSV ({error})") from error
    names = [name.strip().removeprefix("\ufeff").strip() for name in header]
    return AnswerTable(_columns(instrument, names), rest, reader.line_num)


def batches(table: AnswerTable) -> Iterator[Batch]:
    """Read the lines, some thousands at a time; quotation marks turn the careful reader on, for good."""
    number = table.begun + 1
    while given := list(islice(table.lines, BATCH)):
        text = "".join(given)
        if '"' in text:
            yield from _carefully(chain(given, table.lines), number - 1)
            return
        lines = _without_ends(given, text)
        yield _without_blanks(list(range(number, number + len(given))), lines)
        number += len(given)


def _without_ends(given: list[str], text: str) -> list[str]:
    if "\r" in text or text.count("\n") != len(given) or not text.endswith("\n"):
        return [line.rstrip("\r\n") for line in given]
    return text[:-1].split("\n")


def _without_blanks(numbers: list[int], lines: list[str]) -> Batch:
    if "" not in lines:
        return Batch(numbers, lines)
    kept = [(number, line) for number, line in zip(numbers, lines, strict=True) if line]
    return Batch([number for number, _ in kept], [line for _, line in kept])


def _carefully(lines: Iterator[str], before: int) -> Iterator[Batch]:
    reader = csv.reader(lines)
    while True:
        batch = Batch([], [], [])
        try:
            done = _read_into(batch, reader, before)
        except csv.Error as error:
            yield batch
            raise BadRows(f"line {before + reader.line_num}: not CSV ({error})") from error
        yield batch
        if done:
            return


def _read_into(batch: Batch, reader: "Reader", before: int) -> bool:
    """Read some thousands of records; a record's number is that of its first line. True at the end."""
    for _ in range(BATCH):
        begun = reader.line_num
        row = next(reader, None)
        if row is None:
            return True
        if row and batch.cells is not None:
            batch.numbers.append(before + begun + 1)
            batch.cells.append(row)
    return False


def wrong_width(number: int, cells: list[str], width: int) -> BadRows:
    """Say that a line has other cells than the header."""
    return BadRows(f"line {number}: {len(cells)} cells, expected {width}")


def _columns(instrument: Instrument, names: list[str]) -> Columns:
    wanted = {str(item.no): item.no for item in instrument.items}
    for name in wanted:
        if name not in names:
            raise BadRows(f"line 1: column for item {name} is missing")
        if names.count(name) > 1:
            raise BadRows(f"line 1: column for item {name} stands twice")
    if names.count("id") > 1:
        raise BadRows("line 1: column id stands twice")
    ignored = tuple(shortened(name) for name in names if name not in wanted and name != "id")
    places = tuple(names.index(name) for name in wanted)
    return Columns(places, names.index("id") if "id" in names else None, ignored, len(names))
