"""Crossings: a boundary held or crossed; the crossed ones are signs for the safety gate."""

from typing import Any

import pytest
from hypothesis import given

from tests.practices.examples import MADE, SUNDAY
from tests.practices.understanding import a_crossing, entries_of
from troth.practices import BadContent, Document, line_of, named, open_moves, recap, start
from troth.practices.crossings import BY, OUTCOMES, Crossing
from troth.practices.guarding import gate_of
from troth.safety import Sign


@pytest.mark.parametrize("outcome", OUTCOMES)
@pytest.mark.parametrize("by", BY)
def test_it_says_what_became_of_a_boundary_and_by_whom(outcome: str, by: str) -> None:
    crossing = a_crossing(outcome=outcome, by=by, note="Rang at eleven")
    line = line_of(crossing)
    assert (line.title, dict(line.facts)) == ("Rang at eleven", {"outcome": outcome, "by": by})


def test_it_is_about_a_boundary() -> None:
    with pytest.raises(BadContent, match=r"^links: expected a tie as about$") as refused:
        start("crossings", Crossing(outcome="held"), at=MADE, on=SUNDAY)
    assert refused.value.reason == "empty"


@pytest.mark.parametrize(
    ("field", "bad", "expected"),
    [("outcome", "bent", "one of held, crossed"), ("by", "both", "one of me, them, "), ("note", 3, "text")],
)
def test_anything_else_is_refused(field: str, bad: Any, expected: str) -> None:
    with pytest.raises(BadContent) as refused:
        a_crossing(**{field: bad})
    assert str(refused.value) == f"{field}: expected {expected}"


@pytest.mark.parametrize(("by", "toward"), [("me", "other"), ("them", "me"), ("", "me")])
def test_a_crossed_boundary_is_a_sign_toward_the_one_it_was_crossed_for(by: str, toward: Any) -> None:
    assert named("crossings").gate_signs(a_crossing(by=by)) == (
        Sign(kind="boundary_crossed", toward=toward, times=1),
    )


def test_a_held_one_is_no_sign() -> None:
    assert named("crossings").gate_signs(a_crossing(outcome="held", by="them")) == ()


@pytest.mark.parametrize("by", ["me", "them"])
def test_three_crossed_in_four_weeks_make_the_gate_careful(by: str) -> None:
    assert gate_of([a_crossing(by=by)] * 2, on=SUNDAY).state == "open"
    assert gate_of([a_crossing(by=by)] * 3, on=SUNDAY).state == "careful"
    assert gate_of([a_crossing(outcome="held", by=by)] * 3, on=SUNDAY).state == "open"


def test_the_gate_reads_crossings() -> None:
    assert named("crossings").guards


@given(entries_of("crossings"))
def test_only_a_crossed_one_is_ever_a_sign(crossing: Document[Crossing]) -> None:
    assert bool(named("crossings").gate_signs(crossing)) == (crossing.content.outcome == "crossed")


def test_the_week_knows_what_was_held_and_what_was_crossed() -> None:
    week = recap([a_crossing(), a_crossing(outcome="held")], first_day=SUNDAY)
    assert (week.counts["crossings_held"], week.counts["crossings_crossed"]) == (1, 1)


def test_it_has_no_moves() -> None:
    assert open_moves(a_crossing(), at=MADE) == ()
