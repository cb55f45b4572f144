"""Heads-ups: told early, or not needed any more."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.practices.examples import AFTER, BEFORE, DUE, MADE, SUNDAY
from tests.practices.random_entries import anything, filled, lived, moments
from troth.practices import (
    BadContent,
    Document,
    MoveRefused,
    decode,
    due_of,
    edit,
    encode,
    line_of,
    matches,
    move,
    named,
    open_moves,
    readings_of,
    recap,
    start,
)
from troth.practices.headsups import KINDS, Headsup, Told


def a_headsup(**given: Any) -> Document[Headsup]:
    fields = {"what": "I work late on Monday", "kind": "plan", "at": DUE, **given}
    return start("headsups", Headsup(**fields), at=MADE, on=SUNDAY)


@pytest.mark.parametrize("kind", KINDS)
def test_a_headsup_of_each_kind_begins_as_planned(kind: str) -> None:
    headsup = a_headsup(kind=kind)
    assert (headsup.state, line_of(headsup).title) == ("planned", "I work late on Monday")
    assert dict(line_of(headsup).facts) == {"kind": kind, "at": DUE}


def test_another_kind_is_refused() -> None:
    with pytest.raises(BadContent, match=r"^kind: expected one of plan, change, feeling$"):
        a_headsup(kind="order")


def test_it_says_what_it_is() -> None:
    with pytest.raises(BadContent, match=r"^what: expected some words$"):
        a_headsup(what=" \n")
    with pytest.raises(BadContent, match=r"^what: expected at most 500 characters, got 501$"):
        a_headsup(what="x" * 501)


@pytest.mark.parametrize("kind", [Told, lambda **given: Headsup(what="x", kind="plan", **given)])
def test_how_it_was_told_has_at_most_five_hundred_characters(kind: Any) -> None:
    with pytest.raises(BadContent, match=r"^how_told: expected at most 500 characters, got 501$"):
        kind(how_told="x" * 501)


def test_a_moment_without_a_zone_is_refused() -> None:
    with pytest.raises(BadContent, match=r"^at: expected a moment with its time zone$"):
        a_headsup(at=DUE.replace(tzinfo=None))


def test_it_waits_for_its_moment_while_it_is_planned() -> None:
    headsup = a_headsup()
    assert due_of(headsup) == DUE
    assert due_of(move(headsup, "tell", at=BEFORE)) is None
    assert due_of(move(headsup, "drop", at=BEFORE)) is None
    assert due_of(a_headsup(at=None)) is None


def test_it_may_belong_to_a_day_that_has_not_come() -> None:
    coming = date(2026, 6, 1)
    assert start("headsups", Headsup(what="A trip", kind="plan"), at=MADE, on=coming).on == coming


def test_telling_it_takes_one_move_and_no_words() -> None:
    told = move(a_headsup(how_told="By phone"), "tell", at=BEFORE)
    assert (told.state, told.content.how_told) == ("told", "By phone")


def test_how_it_was_told_can_be_said_with_the_move() -> None:
    told = move(a_headsup(how_told="By phone"), "tell", at=BEFORE, given=Told(how_told=" At breakfast "))
    assert told.content.how_told == "At breakfast"


def test_after_the_moment_it_can_still_be_told() -> None:
    assert move(a_headsup(), "tell", at=AFTER).state == "told"


def test_what_is_settled_can_only_be_opened_again() -> None:
    dropped = move(a_headsup(), "drop", at=BEFORE)
    assert [one.name for one in open_moves(dropped, at=BEFORE)] == ["reopen"]
    with pytest.raises(MoveRefused, match=r"^'tell' is not open in state 'not_needed'\.$"):
        move(dropped, "tell", at=BEFORE)
    assert move(dropped, "reopen", at=AFTER).state == "planned"


def test_the_week_holds_what_was_told_and_not_what_was_opened_again() -> None:
    told = move(a_headsup(), "tell", at=BEFORE)
    again = move(told, "reopen", at=AFTER)
    counts = recap([told, again, a_headsup()], first_day=SUNDAY).counts
    assert counts["headsups_told"] == 1


def test_the_plan_can_change_and_search_finds_it() -> None:
    changed = edit(
        a_headsup(), Headsup(what="Friday instead", kind="change", at=DUE + timedelta(days=4)), at=BEFORE
    )
    assert due_of(changed) == DUE + timedelta(days=4)
    assert matches(changed, "friday")


def test_it_is_a_step_of_openness_that_may_be_shared() -> None:
    practice = named("headsups")
    assert (practice.shareable, practice.opens_up, practice.personal) == (True, True, False)


@st.composite
def headsups(draw: st.DrawFn) -> Document[Headsup]:
    at = draw(moments)
    content = Headsup(
        what=draw(filled),
        kind=draw(st.sampled_from(KINDS)),
        at=draw(st.none() | moments),
        how_told=draw(anything),
    )
    return start("headsups", content, at=at, on=at.date())


@given(lived(headsups()))
def test_any_life_of_one_opens_again_and_waits_only_while_planned(headsup: Document[Headsup]) -> None:
    assert decode(encode(headsup)) == headsup
    assert due_of(headsup) == (headsup.content.at if headsup.state == "planned" else None)
    assert readings_of([headsup]) == ()
