"""Cuts a line into pieces of several answers each, so that one look-up reads them all.

Where every answer is written with the same number of signs and the answers stand last, a piece stands at a known
place from the end. A piece that is not what it should be (a blank in it, too few cells) is not read: its line goes
the usual way.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from operator import getitem

from troth.instruments.packing import Packing, Spellings
from troth.instruments.table import Batch, Columns

MOST_KINDS = 8000


class Pieces(dict[str, int]):
    """What a piece adds, by how it is written; worked out once, kept while there is room."""

    def __init__(self, spellings: Sequence[Spellings], begin: str, bits: int) -> None:
        super().__init__()
        self.spellings, self.begin = spellings, begin
        self.not_read = -1 << bits  # further below nought than any sum of answers is above it

    def __missing__(self, piece: str) -> int:
        if not piece.startswith(self.begin):
            return self.not_read
        cells = piece[len(self.begin) :].split(",")
        if len(cells) != len(self.spellings):
            return self.not_read
        found = sum(map(getitem, self.spellings, cells))
        if len(self) < 2 * MOST_KINDS:
            self[piece] = found
        return found


@dataclass(frozen=True, slots=True)
class Cutter:
    """One cell or none before the answers; the pieces in their order; how many signs an answer has."""

    width: int
    signs: int
    pieces: tuple[Pieces, ...]

    def cut(self, batch: Batch) -> tuple[list[str], list[int]] | None:
        """Give what stands before the answers of each line, and their sums, below nought where it was not read.

        A line that was read has all its answers, each behind a comma, so it has a comma too many if its head holds
        one; as lines that were not read are counted one by one, the commas of all lines together prove every head.
        """
        if "".join(batch.lines).count(",") != (self.width - 1) * len(batch.lines):
            return None
        last = batch.lines[0].rpartition(",")[2]
        signs = self.signs + 2 if "." in last else self.signs
        sums = [0] * len(batch.lines)
        end: int | None = None
        for piece in reversed(self.pieces):
            begin = (end or 0) - len(piece.spellings) * (signs + 1) if piece.begin else None
            sums = [known + piece[line[begin:end]] for known, line in zip(sums, batch.lines, strict=True)]
            end = begin
        return [line[:end] for line in batch.lines], sums


def cutter_of(packing: Packing, columns: Columns) -> Cutter | None:
    """Lay the cuts; None where more than one cell stands before the answers, or they are not written alike."""
    order = sorted(range(len(columns.items)), key=columns.items.__getitem__)
    before = columns.width - len(order)
    signs = {len(str(value)) for spelling in packing.spellings for value in spelling.adds}
    is_together = [columns.items[place] for place in order] == list(range(before, columns.width))
    if before > 1 or not is_together or len(signs) > 1:
        return None
    spellings = [packing.spellings[place] for place in order]
    pieces: list[Pieces] = []
    begin = 0
    for size in _sizes(spellings):
        pieces.append(Pieces(spellings[begin : begin + size], "," if begin or before else "", packing.bits))
        begin += size
    return Cutter(columns.width, signs.pop(), tuple(pieces))


def _sizes(spellings: Sequence[Spellings]) -> list[int]:
    """Take so many answers together that there are not too many kinds of a piece."""
    sizes, kinds = [0], 1
    for spelling in spellings:
        kinds *= len(spelling.adds)
        if kinds > MOST_KINDS:
            sizes.append(0)
            kinds = len(spelling.adds)
        sizes[-1] += 1
    return sizes
