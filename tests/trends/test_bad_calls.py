"""Wrong values: one line each, and no word of a person in it."""

from datetime import datetime, timedelta
from math import inf, nan

import pytest

from tests.trends.examples import AT, NOON, UP
from troth import trends
from troth.trends import Event, Promise, Rating, ReliabilityOptions, TrendOptions

BARE = datetime(2026, 1, 1)
DAY = timedelta(days=1)
RCI = trends.reliable_change


@pytest.mark.parametrize(
    ("call", "says"),
    [
        (lambda: Promise(NOON, "quokka", NOON), "outcome: expected kept, missed, renegotiated or open"),
        (lambda: Promise(NOON, "kept", NOON, size="quokka"), "size: expected tiny, small, medium or large"),
        (lambda: Promise(NOON, "kept", NOON, dimension="quokka"), "dimension: expected ability, integrity or benevolence"),
        (lambda: Promise(BARE, "open"), "due: expected a moment with its offset"),
        (lambda: Promise("quokka", "open"), "due: expected a moment with its offset"),
        (lambda: Promise(NOON, "kept", BARE), "at: expected a moment with its offset"),
        (lambda: Promise(NOON, "kept"), "at: expected the moment when it was kept"),
        (lambda: Promise(NOON, "open", NOON), "at: expected nothing while open"),
        (lambda: Promise(NOON, "open", made=NOON + DAY), "due: expected at or after made"),
        (lambda: Promise(NOON, "kept", NOON, repaired=NOON), "repaired: expected only where the outcome is missed"),
        (lambda: Promise(NOON, "missed", NOON, repaired=NOON - DAY), "repaired: expected at or after at"),
        (lambda: Promise(NOON, "open", sure=101), "sure: expected 0 to 100"),
        (lambda: Promise(NOON, "open", sure=nan), "sure: expected a number"),
        (lambda: Rating(BARE, 3), "at: expected a moment with its offset"),
        (lambda: Rating(NOON, inf), "rating: expected a number"),
        (lambda: Rating(NOON, True), "rating: expected a number"),
        (lambda: Event(NOON, "quokka"), "kind: expected breach, repair, talk or other"),
        (lambda: ReliabilityOptions(prior_mean=1), "prior_mean: expected between 0 and 1"),
        (lambda: ReliabilityOptions(half_life_days=0), "half_life_days: expected more than 0"),
        (lambda: TrendOptions(low=5, high=5), "scale: expected LOW below HIGH"),
        (lambda: TrendOptions(rhythm="hourly"), "rhythm: expected daily or weekly"),
        (lambda: TrendOptions(prior="mine"), "prior: expected mood-1 or sceptical"),
        (lambda: TrendOptions(baseline=(NOON, NOON)), "baseline: expected its end after its start"),
        (lambda: trends.felt_trust([Rating(NOON, 11)], at=AT), "rating: expected 0 to 10"),
        (lambda: trends.felt_trust(UP, at=BARE), "at: expected a moment with its offset"),
        (lambda: trends.reliability([], at=BARE), "at: expected a moment with its offset"),
        (lambda: trends.log_likelihood(UP, q=-1, tau=1, r=1, sigma2=1), "q and r: expected 0 or more"),
        (lambda: trends.log_likelihood(UP, q=1, tau=None, r=1, sigma2=1), "tau: expected more than 0"),
        (lambda: trends.log_likelihood(UP, q=1, tau=1, r=1, sigma2=0), "sigma2: expected more than 0"),
        (lambda: RCI(1, 2, sd=0, reliability=0.8), "sd: expected more than 0"),
        (lambda: RCI(1, 2, sd=1, reliability=1), "reliability: expected 0 or more, and less than 1"),
        (lambda: RCI(1, 2, sd=1, reliability=0.5, confidence=1), "confidence: expected between 0 and 1"),
        (lambda: trends.state_of([]), "ratings: expected at least one"),
        (lambda: trends.add_rating(trends.state_of(UP), UP[0]), "rating: expected at or after the last one"),
        (lambda: trends.level_of(trends.state_of(UP), at=NOON), "at: expected at or after the last rating"),
    ],
)  # fmt: skip
def test_a_wrong_value_is_one_line(call, says):
    with pytest.raises(ValueError) as told:  # noqa: PT011
        call()
    assert str(told.value) == says
