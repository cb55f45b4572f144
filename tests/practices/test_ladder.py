"""The ladder: up after three on time, down after a miss, never beyond what was shown."""

import re
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from troth.practices.ladder import LARGEST, STEPS, breached, largest_size, rung_of
from troth.values import SIZES, Outcome

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


PAGE = Path(__file__).resolve().parents[2] / "docs" / "models" / "next-step.md"


def test_tiny_until_five_count_then_by_the_lower_end_of_reliability():
    assert largest_size(life("kkkk"), at=AT, low=0.99) == "tiny"
    found = [largest_size(life("kkkkk"), at=AT, low=low) for low in (0.8, 0.7999, 0.65, 0.6499, 0.5, 0.4999)]
    assert found == ["large", "medium", "medium", "small", "small", "tiny"]


def test_the_table_of_sizes_is_that_of_the_page():
    rows = re.findall(r"^\| 5 or more \| \.(\d+) \| (\w+) \|$", PAGE.read_text(), re.MULTILINE)
    assert [(int(low) / 100, size) for low, size in rows] == list(LARGEST)


@given(st.floats(0, 1), st.floats(0, 1))
def test_a_higher_lower_end_never_makes_the_suggestion_smaller(one, other):
    sizes = [SIZES.index(largest_size(life("kkkkk"), at=AT, low=low)) for low in sorted((one, other))]
    assert sizes == sorted(sizes)


def test_a_promise_moved_late_counts_and_one_moved_in_time_does_not():
    late = outcome("renegotiated", ago=1, late=True)
    assert largest_size([*life("kkkk"), late], at=AT) == "small"
    assert largest_size([*life("kkkk"), outcome("renegotiated", ago=1)], at=AT) == "tiny"


def test_a_breach_is_a_missed_promise_about_integrity_of_the_last_hours():
    fresh = outcome("missed", ago=2.9, dimension="integrity")
    assert breached([fresh], at=AT, hours=72)
    assert not breached([outcome("missed", ago=3, dimension="integrity")], at=AT, hours=72)
    assert not breached(
        [outcome("missed", ago=1), outcome("kept", ago=1, dimension="integrity")], at=AT, hours=72
    )
    assert not breached([outcome("missed", ago=-1, dimension="integrity")], at=AT, hours=72)


def test_without_an_estimate_it_is_small_at_most():
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
