"""The compiled kernel gives the same numbers; it is an extra, and nothing else needs it."""

from datetime import timedelta

import numpy as np
import pytest

from tests.trends.examples import AT, BREACH, DOWN, NOON, UP, random_ratings
from tests.trends.test_metamorphic import numbers
from troth.trends import Rating, felt_trust, felt_trust_many

pytest.importorskip("numba", reason="the extra troth[fast] is not installed")

from troth.trends import fast


@pytest.mark.parametrize("events", [(), (BREACH,)])
def test_the_worked_examples(events):
    for ratings in (UP, DOWN):
        one, other = fast.felt_trust(ratings, at=AT, events=events), felt_trust(ratings, at=AT, events=events)
        assert numbers(one) == pytest.approx(numbers(other), abs=1e-9)
    assert fast.compare(UP, at=AT).word == "probably higher"


def test_random_records_and_hardly_any_ratings():
    rng = np.random.default_rng(8)
    records = [
        [],
        [Rating(NOON, 3)],
        *(random_ratings(rng, int(n), days=200) for n in rng.integers(2, 150, 30)),
    ]
    at = NOON + timedelta(days=205)
    pairs = zip(fast.felt_trust_many(records, at=at), felt_trust_many(records, at=at), strict=True)
    for one, other in pairs:
        assert numbers(one) == pytest.approx(numbers(other), abs=1e-9)
        assert (one.n, one.compare.word, one.days) == (other.n, other.compare.word, other.days)
