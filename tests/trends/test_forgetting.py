"""Properties of forgetting and of the interval, on random records."""

from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.trends.examples import NOON
from troth.trends import Promise, reliability, score_reliability

AT = NOON + timedelta(days=400)
SIZES = st.sampled_from(["tiny", "small", "medium", "large"])
DIMENSIONS = st.sampled_from(["ability", "integrity", "benevolence", None])


@st.composite
def settled(draw):
    due = NOON + timedelta(days=draw(st.integers(0, 380)))
    at = due + timedelta(days=draw(st.integers(-3, 15)))
    outcome = draw(st.sampled_from(["kept", "missed", "renegotiated"]))
    return Promise(due, outcome, at, due - timedelta(days=8), draw(SIZES), draw(DIMENSIONS))


@st.composite
def kept_on_time(draw):
    due = NOON + timedelta(days=draw(st.integers(0, 380)))
    return Promise(due, "kept", due - timedelta(days=draw(st.integers(0, 5))), size=draw(SIZES))


@settings(max_examples=60, deadline=None)
@given(st.lists(settled(), max_size=25), kept_on_time())
def test_a_promise_kept_on_time_never_lowers_the_mean(some, one):
    assert reliability([*some, one], at=AT).mean >= reliability(some, at=AT).mean - 1e-12


@settings(max_examples=40, deadline=None)
@given(st.lists(settled(), max_size=25), st.randoms(use_true_random=False))
def test_order_is_no_matter(some, chance):
    turned = some[:]
    chance.shuffle(turned)
    one, other = reliability(some, at=AT), reliability(turned, at=AT)
    assert (one.mean, one.low, one.high) == pytest.approx((other.mean, other.low, other.high), abs=1e-12)
    assert {key: group.mean for key, group in one.dimensions.items()} == pytest.approx(
        {key: group.mean for key, group in other.dimensions.items()}, abs=1e-12
    )


@settings(max_examples=40, deadline=None)
@given(st.lists(settled(), max_size=60))
def test_bounds_hold(some):
    found = reliability(some, at=AT)
    assert 0 < found.low < found.mean < found.high < 1
    assert 0 <= found.n_eff <= found.n + 1e-12
    assert found.n <= 28.8540
    assert found.bound.low <= found.mean + 1e-12
    assert found.mean <= found.bound.high + 1e-12


@settings(max_examples=30, deadline=None)
@given(st.lists(settled(), min_size=4, max_size=12))
def test_each_step_of_the_score_is_the_mean_of_what_came_strictly_before(some):
    for step in score_reliability(some).steps:
        earlier = [one for one in some if one.at < step.at]
        assert step.predicted == pytest.approx(reliability(earlier, at=step.at).mean, abs=1e-9)


@settings(max_examples=30, deadline=None)
@given(st.lists(settled(), max_size=15), st.integers(1, 10_000))
def test_shifting_every_moment_changes_nothing(some, hours):
    by = timedelta(hours=hours)
    shifted = [
        Promise(one.due + by, one.outcome, one.at + by, one.made + by, one.size, one.dimension)
        for one in some
    ]
    one, other = reliability(some, at=AT), reliability(shifted, at=AT + by)
    assert (one.mean, one.low, one.high, one.n_eff) == pytest.approx(
        (other.mean, other.low, other.high, other.n_eff), abs=1e-9
    )
