"""Triggers: what sets it off, what helps, and the hard days of a year."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.practices.examples import AFTER, BEFORE, ELSEWHERE, MADE, SUNDAY
from tests.practices.understanding import a_trigger, entries_of, hard_days
from troth.practices import BadContent, Document, Link, MoveRefused, line_of, move, open_moves, start
from troth.practices.triggers import Trigger, coming_up, in_year, next_hard_day

days = st.dates(min_value=date(1900, 1, 1), max_value=date(2200, 12, 31))


def test_a_trigger_says_what_sets_it_off() -> None:
    with pytest.raises(BadContent, match=r"^what: expected some words$"):
        a_trigger(what=" ")
    with pytest.raises(BadContent, match=r"^what: expected at most 500 characters, got 501$"):
        a_trigger(what="x" * 501)


@pytest.mark.parametrize("field", ["early_signs", "helps", "worse", "plan"])
def test_the_rest_may_stay_empty_and_has_two_thousand_characters(field: str) -> None:
    assert getattr(a_trigger().content, field) == ""
    with pytest.raises(BadContent, match=rf"^{field}: expected at most 2000 characters, got 2001$"):
        a_trigger(**{field: "x" * 2_001})


def test_it_is_active_then_eased_and_can_come_back() -> None:
    eased = move(a_trigger(), "ease", at=BEFORE)
    assert (a_trigger().state, eased.state, move(eased, "reopen", at=AFTER).state) == (
        "active",
        "eased",
        "active",
    )
    assert [one.name for one in open_moves(eased, at=AFTER)] == ["reopen"]
    with pytest.raises(MoveRefused, match=r"^'ease' is not open in state 'eased'\.$"):
        move(eased, "ease", at=AFTER)


def test_it_may_come_from_an_origin() -> None:
    tie = Link(to=ELSEWHERE, as_="from")
    assert start("triggers", Trigger(what="Doors"), at=MADE, on=SUNDAY, links=[tie]).links == (tie,)


def test_the_timeline_shows_what_it_is_and_whether_there_is_a_plan() -> None:
    line = line_of(a_trigger(plan="We step outside", hard_day="03-14"))
    assert (line.title, dict(line.facts)) == (
        "A call that stays unanswered",
        {"hard_day": "03-14", "planned": True},
    )


@pytest.mark.parametrize("day", ["01-01", "02-29", "12-31", ""])
def test_a_hard_day_is_a_month_and_a_day(day: str) -> None:
    assert a_trigger(hard_day=day).content.hard_day == day


@pytest.mark.parametrize(
    "bad", ["02-30", "13-01", "00-10", "04-31", "1-1", "03-14 ", "2026-03-14", "٠٣-١٤", "-1-01", None, 314]
)
def test_anything_else_is_no_hard_day(bad: Any) -> None:
    with pytest.raises(BadContent, match=r"^hard_day: expected a month and a day") as refused:
        a_trigger(hard_day=bad)
    assert str(bad) not in str(refused.value)


@pytest.mark.parametrize(
    ("hard_day", "on", "next_day"),
    [
        ("03-14", "2026-03-13", "2026-03-14"),
        ("03-14", "2026-03-14", "2026-03-14"),
        ("03-14", "2026-03-15", "2027-03-14"),
        ("01-02", "2026-12-31", "2027-01-02"),
        ("02-29", "2026-02-01", "2026-02-28"),
        ("02-29", "2026-03-01", "2027-02-28"),
        ("02-29", "2028-02-28", "2028-02-29"),
        ("02-29", "2027-03-01", "2028-02-29"),
        ("02-29", "2096-03-01", "2097-02-28"),
    ],
)
def test_the_next_hard_day_is_found(hard_day: str, on: str, next_day: str) -> None:
    trigger = Trigger(what="The day of the move", hard_day=hard_day)
    assert next_hard_day(trigger, date.fromisoformat(on)) == date.fromisoformat(next_day)


def test_without_a_hard_day_or_a_year_to_come_there_is_none() -> None:
    assert next_hard_day(Trigger(what="Doors"), SUNDAY) is None
    assert next_hard_day(Trigger(what="Doors", hard_day="01-01"), date(9999, 12, 31)) is None


def slow_next(hard_day: str, on: date) -> date:
    """Walk day by day; 28 February stands in for a 29th that the year does not have."""
    day = on
    while True:
        names = {day.strftime("%m-%d")}
        if (day.month, day.day) == (2, 28) and (day + timedelta(1)).month == 3:
            names.add("02-29")
        if hard_day in names:
            return day
        day += timedelta(1)


@given(hard_days, days)
def test_it_is_the_day_that_a_walk_through_the_calendar_meets_first(hard_day: str, on: date) -> None:
    found = next_hard_day(Trigger(what="Doors", hard_day=hard_day), on)
    assert found == slow_next(hard_day, on)
    assert found is not None
    assert 0 <= (found - on).days <= 366


@given(hard_days, st.integers(1, 9999))
def test_a_yearly_day_falls_into_every_year_once(hard_day: str, year: int) -> None:
    day = in_year(hard_day, year)
    assert day.year == year
    assert day.strftime("%m-%d") == hard_day or (hard_day, day.month, day.day) == ("02-29", 2, 28)


def test_what_comes_up_is_near_and_in_order() -> None:
    on = date(2026, 12, 28)
    some = [a_trigger(hard_day=day) for day in ("01-05", "12-28", "01-11", "01-12", "12-27", "")]
    assert [(one.trigger.content.hard_day, one.away_days) for one in coming_up(some, on)] == [
        ("12-28", 0),
        ("01-05", 8),
        ("01-11", 14),
    ]


def test_a_shorter_look_ahead_sees_less() -> None:
    some = [a_trigger(hard_day="03-01"), a_trigger(hard_day="03-02")]
    assert [one.on for one in coming_up(some, SUNDAY, days=0)] == [SUNDAY]


def test_an_eased_trigger_warns_of_nothing() -> None:
    eased = move(a_trigger(hard_day="03-02"), "ease", at=AFTER)
    assert coming_up([eased], SUNDAY) == ()
    assert len(coming_up([move(eased, "reopen", at=AFTER)], SUNDAY)) == 1


@given(st.lists(entries_of("triggers"), max_size=6), days, st.integers(0, 400))
def test_whatever_comes_up_lies_within_the_days_asked_for(
    some: list[Document[Trigger]], on: date, ahead: int
) -> None:
    found = coming_up(some, on, days=ahead)
    assert all(0 <= one.away_days <= ahead for one in found)
    assert [one.on for one in found] == sorted(one.on for one in found)
    assert len(coming_up(some, on, days=366)) == sum(bool(one.content.hard_day) for one in some)
