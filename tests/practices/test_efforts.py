"""Efforts: noticed in two taps, shown back on a low day, never a rating."""

from dataclasses import fields
from datetime import date, timedelta
from itertools import permutations
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.practices.examples import ELSEWHERE, MADE, SUNDAY
from tests.practices.random_entries import anything
from troth.practices import (
    BadContent,
    Document,
    Link,
    decode,
    due_of,
    encode,
    line_of,
    matches,
    named,
    open_moves,
    readings_of,
    recap,
    start,
)
from troth.practices.efforts import FRESH_DAYS, KINDS, Effort, worth_remembering


def an_effort(*, on: date = SUNDAY, **given: Any) -> Document[Effort]:
    return start("efforts", Effort(**{"kind": "stayed", **given}), at=MADE, on=on)


def ago(*days: int) -> list[Document[Effort]]:
    return [an_effort(on=SUNDAY - timedelta(days=count), what=f"{count} days ago") for count in days]


@pytest.mark.parametrize("kind", KINDS)
def test_two_taps_are_enough(kind: str) -> None:
    effort = an_effort(kind=kind)
    assert (effort.state, line_of(effort).title, dict(line_of(effort).facts)) == ("noted", "", {"kind": kind})


def test_another_kind_is_refused() -> None:
    with pytest.raises(BadContent, match=r"^kind: expected one of told_something, asked_for_help, stayed, "):
        an_effort(kind="behaved")


def test_words_are_welcome_up_to_five_hundred_characters() -> None:
    assert matches(an_effort(what="Asked me to wait outside"), "wait")
    with pytest.raises(BadContent, match=r"^what: expected at most 500 characters, got 501$"):
        an_effort(what="x" * 501)


def test_nothing_about_it_is_a_figure() -> None:
    effort = an_effort()
    assert [field.name for field in fields(Effort)] == ["kind", "what"]
    assert (readings_of([effort]), due_of(effort), open_moves(effort, at=MADE)) == ((), None, ())


def test_it_may_come_from_a_check_in_and_stands_in_the_week() -> None:
    tie = Link(to=ELSEWHERE, as_="from")
    effort = start("efforts", Effort(kind="came_back"), at=MADE, on=SUNDAY, links=[tie])
    assert effort.links == (tie,)
    assert named("efforts").links == {"from": ("checkins",)}
    assert recap([effort], first_day=SUNDAY).counts["efforts_noted"] == 1


def test_without_any_there_is_nothing_to_show_back() -> None:
    assert worth_remembering([], SUNDAY) is None


def test_the_oldest_comes_back_where_it_is_not_of_the_last_seven_days() -> None:
    old = worth_remembering(ago(3, 40, 9), SUNDAY)
    assert old is not None
    assert old.content.what == "40 days ago"


# Seven days: today and the six before it.
@pytest.mark.parametrize(("days", "shown"), [(6, "1 days ago"), (7, "7 days ago")])
def test_seven_days_ago_is_the_first_that_may_be_forgotten(days: int, shown: str) -> None:
    chosen = worth_remembering(ago(days, 1), SUNDAY)
    assert chosen is not None
    assert chosen.content.what == shown


def test_where_all_are_fresh_the_newest_comes_back() -> None:
    chosen = worth_remembering(ago(5, 2, 4), SUNDAY)
    assert chosen is not None
    assert chosen.content.what == "2 days ago"


def test_the_order_in_which_they_come_makes_no_difference() -> None:
    chosen = {worth_remembering(list(order), SUNDAY) for order in permutations(ago(2, 10, 30))}
    assert len(chosen) == 1


@st.composite
def efforts(draw: st.DrawFn) -> Document[Effort]:
    content = Effort(kind=draw(st.sampled_from(KINDS)), what=draw(anything))
    on = SUNDAY - timedelta(days=draw(st.integers(-1, 60)))
    return start("efforts", content, at=MADE + timedelta(days=1), on=on)


@given(efforts())
def test_any_effort_opens_again(effort: Document[Effort]) -> None:
    assert decode(encode(effort)) == effort


@given(st.lists(efforts(), max_size=8))
def test_what_is_shown_back_was_noticed_and_is_as_old_as_can_be(noticed: list[Document[Effort]]) -> None:
    known = [one for one in noticed if one.on <= SUNDAY]
    chosen = worth_remembering(noticed, SUNDAY)
    if not known:
        assert chosen is None
        return
    assert chosen in known
    oldest = min(one.on for one in known)
    fresh = (SUNDAY - oldest).days < FRESH_DAYS
    assert chosen is not None
    assert chosen.on == (max(one.on for one in known) if fresh else oldest)
