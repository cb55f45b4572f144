"""Milestones: set by the writer alone, never by a count."""

from dataclasses import fields

import pytest
from hypothesis import given

from tests.practices.examples import ELSEWHERE, MADE, SUNDAY
from tests.practices.random_entries import filled
from troth.practices import (
    BadContent,
    Document,
    Link,
    decode,
    due_of,
    encode,
    lesson,
    line_of,
    matches,
    named,
    open_moves,
    readings_of,
    recap,
    start,
)
from troth.practices.milestones import Milestone


def a_milestone(what: str = "A year since the move", *links: Link) -> Document[Milestone]:
    return start("milestones", Milestone(what=what), at=MADE, on=SUNDAY, links=links)


def test_it_stands_in_the_writers_own_words() -> None:
    milestone = a_milestone()
    assert (milestone.state, line_of(milestone).title, dict(line_of(milestone).facts)) == (
        "noted",
        "A year since the move",
        {},
    )
    assert matches(milestone, "move")


def test_it_says_what_it_was() -> None:
    with pytest.raises(BadContent, match=r"^what: expected some words$"):
        a_milestone(" ")
    with pytest.raises(BadContent, match=r"^what: expected at most 1000 characters, got 1001$"):
        a_milestone("x" * 1_001)


def test_it_may_come_from_a_win_a_promise_or_a_repair() -> None:
    tie = Link(to=ELSEWHERE, as_="from")
    assert a_milestone("We laughed about it", tie).links == (tie,)
    assert named("milestones").links == {"from": ("wins", "promises", "repairs")}


def test_another_tie_is_refused() -> None:
    with pytest.raises(BadContent, match=r"^links: expected only kinds of tie that this practice has$"):
        a_milestone("A year", Link(to=ELSEWHERE, as_="about"))


def test_nothing_about_it_is_a_figure_and_nothing_leads_to_it() -> None:
    milestone = a_milestone()
    assert [field.name for field in fields(Milestone)] == ["what"]
    assert (readings_of([milestone]), due_of(milestone), open_moves(milestone, at=MADE)) == ((), None, ())


def test_it_stands_in_its_week_and_has_the_lesson_of_wins() -> None:
    assert recap([a_milestone()], first_day=SUNDAY).counts["milestones_noted"] == 1
    assert lesson("milestones") == lesson("wins")


@given(filled)
def test_any_milestone_opens_again(what: str) -> None:
    milestone = a_milestone(what)
    assert decode(encode(milestone)) == milestone
