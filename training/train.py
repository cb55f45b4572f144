"""Learns the shipped weights from `training/`: `make coach-train`. One thread, no chance: the same bytes each time."""

import os

os.environ["OPENBLAS_NUM_THREADS"] = "1"

import sys
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from training import learning, rows
from troth.coach.features import features
from troth.coach.names import HURTS, MARKS, TRAPS
from troth.coach.sentences import BITS as GAP_BITS
from troth.coach.sentences import WORD, gaps, signed
from troth.coach.weights import Table, packed

OUT = Path(__file__).resolve().parent.parent / "src" / "troth" / "coach" / "weights.bin"
MARK_BITS, TRAP_BITS = 16, 15
PENALTY, STEPS = 0.25, 60
Floats = NDArray[np.float64]


def main() -> None:
    """Learn, write, say how large."""
    tables = {"marks": marks()[0], "traps": traps()[0], "gaps": gap_table()}
    raw = packed(tables, rests_on=rows.prints())
    OUT.write_bytes(raw)
    sys.stdout.write(f"{OUT.name}: {len(raw):,} bytes\n")


def marks() -> tuple[Table, Floats]:
    """Learn the marks; beside them the scores that each sentence got from models without its author."""
    lows = {mark: 0.32 if mark in HURTS else 0.30 for mark in MARKS}
    return _learned(rows.sentences(), MARKS, bits=MARK_BITS, low=np.array([lows[m] for m in MARKS]))


def traps() -> tuple[Table, Floats]:
    """Learn the traps."""
    return _learned(rows.thoughts(), TRAPS, bits=TRAP_BITS, low=np.full(len(TRAPS), 0.3))


def _learned(given: rows.Labelled, names: tuple[str, ...], *, bits: int, low: Floats) -> tuple[Table, Floats]:
    seen = learning.table_of(features(given.texts, given.messages), bits=bits)
    fold = rows.folds(given.authors)
    apart = np.zeros(given.truth.shape)
    for one in range(int(fold.max()) + 1):
        rest = fold != one
        weights, offset = learning.fitted(seen[rest], given.truth[rest], penalty=PENALTY, steps=STEPS)
        apart[~rest] = seen[~rest] @ weights + offset
    fits = [learning.platt(apart[:, at], given.truth[:, at].astype(float)) for at in range(len(names))]
    slope, shift = np.array([one[0] for one in fits]), np.array([one[1] for one in fits])
    scores = 1.0 / (1.0 + np.exp(-(apart * slope + shift)))
    line = np.array(
        [learning.line_of(scores[:, at], given.truth[:, at], low=float(low[at])) for at in range(len(names))]
    )
    weights, offset = learning.fitted(seen, given.truth, penalty=PENALTY, steps=STEPS)
    return learning.small(names, weights, offset, slope=slope, shift=shift, line=line), scores


def gap_table(without: frozenset[str] = frozenset()) -> Table:
    """Learn where a sentence ends without a sign, leaving out some authors."""
    places, truth = [], []
    for row in rows.lines(*rows.MESSAGES):
        if row["author"] in without:
            continue
        ends = {one["end"] for one in row["sentences"]}
        for span in signed(row["text"]):
            words = [found.span() for found in WORD.finditer(row["text"], span.start, span.end)]
            if len(words) >= 4:
                places.append(gaps([row["text"][a:b] for a, b in words]))
                truth.extend(end in ends for _, end in words[:-1])
    rows_of = np.vstack(places)
    shape = (len(rows_of), 1 << GAP_BITS)
    bounds = np.arange(len(rows_of) + 1) * rows_of.shape[1]
    seen = sparse.csr_matrix((np.ones(rows_of.size), rows_of.ravel(), bounds), shape=shape)
    weights, offset = learning.fitted(seen, np.array(truth, dtype=np.float32)[:, None], penalty=1.0, steps=60)
    one = np.ones(1)
    return learning.small(("end",), weights, offset, slope=one, shift=one * 0, line=one / 2)


if __name__ == "__main__":
    main()
