"""Scores the sentences of messages in parts, so that a message of a million signs takes little memory."""

from collections.abc import Callable, Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from troth.coach.features import Features, features
from troth.coach.second_look import seen_together
from troth.coach.sentences import Span
from troth.coach.weights import Weights

Floats = NDArray[np.float64]
# A part never crosses messages, so that a message is scored alike alone and among others.
MOST, SIGNS = 50, 50_000


def scored(
    weights: Weights, texts: Sequence[str], spans: Sequence[Sequence[Span]]
) -> tuple[list[list[float]], list[list[float]]]:
    """Give each sentence its scores, in order: of the marks, and of danger before calibration."""

    def both(seen: Features, owners: list[int], lengths: list[int]) -> Floats:
        raw, wary = weights.raw(seen)
        again = weights.second.sums(seen_together(raw, owners, lengths))
        return np.hstack((weights.marks.calibrated(again), wary))

    found = _in_parts(both, texts, spans)
    many = len(weights.marks.names)
    return [one[:many] for one in found], [one[many:] for one in found]


def danger_scores(
    weights: Weights, texts: Sequence[str], spans: Sequence[Sequence[Span]]
) -> list[list[float]]:
    """Give each sentence its scores of danger alone, before calibration."""
    return _in_parts(lambda seen, *_: weights.danger.raw(seen), texts, spans)


def _in_parts(
    score: Callable[[Features, list[int], list[int]], Floats],
    texts: Sequence[str],
    spans: Sequence[Sequence[Span]],
) -> list[list[float]]:
    found: list[list[float]] = []
    pieces: list[str] = []
    owners: list[int] = []

    def flush() -> None:
        if pieces:
            found.extend(score(features(pieces, owners), owners, [len(one) for one in pieces]).tolist())
            pieces.clear()
            owners.clear()

    signs = 0
    for number, part in enumerate(_parts(texts, spans)):
        pieces.extend(part)
        owners.extend([number] * len(part))
        signs += sum(map(len, part))
        if signs >= SIGNS:
            flush()
            signs = 0
    flush()
    return found


def _parts(texts: Sequence[str], spans: Sequence[Sequence[Span]]) -> Iterator[list[str]]:
    for text, each in zip(texts, spans, strict=True):
        for start in range(0, len(each), MOST):
            yield [text[one.start : one.end] for one in each[start : start + MOST]]
