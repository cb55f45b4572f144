"""The quick way from a table of answers to JSON lines. Gives what `rows` gives; a test compares."""

import json
from collections.abc import Callable, Iterator
from itertools import chain, repeat
from json.encoder import encode_basestring
from operator import getitem, itemgetter

from troth.instruments.cutting import Cutter, cutter_of
from troth.instruments.errors import BadAnswer, BadRows
from troth.instruments.model import Instrument
from troth.instruments.packing import Packing, ScaleLanes, packing_of
from troth.instruments.rows import read_line, readers_of
from troth.instruments.scoring import check_group, reactions, result
from troth.instruments.table import AnswerTable, Batch, Columns, batches
from troth.instruments.telling import plain_reaction, plain_score

MOST_KEPT = 4096


def json_lines(instrument: Instrument, table: AnswerTable, *, norm_group: str | None = None) -> Iterator[str]:
    """Score a table into JSON lines.

    Parameters
    ----------
    instrument : what was answered
    table : its header read, see ``open_table``
    norm_group : the group to compare with; None for no T score

    Returns
    -------
    Iterator : text of some thousands of lines at a time, each one compact JSON object and a line end

    Raises
    ------
    BadRows : a line has the wrong form, or holds an answer that the instrument does not know
    UnknownNormGroup : the instrument has no such group

    Source
    ------
    Specification of questionnaires, sections 10 and 12.

    Examples
    --------
    >>> from troth.instruments import load, open_table
    >>> sheet = load("gad-2")
    >>> text, = json_lines(sheet, open_table(sheet, ["id,1,2", "a,1,2"]))
    >>> text[:55]
    '{"line":2,"id":"a","instrument":"gad-2","version":"1.0"'
    """
    check_group(instrument, norm_group)
    packing = packing_of(instrument)
    written = Written(_writer(instrument, packing, norm_group))
    return _lines(instrument, table, packing, written)


class Written(dict[int, str]):
    """What is written for a packed number. Kept, but never more than some thousands."""

    def __init__(self, write: Callable[[int], str]) -> None:
        super().__init__()
        self.write = write

    def __missing__(self, packed: int) -> str:
        if len(self) >= MOST_KEPT:
            self.clear()
        found = self[packed] = self.write(packed)
        return found


def _lines(instrument: Instrument, table: AnswerTable, packing: Packing, written: Written) -> Iterator[str]:
    cutter = cutter_of(packing, table.columns)
    for batch in batches(table):
        try:
            yield _in_batch(batch, table.columns, packing, cutter, written)
        except (BadAnswer, BadRows):
            end, error = _first_wrong(instrument, table.columns, batch)
            yield _in_batch(batch.until(end), table.columns, packing, cutter, written)
            raise error from None


def _in_batch(
    batch: Batch, columns: Columns, packing: Packing, cutter: Cutter | None, written: Written
) -> str:
    found = cutter.cut(batch) if cutter is not None and batch.lines else None
    if found is None:
        rows = batch.split()
        sums = _sums(rows, columns, packing)
        ids = [] if columns.id is None else [cells[columns.id] for cells in rows]
    else:
        ids, sums = found
        if min(sums) < 0:
            _read_the_rest(batch, ids, sums, columns, packing)
    named = repeat("null") if columns.id is None else map(encode_basestring, ids)
    heads = [f'{{"line":{number},"id":{id},' for number, id in zip(batch.numbers, named, strict=False)]
    return "".join(chain.from_iterable(zip(heads, map(written.__getitem__, sums), strict=True)))


def _read_the_rest(batch: Batch, ids: list[str], sums: list[int], columns: Columns, packing: Packing) -> None:
    """Read the lines that could not be cut."""
    places = [place for place, packed in enumerate(sums) if packed < 0]
    rows = [batch.lines[place].split(",") for place in places]
    for place, cells, packed in zip(places, rows, _sums(rows, columns, packing), strict=True):
        ids[place], sums[place] = cells[0], packed


def _sums(rows: list[list[str]], columns: Columns, packing: Packing) -> list[int]:
    if not set(map(len, rows)) <= {columns.width}:
        raise BadRows
    spellings, pick = packing.spellings, _picker(columns)
    return [sum(map(getitem, spellings, pick(cells))) for cells in rows]


def _picker(columns: Columns) -> itemgetter:  # type: ignore[type-arg]
    """Take the answers out of a line, by one cut where the columns stand side by side."""
    first = columns.items[0]
    if columns.items == tuple(range(first, first + len(columns.items))):
        return itemgetter(slice(first, first + len(columns.items)))
    return itemgetter(*columns.items)


def _first_wrong(instrument: Instrument, columns: Columns, batch: Batch) -> tuple[int, BadRows]:
    readers = readers_of(instrument)
    for place, (number, cells) in enumerate(zip(batch.numbers, batch.split(), strict=True)):
        try:
            read_line(readers, columns, number, cells)
        except BadRows as error:
            return place, error
    raise AssertionError  # two readers of one cell disagree: a fault of ours


def _writer(instrument: Instrument, packing: Packing, norm_group: str | None) -> Callable[[int], str]:
    head = _json(
        {
            "instrument": instrument.id,
            "version": instrument.version,
            "validated": instrument.validated,
            "norm_group": norm_group,
        }
    )[1:-1]
    scores = [Written(_score_writer(lanes, norm_group)) for lanes in packing.scales]

    def write(packed: int) -> str:
        parts = [known[_own(lanes, packed)] for lanes, known in zip(packing.scales, scores, strict=True)]
        heard = [plain_reaction(one) for one in reactions(instrument, packing.heard(packed))]
        return f'{head},"subscales":{{{",".join(parts)}}},"safety":{_json(heard)}}}\n'

    return write


def _own(lanes: ScaleLanes, packed: int) -> int:
    """Cut out what belongs to one subscale, in its place."""
    return packed & (lanes.answered.mask << lanes.answered.shift | lanes.total.mask << lanes.total.shift)


def _score_writer(lanes: ScaleLanes, norm_group: str | None) -> Callable[[int], str]:
    def write(own: int) -> str:
        told = plain_score(result(lanes.plan, *lanes.read(own), norm_group))
        del told["high_means"]
        return f"{_json(lanes.plan.of.id)}:{_json(told)}"

    return write


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
