"""Learns the shipped weights from `training/`: `make coach-train`. One thread, no chance: the same bytes each time."""

import os

os.environ["OPENBLAS_NUM_THREADS"] = "1"

import sys
from collections.abc import Callable
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from training import learning, rows
from training.second import second_look
from troth.coach.danger import evidence, held
from troth.coach.features import features
from troth.coach.folding import spelled
from troth.coach.names import FLAGS, HURTS, MARKS, TRAPS
from troth.coach.patterns import worded
from troth.coach.second_look import SecondLook, seen_together
from troth.coach.sentences import BITS as GAP_BITS
from troth.coach.sentences import WORD, gaps, signed
from troth.coach.weights import Table, packed

OUT = Path(__file__).resolve().parent.parent / "src" / "troth" / "coach" / "weights.bin"
MARK_BITS, TRAP_BITS, DANGER_BITS = 16, 15, 16
PENALTY, STEPS = 0.6, 45
# A rule that holds counts this many times as much as a word; and how many ordinary sentences the model may flag.
EVIDENCE, FALSE = 2.0, 0.0009
# No reporting line lies lower: a false hurtful mark costs more than a missed one.
LEAST_HURTS, LEAST_HELPS = 0.50, 0.30
Floats = NDArray[np.float64]
Fit = Callable[..., tuple[Floats, Floats]]


def main() -> None:
    """Learn, write, say how large."""
    mark_table, second, _ = marks(rows.sentences())
    danger_table, weighed, _ = danger(rows.dangers())
    tables = {"marks": mark_table, "traps": traps()[0], "danger": danger_table, "gaps": gap_table()}
    raw = packed(tables, second, weighed, rests_on=rows.prints())
    OUT.write_bytes(raw)
    sys.stdout.write(f"{OUT.name}: {len(raw):,} bytes\n")


def marks(given: rows.Labelled) -> tuple[Table, SecondLook, Floats]:
    """Learn the marks, and the second look; beside them the scores that each sentence got without its author."""
    seen = learning.table_of(features(given.texts, given.messages), bits=MARK_BITS)
    fold = rows.folds(given.authors)
    inputs = seen_together(_apart(seen, given, fold), given.messages, [len(one) for one in given.texts])
    again = np.zeros(given.truth.shape)
    for one in range(int(fold.max()) + 1):
        rest = fold != one
        again[~rest] = second_look(inputs[rest], given.truth[rest]).sums(inputs[~rest])
    low = np.array([LEAST_HURTS if mark in HURTS else LEAST_HELPS for mark in MARKS])
    slope, shift, line, scores = _calibrated(again, given.truth, low)
    weights, offset = learning.fitted(seen, given.truth, penalty=PENALTY, steps=STEPS)
    table = learning.small(MARKS, weights, offset, slope=slope, shift=shift, line=line)
    return table, second_look(inputs, given.truth), scores


def traps() -> tuple[Table, Floats]:
    """Learn the traps."""
    return _learned(rows.thoughts(), TRAPS, bits=TRAP_BITS, low=np.full(len(TRAPS), 0.3))


def danger(given: rows.Labelled) -> tuple[Table, dict[str, Floats], Floats]:
    """Learn danger from phrases, what only looks like them, and sentences of messages; what rules hold is evidence."""
    names, hits = _evidence(given.texts)
    words = learning.table_of(features(given.texts, given.messages), bits=DANGER_BITS)
    seen = sparse.hstack((words, hits * EVIDENCE)).tocsr()
    apart = _apart(seen, given, rows.folds(given.authors), fit=learning.fitted_with_any)
    slope, shift, _, scores = _calibrated(apart, given.truth, np.full(len(FLAGS), 0.3))
    line = 1.0 / (1.0 + np.exp(-(slope * _wary_edge(apart, given) + shift)))
    weights, offset = learning.fitted_with_any(seen, given.truth, penalty=PENALTY, steps=STEPS)
    many = words.shape[1]
    table = learning.small(FLAGS, weights[:many], offset, slope=slope, shift=shift, line=line)
    return table, dict(zip(names, weights[many:] * EVIDENCE, strict=True)), scores


