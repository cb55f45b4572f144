"""Asks the room about many records at once, and only for what a check needs."""

from collections.abc import Sequence

import numpy as np

from troth.trends.change import changes_in
from troth.trends.hypotheses import Weighed
from troth.trends.inputs import TrendOptions
from troth.trends.mixture import Mixture, normalised
from troth.trends.model import trend_case, weigh_cases
from troth.trends.record import Record
from troth.trends.windows import windows_of
from troth.trends.words import Word, word_for

OPTIONS = TrendOptions()
TOGETHER = 8


def _mixtures(weighed: Weighed) -> tuple[Mixture, Mixture]:
    kept, weight = normalised(weighed.log_weight)
    noise = weighed.s[kept] / weighed.degrees
    level = Mixture(
        weighed.degrees, weight, weighed.level[kept], np.sqrt(weighed.level_variance[kept] * noise)
    )
    d = Mixture(
        weighed.degrees, weight, weighed.d[kept], np.sqrt(np.maximum(weighed.d_variance[kept], 0) * noise)
    )
    return level, d


def mixtures(records: Sequence[Record]):
    """Level and contrast of each record, and whether its windows hold enough."""
    for begin in range(0, len(records), TOGETHER):
        few = records[begin : begin + TOGETHER]
        windows = [windows_of(one, OPTIONS) for one in few]
        cases = [trend_case(one, mine, (), OPTIONS) for one, mine in zip(few, windows, strict=True)]
        for weighed, mine in zip(weigh_cases(cases, "mood-1"), windows, strict=True):
            yield (*_mixtures(weighed), mine.enough)


def words(records: Sequence[Record]) -> list[Word]:
    """The word of each record."""
    return [
        word_for(d.more_than(0.0), d.mean, least=0.5) if enough else "not enough yet"
        for _, d, enough in mixtures(records)
    ]


def level_places(records: Sequence[Record], truth: Sequence[float]) -> np.ndarray:
    """Where the true level lies in the distribution of each."""
    return np.array([level.at_most(x) for (level, _, _), x in zip(mixtures(records), truth, strict=True)])


def changes(records: Sequence[Record]):
    """The check for a sudden change, for each record."""
    found = []
    for begin in range(0, len(records), TOGETHER):
        found += changes_in(records[begin : begin + TOGETHER], (), OPTIONS)
    return found
