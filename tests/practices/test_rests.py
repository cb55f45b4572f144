"""Rests: planned for oneself; letting one go is no miss."""

from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.practices.examples import AFTER, BEFORE, DUE, MADE, SUNDAY
from tests.practices.random_entries import filled, lived, moments
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
from troth.practices.rests import KINDS, Rest


def a_rest(**given: Any) -> Document[Rest]:
    fields = {"what": "A walk by the river", "kind": "move", "when": DUE, **given}
    return start("rests", Rest(**fields), at=MADE, on=SUNDAY)


@pytest.mark.parametrize("kind", KINDS)
def test_a_rest_of_each_kind_can_be_planned(kind: str) -> None:
    rest = a_rest(kind=kind)
    assert (rest.state, line_of(rest).title) == ("planned", "A walk by the river")
    assert dict(line_of(rest).facts) == {"kind": kind, "when": DUE}


def test_another_kind_is_refused() -> None:
    with pytest.raises(BadContent, match=r"^kind: expected one of sleep, move, people, alone, joy, other$"):
        a_rest(kind="work")


def test_it_says_what_it_is() -> None:
    with pytest.raises(BadContent, match=r"^what: expected some words$"):
        a_rest(what="\n")
    with pytest.raises(BadContent, match=r"^what: expected at most 500 characters, got 501$"):
        a_rest(what="x" * 501)


def test_a_moment_without_a_zone_is_refused() -> None:
    with pytest.raises(BadContent, match=r"^when: expected a moment with its time zone$"):
        a_rest(when=DUE.replace(tzinfo=None))


def test_it_waits_for_its_moment_while_it_is_planned() -> None:
    rest = a_rest()
    assert due_of(rest) == DUE
    assert due_of(a_rest(when=None)) is None
    for name in ("rest", "let_go"):
        assert due_of(move(rest, name, at=BEFORE)) is None


@pytest.mark.parametrize(("name", "state"), [("rest", "rested"), ("let_go", "let_go")])
def test_it_can_be_done_or_let_go_at_any_time_and_planned_again(name: str, state: str) -> None:
    for at in (BEFORE, AFTER):
        settled = move(a_rest(), name, at=at)
        assert (settled.state, [one.name for one in open_moves(settled, at=at)]) == (state, ["reopen"])
        assert move(settled, "reopen", at=at).state == "planned"


def test_what_was_let_go_is_not_rested_without_being_planned_again() -> None:
    with pytest.raises(MoveRefused, match=r"^'rest' is not open in state 'let_go'\.$"):
        move(move(a_rest(), "let_go", at=BEFORE), "rest", at=AFTER)


def test_the_week_holds_rests_and_no_misses() -> None:
    rested, gone = move(a_rest(), "rest", at=BEFORE), move(a_rest(), "let_go", at=AFTER)
    found = recap([rested, gone, a_rest(), move(rested, "reopen", at=AFTER)], first_day=SUNDAY).counts
    assert {key: count for key, count in found.items() if key.startswith("rests_")} == {"rests_rested": 1}


def test_the_plan_can_change_and_search_finds_it() -> None:
    changed = edit(a_rest(), Rest(what="Sleep in", kind="sleep", when=DUE + timedelta(days=1)), at=BEFORE)
    assert due_of(changed) == DUE + timedelta(days=1)
    assert matches(changed, "sleep")


def test_it_belongs_to_the_writer_alone() -> None:
    practice = named("rests")
    assert (practice.personal, practice.shareable, practice.opens_up) == (True, False, False)


@st.composite
def rests(draw: st.DrawFn) -> Document[Rest]:
    at = draw(moments)
    content = Rest(what=draw(filled), kind=draw(st.sampled_from(KINDS)), when=draw(st.none() | moments))
    return start("rests", content, at=at, on=at.date())


@given(lived(rests()))
def test_any_life_of_one_opens_again_and_waits_only_while_planned(rest: Document[Rest]) -> None:
    assert decode(encode(rest)) == rest
    assert due_of(rest) == (rest.content.when if rest.state == "planned" else None)
    assert readings_of([rest]) == ()
