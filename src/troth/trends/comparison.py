"""Level and comparison, read off the weighed lanes."""

from collections.abc import Callable
from datetime import datetime
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from troth.trends.answers import Comparison, Level, Window
from troth.trends.hypotheses import Weighed
from troth.trends.inputs import TrendOptions
from troth.trends.mixture import Mixture, normalised
from troth.trends.moments import DAY, moment_at, seconds
from troth.trends.record import Record
from troth.trends.windows import LENGTHS, Windows, missing_share
from troth.trends.words import word_for


class Mixed(Protocol):
    """What a comparison asks of a mixture."""

    @property
    def mean(self) -> float:
        """The mean."""

    def more_than(self, x: float) -> float:
        """Give the probability of more than ``x``."""

    def quantile(self, p: float) -> float:
        """Give the point below which lies the share ``p``."""


Mixing = Callable[[int, NDArray[np.float64], NDArray[np.float64], NDArray[np.float64]], Mixed]
# Points of the scale that a difference must have to be called clear.
LEAST = 0.5


def level_and_comparison(
    weighed: Weighed, windows: Windows, record: Record, *, mixture: Mixing = Mixture
) -> tuple[Level, Comparison]:
    """Join the lanes to one mixture, and say what it says."""
    kept, weight = normalised(weighed.log_weight)
    noise = weighed.s[kept] / weighed.degrees
    level = mixture(
        weighed.degrees, weight, weighed.level[kept], np.sqrt(weighed.level_variance[kept] * noise)
    )
    found = Level(level.mean, level.quantile(0.1), level.quantile(0.9))
    if not windows.enough:
        return found, _not_enough(windows.baseline, windows.recent)
    d = mixture(weighed.degrees, weight, weighed.d[kept], np.sqrt(weighed.d_variance[kept] * noise))
    return found, _comparison(d, windows, missing_share(windows, record))


def nothing_to_compare(at: datetime, options: TrendOptions) -> Comparison:
    """Answer for a record without a rating: its recent window is known, its first one only if it was chosen."""
    start = moment_at(seconds(at) - LENGTHS[options.rhythm].recent_days * DAY)
    first, last = options.baseline or (None, None)
    return _not_enough(Window(first, last, 0), Window(start, at, 0))


def _comparison(d: Mixed, windows: Windows, missing: float) -> Comparison:
    difference, p_higher = d.mean, d.more_than(0.0)
    p_lower_days = d.more_than(missing)
    return Comparison(
        word=word_for(p_higher, difference, least=LEAST),
        p_higher=p_higher,
        difference=difference,
        low=d.quantile(0.1),
        high=d.quantile(0.9),
        baseline=windows.baseline,
        recent=windows.recent,
        missing_recent=missing,
        p_higher_if_missing_lower=p_lower_days,
        word_if_missing_lower=word_for(p_lower_days, difference - missing, least=LEAST),
    )


def _not_enough(baseline: Window, recent: Window) -> Comparison:
    return Comparison("not enough yet", None, None, None, None, baseline, recent, None, None, None)
