"""What must not change the answer, and what must."""

from dataclasses import replace
from datetime import UTC, timedelta, timezone
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.trends.examples import AT, DOWN, NOON, UP, random_ratings
from troth.trends import (
    Rating,
    TrendOptions,
    add_rating,
    felt_trust,
    felt_trust_many,
    level_of,
    score_trend,
    smooth,
    state_of,
)


def numbers(found):
    said, change = found.compare, found.change
    flat = [
        *((found.level.mean, found.level.low, found.level.high) if found.level else ()),
        *(said.p_higher, said.difference, said.low, said.high, said.p_higher_if_missing_lower),
        *(change.p_recent, change.p_down),
    ]
    return [value for value in flat if value is not None]


@settings(max_examples=12, deadline=None)
@given(st.integers(0, 2**32 - 1), st.integers(-300_000, 300_000))
def test_shifting_all_moments_shifts_nothing_else(seed, minutes):
    ratings = random_ratings(np.random.default_rng(seed), 40, days=70)
    by, at = timedelta(minutes=minutes), NOON + timedelta(days=71)
    shifted = [Rating(one.at + by, one.value) for one in ratings]
    assert numbers(felt_trust(shifted, at=at + by)) == pytest.approx(
        numbers(felt_trust(ratings, at=at)), abs=1e-9
    )


@settings(max_examples=12, deadline=None)
@given(st.integers(0, 2**32 - 1), st.randoms(use_true_random=False))
def test_the_order_of_rows_is_no_matter(seed, chance):
    ratings = random_ratings(np.random.default_rng(seed), 40, days=70)
    turned = ratings[:]
    chance.shuffle(turned)
    at = NOON + timedelta(days=71)
    assert felt_trust(turned, at=at) == felt_trust(ratings, at=at)


def test_another_scale_of_the_same_answers():
    hundred = TrendOptions(low=0, high=100)
    found = felt_trust([Rating(one.at, one.value * 10) for one in UP], at=AT, options=hundred)
    assert numbers(found) == pytest.approx(numbers(felt_trust(UP, at=AT)), abs=1e-9)
    steps = score_trend([Rating(one.at, one.value * 10) for one in UP], options=hundred).steps
    assert [one.log_density for one in steps] == pytest.approx(
        [one.log_density for one in score_trend(UP).steps]
    )


def test_a_scale_turned_round_mirrors_the_answer():
    turned = felt_trust([Rating(one.at, 10 - one.value) for one in DOWN], at=AT)
    found = felt_trust(DOWN, at=AT)
    assert turned.level.mean == pytest.approx(10 - found.level.mean, abs=1e-9)
    assert turned.compare.p_higher == pytest.approx(1 - found.compare.p_higher, abs=1e-9)
    assert turned.compare.low == pytest.approx(-found.compare.high, abs=1e-8)


def test_zones_are_no_matter():
    zones = [timezone(timedelta(hours=hours)) for hours in (-8, 0, 5.5, 12)]
    turned = [Rating(one.at.astimezone(zones[place % 4]), one.value) for place, one in enumerate(UP)]
    found = felt_trust(turned, at=AT.astimezone(zones[0]))
    assert replace(found, at=AT) == felt_trust(UP, at=AT)
    assert found.first.tzinfo is UTC


def test_weeks_without_ratings_widen_the_level():
    widths = []
    for week in range(5):
        level = felt_trust(UP, at=AT + timedelta(weeks=week)).level
        widths.append(level.high - level.low)
    assert all(later > earlier for earlier, later in pairwise(widths))


def test_the_same_input_gives_the_same_bytes():
    assert repr(felt_trust(DOWN, at=AT)) == repr(felt_trust(DOWN, at=AT))
    assert smooth(DOWN, at=AT) == smooth(DOWN, at=AT)


def test_side_by_side_or_alone_is_the_same():
    rng = np.random.default_rng(5)
    records = [random_ratings(rng, count, days=80) for count in (30, 60, 2, 90, 17, 45, 60, 33, 21)]
    records[3:3] = [[], [Rating(NOON, 3)]]
    at = NOON + timedelta(days=80)
    for found, ratings in zip(felt_trust_many(iter(records), at=at), records, strict=True):
        alone = felt_trust(ratings, at=at)
        assert numbers(found) == pytest.approx(numbers(alone), abs=1e-9)
        assert (found.n, found.compare.word, found.days) == (alone.n, alone.compare.word, alone.days)


def test_one_rating_more_without_going_through_the_record_again():
    ratings = random_ratings(np.random.default_rng(9), 60, days=90)
    at, options = NOON + timedelta(days=95), TrendOptions(jumps=False)
    state = state_of(ratings[:30])
    for one in ratings[30:]:
        state = add_rating(state, one)
    found, whole = level_of(state, at=at), felt_trust(ratings, at=at, options=options).level
    assert (found.mean, found.low, found.high) == pytest.approx((whole.mean, whole.low, whole.high), abs=1e-9)


def test_scores_use_only_what_came_before():
    changed = [*UP[:-1], Rating(UP[-1].at, 0)]
    assert score_trend(changed).steps[:-1] == score_trend(UP).steps[:-1]