def evidence_in(text: str) -> frozenset[str]:
    """Give the names of all patterns that hold somewhere in a text."""
    said = (worded(spelled(text[one.start : one.end])) for one in signed(text))
    return frozenset[str]().union(*(evidence(held(one)) for one in said))


def _evidence(texts: list[str]) -> tuple[list[str], sparse.csr_matrix]:
    found = [evidence_in(text) for text in texts]
    names = sorted(frozenset[str]().union(*found))
    cells = [(row, names.index(name)) for row, each in enumerate(found) for name in sorted(each)]
    shape = (len(texts), len(names))
    return names, sparse.csr_matrix((np.ones(len(cells)), tuple(zip(*cells, strict=True))), shape=shape)


def _wary_edge(apart: Floats, given: rows.Labelled) -> float:
    """Choose one edge for all flags, before calibration, at which so many of a thousand ordinary sentences would be flagged."""
    return float(np.quantile(apart[given.ordinary].max(axis=1), 1 - FALSE))


def _learned(given: rows.Labelled, names: tuple[str, ...], *, bits: int, low: Floats) -> tuple[Table, Floats]:
    seen = learning.table_of(features(given.texts, given.messages), bits=bits)
    apart = _apart(seen, given, rows.folds(given.authors))
    slope, shift, line, scores = _calibrated(apart, given.truth, low)
    weights, offset = learning.fitted(seen, given.truth, penalty=PENALTY, steps=STEPS)
    return learning.small(names, weights, offset, slope=slope, shift=shift, line=line), scores


def _apart(
    seen: sparse.csr_matrix, given: rows.Labelled, fold: NDArray[np.int64], *, fit: Fit = learning.fitted
) -> Floats:
    """Score each text by a model that saw nothing of its author."""
    apart = np.zeros(given.truth.shape)
    for one in range(int(fold.max()) + 1):
        rest = fold != one
        weights, offset = fit(seen[rest], given.truth[rest], penalty=PENALTY, steps=STEPS)
        apart[~rest] = seen[~rest] @ weights + offset
    return apart


def _calibrated(
    raw: Floats, truth: NDArray[np.float32], low: Floats
) -> tuple[Floats, Floats, Floats, Floats]:
    """Give Platt's two numbers and the reporting line of each column, and the calibrated scores."""
    fits = [learning.platt(raw[:, at], truth[:, at].astype(float)) for at in range(truth.shape[1])]
    slope, shift = np.array([one[0] for one in fits]), np.array([one[1] for one in fits])
    scores = 1.0 / (1.0 + np.exp(-(raw * slope + shift)))
    line = [learning.line_of(scores[:, at], truth[:, at], low=float(low[at])) for at in range(truth.shape[1])]
    return slope, shift, np.array(line), scores


def gap_table(without: frozenset[str] = frozenset()) -> Table:
    """Learn where a sentence ends without a sign, leaving out some authors."""
    runs, truth = [], []
    for row in rows.lines(*rows.MESSAGES):
        if row["author"] in without:
            continue
        ends = {one["end"] for one in row["sentences"]}
        for span in signed(row["text"]):
            words = [found.span() for found in WORD.finditer(row["text"], span.start, span.end)]
            if len(words) >= 4:
                runs.append([row["text"][a:b] for a, b in words])
                truth.extend(end in ends for _, end in words[:-1])
    rows_of, _ = gaps(runs)
    shape = (len(rows_of), 1 << GAP_BITS)
    bounds = np.arange(len(rows_of) + 1) * rows_of.shape[1]
    seen = sparse.csr_matrix((np.ones(rows_of.size), rows_of.ravel(), bounds), shape=shape)
    weights, offset = learning.fitted(seen, np.array(truth, dtype=np.float32)[:, None], penalty=1.0, steps=60)
    one = np.ones(1)
    return learning.small(("end",), weights, offset, slope=one, shift=one * 0, line=one / 2)


if __name__ == "__main__":
    main()
