"""Scores a table of answers line by line, in constant memory, whatever its length."""

from collections.abc import Iterable, Iterator, Sequence

from troth.instruments.answers import read_cell
from troth.instruments.errors import BadAnswer, BadRows
from troth.instruments.model import Instrument
from troth.instruments.packing import MOST_SPELLINGS
from troth.instruments.plan import ItemPlan, ScalePlan
from troth.instruments.scores import Row, Score
from troth.instruments.scoring import check_group, reactions, result, scores_of
from troth.instruments.table import AnswerTable, Columns, batches, open_table, wrong_width

MOST_KEPT = 4096


def score_rows(
    instrument: Instrument, lines: Iterable[str], *, norm_group: str | None = None
) -> Iterator[Row]:
    """Score a table, one row for each line below the header.

    Parameters
    ----------
    instrument : what was answered
    lines : CSV text, line by line; the header names each item by its number, and perhaps ``id``
    norm_group : the group to compare with; None for no T score

    Returns
    -------
    Iterator : rows as they are read; nothing is kept

    Raises
    ------
    BadRows : the header or a line has the wrong form, or holds an answer that the instrument does not know
    UnknownNormGroup : the instrument has no such group

    Source
    ------
    Specification of questionnaires, sections 5 and 10.

    Examples
    --------
    >>> from troth.instruments import load
    >>> [row.scores.subscales["total"].value for row in score_rows(load("gad-2"), ["id,1,2", "a,1,2", "b,NA,3"])]
    [3, None]
    """
    check_group(instrument, norm_group)
    return _rows(instrument, open_table(instrument, lines), norm_group)


def rows_of(instrument: Instrument, table: AnswerTable, *, norm_group: str | None = None) -> Iterator[Row]:
    """Score the lines of a table whose header has been read.

    Parameters
    ----------
    instrument : what was answered
    table : as ``open_table`` gives it; its lines are used up
    norm_group : the group to compare with; None for no T score

    Returns
    -------
    Iterator : rows as they are read; nothing is kept

    Raises
    ------
    BadRows : a line has the wrong form, or holds an answer that the instrument does not know
    UnknownNormGroup : the instrument has no such group

    Source
    ------
    Specification of questionnaires, section 10.

    Examples
    --------
    >>> from troth.instruments import load
    >>> sheet = load("gad-2")
    >>> [row.id for row in rows_of(sheet, open_table(sheet, ["id,1,2", "a,1,2"]))]
    ['a']
    """
    check_group(instrument, norm_group)
    return _rows(instrument, table, norm_group)


def _rows(instrument: Instrument, table: AnswerTable, norm_group: str | None) -> Iterator[Row]:
    kept: list[dict[tuple[int, int], Score]] = [{} for _ in instrument.plan.scales]
    readers = readers_of(instrument)
    for batch in batches(table):
        for number, cells in zip(batch.numbers, batch.split(), strict=True):
            answers = read_line(readers, table.columns, number, cells)
            points = {no: instrument.plan.items[no].points[answer] for no, answer in answers.items()}
            found = {
                scale.of.id: _result(scale, points, norm_group, known)
                for scale, known in zip(instrument.plan.scales, kept, strict=True)
            }
            heard = reactions(instrument, answers) if instrument.safety else ()
            yield Row(
                number, id_of(table.columns, cells), answers, scores_of(instrument, found, heard, norm_group)
            )


class Reader(dict[str, int | None]):
    """What the cells of one column mean, by how they are written. A new spelling is read with all care, once."""

    def __init__(self, item: ItemPlan) -> None:
        super().__init__()
        self.item = item

    def __missing__(self, cell: str) -> int | None:
        found = read_cell(self.item, cell)
        if len(self) < MOST_SPELLINGS:
            self[cell] = found
        return found


def readers_of(instrument: Instrument) -> tuple[Reader, ...]:
    """Give one reader an item, in their order."""
    return tuple(Reader(item) for item in instrument.plan.items.values())


def read_line(readers: Sequence[Reader], columns: Columns, number: int, cells: list[str]) -> dict[int, int]:
    """Read the answers of one line."""
    if len(cells) != columns.width:
        raise wrong_width(number, cells, columns.width)
    try:
        return {
            reader.item.no: answer
            for reader, place in zip(readers, columns.items, strict=True)
            if (answer := reader[cells[place]]) is not None
        }
    except BadAnswer as error:
        raise BadRows(f"line {number}, {error}") from error


def id_of(columns: Columns, cells: list[str]) -> str | None:
    """Read the id of one line, if the table has a column for it."""
    return None if columns.id is None else cells[columns.id]


def _result(
    scale: ScalePlan, points: dict[int, int], group: str | None, known: dict[tuple[int, int], Score]
) -> Score:
    given = [points[no] for no in scale.of.items if no in points]
    key = (sum(given), len(given))
    found = known.get(key)
    if found is None:
        if len(known) >= MOST_KEPT:
            known.clear()
        found = known[key] = result(scale, *key, group)
    return found
