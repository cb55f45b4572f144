"""Acts and felt trust: shrinkage, silence, and a link that is there."""

from datetime import timedelta

import numpy as np
import pytest

from tests.trends.examples import NOON
from troth.trends import Event, Promise, Rating, acts_and_trust
from troth.trends.acts import shrunk


def test_the_printed_shrinkage():
    assert " ".join(f"{one:.4f}" for one in shrunk(0.30, 0.13, when="same day")) == "0.2109 0.1090 0.9735"
    assert " ".join(f"{one:.4f}" for one in shrunk(0.30, 0.13, when="carried over")) == "0.0561 0.0467 0.8853"


def world(seed, *, effect, days=120):
    rng = np.random.default_rng(seed)
    acts, ratings = [], []
    for day in range(days):
        at = NOON + timedelta(days=day)
        kept = rng.random() < 0.5
        if kept:
            when = at - timedelta(hours=float(rng.uniform(1, 20)))
            acts.append(Promise(when, "kept", when))
        ratings.append(Rating(at, float(np.clip(5 + effect * kept + rng.normal(0, 0.6), 0, 10))))
    return acts, ratings, at


def test_a_strong_link_is_seen_and_a_missing_one_is_not():
    acts, ratings, at = world(1, effect=2.0)
    same, carried = acts_and_trust(acts, ratings, at=at)
    assert (same.act, same.when, same.say) == ("kept", "same day", True)
    assert same.beta == pytest.approx(0.85, abs=0.1)
    assert (carried.when, carried.say) == ("carried over", False)
    assert not any(one.say for one in acts_and_trust(*world(2, effect=0.0)[:2], at=at))


def test_fewer_than_sixty_days_are_not_enough():
    acts, ratings, at = world(3, effect=2.0, days=59)
    assert acts_and_trust(acts, ratings, at=at) == ()


@pytest.mark.parametrize("other", [[], [Event(NOON + timedelta(days=3), "talk")]])
def test_without_acts_there_is_nothing_to_link(other):
    _, ratings, at = world(4, effect=0)
    assert acts_and_trust(other, ratings, at=at) == ()


def test_breaches_misses_and_repairs_are_kinds_of_their_own():
    _, ratings, at = world(5, effect=0)
    missed = Promise(NOON, "missed", NOON + timedelta(days=8), repaired=NOON + timedelta(days=12))
    breach = Event(NOON + timedelta(days=40, hours=-3))
    links = acts_and_trust([missed, breach], ratings, at=at)
    assert [(one.act, one.when) for one in links] == [
        ("missed", "same day"), ("missed", "carried over"), ("repair", "same day"), ("repair", "carried over"),
    ]  # fmt: skip
