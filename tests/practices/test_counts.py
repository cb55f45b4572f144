"""Plain counts and how they are rounded: worked by hand, bounds, what does not count."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from troth.practices.counts import (
    STEPS,
    LowDays,
    count_by,
    counted,
    halves,
    is_on_time,
    low_days,
    sureness,
    tenths,
    times_in,
)
from troth.values import Outcome, Rating

AT = datetime(2026, 3, 31, 18, tzinfo=UTC)
ON = AT.date()


def term(result="kept", *, ago=3.0, late=0.0, size="tiny", sure=None):
    at = AT - timedelta(days=ago)
    return Outcome(
        made=at - timedelta(days=3),
        due=at - timedelta(days=late),
        result=result,
        at=None if result == "open" else at,
        size=size,
        dimension=None,
        sure=sure,
    )


def energy(points, *, ago=0, hour=18, scale="energy"):
    on = ON - timedelta(days=ago)
    at = datetime(on.year, on.month, on.day, hour, tzinfo=UTC)
    return Rating(at=at, on=on, scale=scale, points=points, role="supporter")


@pytest.mark.parametrize(
    ("share", "said"), [(0, 0), (0.049, 0), (0.05, 1), (0.6201, 6), (0.3544, 4), (0.8622, 9), (1, 10)]
)
def test_shares_are_said_in_tenths(share, said):
    assert tenths(share) == said


@pytest.mark.parametrize(
    ("points", "said"), [(6.007, 6), (5.354, 5.5), (6.6557, 6.5), (5.25, 5.5), (5.2499, 5), (0.2, 0)]
)
def test_trust_is_said_in_halves(points, said):
    assert halves(points) == said


@given(st.floats(0, 1))
def test_a_tenth_is_never_further_than_a_twentieth(share):
    assert abs(tenths(share) / 10 - share) <= 0.05 + 1e-9


def test_what_has_weight_counts_and_nothing_else():
    some = [
        term(), term(late=2), term("missed"), term("renegotiated", late=1),
        term("renegotiated", late=-1), term("open"), term(ago=-1),
    ]  # fmt: skip
    assert counted(some, at=AT) == tuple(some[:4])
    assert count_by([*some, term(size="large")], of="size", at=AT) == {"tiny": 4, "large": 1}
    assert count_by(some, of="dimension", at=AT) == {}


def test_on_time_is_kept_at_its_due_moment_or_before():
    assert is_on_time(term())
    assert is_on_time(term(late=-1))
    assert not any(is_on_time(one) for one in (term(late=0.1), term("missed"), term("open")))


def test_four_answers_on_sureness_say_nothing_and_five_do():
    four = [term(sure=80) for _ in range(4)]
    assert sureness([*four, term()], at=AT) == ()
    (step,) = sureness([*four, term("missed", sure=80)], at=AT)
    assert (step.low, step.high, step.n, step.said, step.kept) == (70, 85, 5, 0.8, 0.8)


def test_late_is_not_kept_when_sureness_is_looked_at():
    steps = sureness([term(sure=100, late=1) for _ in range(5)], at=AT)
    assert [step.kept for step in steps] == [0.0]


@given(st.lists(st.integers(0, 100), min_size=5, max_size=40))
def test_every_answer_falls_into_exactly_one_step(answers):
    steps = sureness([term(sure=sure) for sure in answers], at=AT)
    assert sum(step.n for step in steps) == len(answers)
    assert [(step.low, step.high) for step in steps] == [
        pair for pair in STEPS if any(pair[0] < sure <= pair[1] for sure in answers)
    ]


def test_low_days_are_counted_among_answered_days_the_last_answer_of_a_day():
    some = [
        energy(2),
        energy(3, ago=1),
        energy(4, ago=2),
        energy(1, ago=3, hour=9),
        energy(8, ago=3, hour=20),
    ]
    others = [energy(1, ago=28), energy(0, scale="safety"), energy(0, ago=-1)]
    assert low_days([*others, *reversed(some)], scale="energy", most=3, on=ON) == LowDays(n=4, low=2)


def test_twelve_weeks_begin_eighty_three_days_ago():
    days = [ON, ON, ON - timedelta(days=83), ON - timedelta(days=84), ON + timedelta(days=1)]
    assert times_in(days, on=ON) == 3
    assert times_in([date(2026, 3, 1)], on=ON, weeks=1) == 0
