"""The ladder: up after three on time, down after a miss, never beyond what was shown."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from troth.practices.ladder import STEPS, largest_size, rung_of
from troth.values import Outcome

AT = datetime(2026, 3, 1, 18, tzinfo=UTC)


def outcome(result="kept", *, ago=10.0, late=False, dimension="ability", size="tiny"):
    at = AT - timedelta(days=ago)
    due = at - timedelta(hours=1) if late else at + timedelta(hours=1)
    return Outcome(
        made=at - timedelta(days=1), due=due, result=result, at=at, size=size, dimension=dimension, sure=None
    )


def life(letters, **given):
    """k kept, l kept late, m missed, r renegotiated, oldest first; a day between."""
    results = {"k": "kept", "l": "kept", "m": "missed", "r": "renegotiated"}
    count = len(letters)
    return [
        outcome(results[letter], ago=count - place, late=letter == "l", **given)
        for place, letter in enumerate(letters)
    ]


@pytest.mark.parametrize(
    ("letters", "rung"),
    [
        ("", 1),
        ("kk", 1),
        ("kkk", 2),
        ("kkkkk", 2),
        ("kkkkkk", 3),
        ("kklk", 1),
        ("kkrk", 2),
        ("kkmkkk", 2),
        ("kkkm", 1),
        ("mmm", 1),
        ("k" * 18, 7),
        ("k" * 40, 7),
        ("k" * 18 + "mm", 5),
    ],
)
def test_three_on_time_in_a_row_lead_up_and_a_miss_leads_down(letters, rung):
    assert rung_of(life(letters), at=AT) == rung


def test_strain_over_four_keeps_it_where_it_is():
    assert rung_of(life("kkk"), at=AT, strain=5) == 1
    assert rung_of(life("kkk"), at=AT, strain=4) == 2


def test_a_missed_promise_about_integrity_holds_it_at_four_for_four_weeks():
    high = life("k" * 18)
    fresh = outcome("missed", ago=27.9, dimension="integrity")
    old = outcome("missed", ago=28, dimension="integrity")
    assert rung_of([*high, fresh], at=AT) == 4
    assert rung_of([*high, old], at=AT) == 7


def test_what_comes_later_is_not_known_yet():
    assert rung_of([*life("kk"), outcome(ago=-1)], at=AT) == 1


def test_tiny_until_five_are_kept_or_missed_then_small():
    assert largest_size(life("kkkk"), at=AT) == "tiny"
    assert largest_size(life("kkkkr"), at=AT) == "tiny"
    assert largest_size(life("kkkkm"), at=AT) == "small"
    assert largest_size(life("k" * 30), at=AT) == "small"


lives = st.text("klmr", max_size=40)


@given(lives)
def test_it_stays_between_the_first_and_the_last_rung(letters):
    assert rung_of(life(letters), at=AT) in STEPS


@given(lives)
def test_a_miss_at_the_end_never_leads_up(letters):
    assert rung_of(life(letters + "m"), at=AT) <= rung_of(life(letters), at=AT)


@given(st.permutations(life("kkkmkk")))
def test_the_order_in_which_they_are_given_does_not_matter(given_lives):
    assert rung_of(given_lives, at=AT) == rung_of(life("kkkmkk"), at=AT)
