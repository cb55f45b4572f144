"""A second look at scores: a sentence's marks beside each other, and beside those of the sentences around it.

The first model scores each mark of each sentence alone. Which marks shut each other out, and in what company a sentence stands,
a small network with one hidden layer reads off those scores.
"""

from collections.abc import Sequence
from dataclasses import dataclass, fields

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
# Scores of neighbours count less, as they are less certain to matter.
AROUND = 0.3


@dataclass(frozen=True, slots=True)
class SecondLook:
    """The network: centre and spread of each input, hidden layer, output layer, and a straight way past the hidden layer."""

    centre: Floats
    spread: Floats
    hidden: Floats
    hidden_offset: Floats
    out: Floats
    straight: Floats
    offset: Floats

    def sums(self, inputs: Floats) -> Floats:
        """Score again: one row a sentence, one column a mark."""
        seen = (inputs - self.centre) / self.spread
        return np.asarray(
            np.tanh(seen @ self.hidden + self.hidden_offset) @ self.out + seen @ self.straight + self.offset
        )


def shapes(inputs: int, hidden: int, names: int) -> dict[str, tuple[int, ...]]:
    """Give the shape of each part, in the order in which they are kept."""
    found = (inputs,), (inputs,), (inputs, hidden), (hidden,), (hidden, names), (inputs, names), (names,)
    return {one.name: shape for one, shape in zip(fields(SecondLook), found, strict=True)}


def seen_together(raw: Floats, messages: Sequence[int], lengths: Sequence[int]) -> Floats:
    """Lay out what the second look sees.

    Parameters
    ----------
    raw : scores before calibration, one row a sentence in order, one column a mark
    messages : which message each sentence is of
    lengths : code points of each sentence

    Returns
    -------
    array : one row a sentence; own scores, the same as shares, the highest two, those of both neighbours, place, length

    Raises
    ------
    Nothing.

    Source
    ------
    Stacked generalisation: Wolpert 1992. ``docs/models/coach.md``.

    Examples
    --------
    >>> seen_together(np.zeros((3, 19)), [0, 0, 1], [10, 20, 30]).shape
    (3, 81)
    """
    of = np.asarray(messages)
    same = of[1:] == of[:-1]
    after, before = np.append(same, False), np.insert(same, 0, False)
    none = np.zeros((1, raw.shape[1]))
    previous = np.vstack((none, raw[:-1])) * before[:, None] * AROUND
    following = np.vstack((raw[1:], none)) * after[:, None] * AROUND
    shares = 1.0 / (1.0 + np.exp(-np.clip(raw, -30.0, 30.0)))
    highest = np.sort(raw, axis=1)[:, :-3:-1]
    place = np.column_stack((before, after, np.log1p(np.asarray(lengths))))
    return np.hstack((raw, shares, highest, previous, following, place))
