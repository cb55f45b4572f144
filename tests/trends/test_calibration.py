"""A small version of the calibration checks; `make validate` runs them in full size."""

import numpy as np
from scipy import stats

from tests.trends.validation.answers import mixtures
from tests.trends.validation.rows_calibration import _draw
from troth.trends.beta import beta_cdf
from troth.trends.evidence import Counted, tally
from troth.trends.inputs import ReliabilityOptions


def test_level_and_contrast_are_calibrated_in_the_models_own_world():
    rng = np.random.default_rng(41)
    drawn = [_draw(rng) for _ in range(240)]
    asked = mixtures([record for record, _ in drawn])
    places = np.array(
        [
            (level.at_most(truth[0]), d.at_most(truth[1]))
            for (level, d, _), (_, truth) in zip(asked, drawn, strict=True)
        ]
    )
    for column in places.T:
        assert stats.kstest(column, "uniform").pvalue > 0.001
        assert 0.70 < (np.abs(column - 0.5) < 0.4).mean() < 0.90


def test_reliability_is_calibrated_where_nothing_is_forgotten():
    rng = np.random.default_rng(42)
    never, places = ReliabilityOptions(half_life_days=None, half_life_weight=None), []
    for _ in range(500):
        rate, n = rng.random(), int(rng.integers(0, 30))
        kept = (rng.random(n) < rate).astype(float)
        found = tally(Counted(np.arange(n) * 86400.0, np.ones(n), kept), at=1e7, options=never)
        places.append(beta_cdf(rate, 1 + found.kept, 1 + found.broken))
    assert stats.kstest(places, "uniform").pvalue > 0.001
