"""The same likelihood as statsmodels' local level with an autoregressive part, on a daily grid with gaps."""

from datetime import timedelta

import numpy as np
import pytest

from tests.trends.examples import NOON
from tests.trends.peers import statsmodels_log_likelihood
from troth.trends import Rating, log_likelihood


@pytest.mark.parametrize("seed", range(4))
def test_log_likelihood(seed):
    rng = np.random.default_rng(seed)
    days = np.sort(rng.choice(120, size=70, replace=False))
    days -= days[0]
    values = np.clip(np.round(6 + np.cumsum(rng.normal(0, 0.2, 70)) + rng.normal(0, 1.5, 70)), 0, 10)
    ratings = [Rating(NOON + timedelta(days=int(d)), float(v)) for d, v in zip(days, values, strict=True)]
    lane = {
        "q": float(np.exp(rng.uniform(-8, -0.5))),
        "tau": float(rng.choice([0.7, 1.5, 6])),
        "r": 1.0,
        "sigma2": 2.1,
    }
    assert log_likelihood(ratings, **lane) == pytest.approx(
        statsmodels_log_likelihood(days, values, **lane), abs=1e-8
    )
