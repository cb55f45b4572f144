"""The recursions against one dense normal: evidence, level, contrast, smoother, jumps, and the whole answer."""

from datetime import timedelta

import numpy as np
import pytest

from tests.trends.dense import dense, mixture, points
from tests.trends.examples import NOON, random_ratings
from troth.trends import Event, Rating, TrendOptions, felt_trust, log_evidence
from troth.trends.grid import Grid, grid_of, one_lane
from troth.trends.hypotheses import possible_jumps
from troth.trends.moments import DAY, seconds
from troth.trends.smooth import smoothed


def laid_out(ratings):
    ordered = sorted(ratings, key=lambda one: (one.at, one.value))
    at = np.array([seconds(one.at) for one in ordered])
    return (at - at[0]) / DAY, np.array([one.value for one in ordered])


@pytest.mark.parametrize("seed", range(6))
def test_evidence_equals_the_dense_one(seed):
    rng = np.random.default_rng(seed)
    ratings = random_ratings(rng, int(rng.integers(1, 13)), days=40)
    at, value = laid_out(ratings)
    for q, r, tau in ((0.03, 1.0, 1.5), (1e-6, 3.0, 12.0), (0.6, 0.0, 1.0), (0, 0.2, 0.7)):
        slow = dense(at, value, q=q, r=r, tau=tau, asked=[([0.0], [1.0])])
        assert log_evidence(ratings, q=q, tau=tau, r=r) == pytest.approx(slow.log_evidence, abs=1e-8)


@pytest.mark.parametrize("seed", range(4))
def test_the_smoother_equals_the_dense_one_with_and_without_jumps(seed):
    rng = np.random.default_rng(100 + seed)
    at, value = laid_out(random_ratings(rng, 12, days=40))
    days = np.array([0.0, 0.4, 7.7, *at[4:6], 39.0, 45.0])
    jumps = ((), (11.3,), (float(at[5]), 30.0), (44.0,))
    lanes = [(0.03, 1.0, 1.5), (0.1, 3.0, 6.0), (0.001, 0.0, 1.0), (0.6, 0.5, 0.7)]
    grid = Grid(*(np.array(column) for column in zip(*lanes, strict=True)), np.zeros(4))
    level, variance = smoothed(at, value, days, grid, jumps=jumps)
    for lane, ((q, r, tau), moments) in enumerate(zip(lanes, jumps, strict=True)):
        slow = dense(at, value, q=q, r=r, tau=tau, asked=[([day], [1.0]) for day in days], jumps=moments)
        assert level[:, lane] == pytest.approx(slow.centre, abs=1e-8)
        assert variance[:, lane] == pytest.approx(slow.variance, abs=1e-8)


def test_one_lane_and_one_rating_know_only_that_rating():
    level, variance = smoothed(
        np.array([0.0]), np.array([6.0]), np.array([2.0]), one_lane(q=0.1, r=0.5, tau=3), jumps=((),)
    )
    assert (level[0, 0], variance[0, 0]) == pytest.approx((6.0, 1.7))


@pytest.mark.parametrize("breaches", [(), (20.0,), (9.0, 20.2), (9.0, 20.2, 20.3)])
def test_the_whole_answer_equals_the_dense_mixture(breaches):
    """147 lanes times all hypotheses, each a dense normal: level, contrast, both probabilities."""
    days = [0, 1.2, 2, 4.5, 6, 13, 20, 20, 22.5, 23, 25.75, 28.5]
    values = [5, 6, 4.5, 7, 6, 5, 3, 4, 2.5, 4, 3, 3.5]
    ratings = [Rating(NOON + timedelta(days=day), value) for day, value in zip(days, values, strict=True)]
    end = 29.25
    start = NOON - timedelta(days=0.5)
    options = TrendOptions(baseline=(start, start + timedelta(days=14)))
    found = felt_trust(
        ratings, at=NOON + timedelta(days=end), events=[Event(NOON + timedelta(days=day)) for day in breaches],
        options=options,
    )  # fmt: skip
    possible = possible_jumps(end, logged=np.array(breaches))
    nodes = np.concatenate((np.arange(14.0), end - np.arange(14) - 0.5))
    asked = [([end], [1.0]), (nodes, np.repeat([-1 / 14, 1 / 14], 14))]
    at, value = laid_out(ratings)
    parts = [
        (
            lane_prior + set_prior,
            dense(at, value, q=q, r=r, tau=tau, asked=asked, jumps=possible.at[list(places)]),
        )
        for places, set_prior in zip(possible.sets, possible.log_prior, strict=True)
        for q, r, tau, lane_prior in points(grid_of("mood-1"))
    ]
    level, mean, _ = mixture(parts, 0)
    d, difference, _ = mixture(parts, 1)
    assert found.level.mean == pytest.approx(mean, abs=1e-6)
    assert (level(found.level.low), level(found.level.high)) == pytest.approx((0.1, 0.9), abs=1e-6)
    assert found.compare.difference == pytest.approx(difference, abs=1e-6)
    assert found.compare.p_higher == pytest.approx(1 - d(0), abs=1e-6)
    assert found.compare.p_higher_if_missing_lower == pytest.approx(
        1 - d(found.compare.missing_recent), abs=1e-6
    )
    assert (d(found.compare.low), d(found.compare.high)) == pytest.approx((0.1, 0.9), abs=1e-6)


def test_the_prior_of_jumps_adds_up_and_follows_the_rules():
    plain = possible_jumps(100, logged=np.empty(0))
    assert np.exp(plain.log_prior[0]) == pytest.approx(np.exp(-100 / 120))
    assert plain.at == pytest.approx((np.arange(42) + 0.5) * 100 / 42)
    logged = possible_jumps(100, logged=np.array([5.0, 60.0]))
    prior = np.exp(logged.log_prior)
    assert prior.sum() == pytest.approx(1)
    none = prior[0]
    assert prior[-3:] / none == pytest.approx([0.3 / 0.7, 0.3 / 0.7, (0.3 / 0.7) ** 2])
    assert prior[1] / none == pytest.approx(np.expm1(100 / 120) / 42)
