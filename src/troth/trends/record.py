"""Ratings as the model takes them: in order, on 0 to 10, none later than the answer."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from troth.trends.answers import Days, ScaleUse
from troth.trends.inputs import Rating, TrendOptions
from troth.trends.moments import DAY, EPOCH

Numbers = NDArray[np.float64]
TOP = 10.0
FULL = 0.30


@dataclass(frozen=True, slots=True)
class Record:
    """``n`` ratings in order: ``at`` in seconds since 1970, ``value`` from 0 to 10; ``end`` the moment of the answer."""

    at: Numbers
    value: Numbers
    end: float
    ignored: int

    @property
    def days(self) -> Numbers:
        """Days of each rating since the first one."""
        found: Numbers = (self.at - self.at[0]) / DAY
        return found

    @property
    def span(self) -> float:
        """Days from the first rating to the end."""
        return float(self.end - self.at[0]) / DAY

    def since(self, moment: float) -> "Record":
        """Keep the ratings later than a moment."""
        later = self.at > moment
        return Record(self.at[later], self.value[later], self.end, 0)

    def count(self, start: float, end: float) -> int:
        """Count ratings at ``start`` or later and before ``end``."""
        first, last = np.searchsorted(self.at, [start, end], side="left")
        return int(last - first)


def in_order(ratings: Sequence[Rating], *, options: TrendOptions) -> tuple[Numbers, Numbers]:
    """Map ratings to 0 to 10; give moments and values as they come."""
    low, high = options.low, options.high
    values = np.array([one.value for one in ratings], dtype=np.float64)
    if len(values) and not (low <= values.min() and values.max() <= high):
        raise ValueError(f"rating: expected {low:g} to {high:g}")
    at = np.array([(one.at - EPOCH).total_seconds() for one in ratings], dtype=np.float64)
    return at, values if (low, high) == (0.0, TOP) else (values - low) / (high - low) * TOP


def record_of(ratings: Sequence[Rating], *, end: float, options: TrendOptions) -> Record:
    """Sort ratings; those after the end are only counted. Equal moments go by value, so that their order is no matter."""
    at, value = in_order(ratings, options=options)
    known = at <= end
    order = np.lexsort((value[known], at[known]))
    return Record(at[known][order], value[known][order], end, int(len(at) - known.sum()))


def days_of(record: Record) -> Days:
    """Count one-day blocks back from the end: all since the first rating, and those with a rating."""
    if not len(record.at):
        return Days(0, 0)
    blocks = np.floor((record.end - record.at) / DAY)
    return Days(int(blocks[0]) + 1, len(np.unique(blocks)))


def scale_use(record: Record) -> ScaleUse:
    """Say how many ratings sit at either end of the scale."""
    if not len(record.at):
        return ScaleUse(0.0, False)
    share = float(((record.value <= 0) | (record.value >= TOP)).mean())
    return ScaleUse(share, share > FULL)
