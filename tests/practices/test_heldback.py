"""Held back: a list of one's own that is never shared."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.practices.examples import AFTER, BEFORE, MADE, SUNDAY
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
    start,
)
from troth.practices.heldback import DECISIONS, Heldback


def a_thing_held_back(**given: Any) -> Document[Heldback]:
    return start("heldback", Heldback(**{"what": "I lost the job", **given}), at=MADE, on=SUNDAY)


def test_one_sentence_is_enough_and_nothing_is_decided() -> None:
    held = a_thing_held_back()
    assert (held.state, held.content.decision, due_of(held)) == ("held", "undecided", None)
    assert (line_of(held).title, dict(line_of(held).facts)) == (
        "I lost the job",
        {"decision": "undecided", "tell_on": None},
    )


@pytest.mark.parametrize("decision", DECISIONS)
def test_a_day_to_tell_shows_only_where_it_is_to_be_told(decision: str) -> None:
    day = date(2026, 4, 1)
    shown = line_of(a_thing_held_back(decision=decision, tell_on=day)).facts["tell_on"]
    assert shown == (day if decision == "tell" else None)


def test_a_day_to_tell_is_a_wish_that_nothing_reminds_of() -> None:
    assert due_of(a_thing_held_back(decision="tell", tell_on=date(2026, 4, 1))) is None


def test_another_decision_is_refused() -> None:
    with pytest.raises(BadContent, match=r"^decision: expected one of undecided, tell, not_theirs$"):
        a_thing_held_back(decision="confess")


@pytest.mark.parametrize(("field", "most"), [("what", 2_000), ("why", 1_000), ("how", 1_000)])
def test_each_text_has_a_length(field: str, most: int) -> None:
    assert len(getattr(a_thing_held_back(**{field: "x" * most}).content, field)) == most
    with pytest.raises(BadContent, match=rf"^{field}: expected at most {most} characters, got {most + 1}$"):
        a_thing_held_back(**{field: "x" * (most + 1)})


def test_it_says_what_it_is() -> None:
    with pytest.raises(BadContent, match=r"^what: expected some words$"):
        a_thing_held_back(what="")


@pytest.mark.parametrize(("name", "state"), [("tell", "told"), ("let_be", "let_be")])
def test_it_can_be_told_or_let_be_and_held_again(name: str, state: str) -> None:
    settled = move(a_thing_held_back(), name, at=BEFORE)
    assert (settled.state, [one.name for one in open_moves(settled, at=AFTER)]) == (state, ["reopen"])
    assert move(settled, "reopen", at=AFTER).state == "held"


def test_what_was_told_is_not_told_twice() -> None:
    told = move(a_thing_held_back(), "tell", at=BEFORE)
    with pytest.raises(MoveRefused, match=r"^'let_be' is not open in state 'told'\.$"):
        move(told, "let_be", at=AFTER)


def test_a_decision_can_change_and_search_finds_each_text() -> None:
    held = a_thing_held_back(why="I am ashamed", how="On a walk")
    changed = edit(held, replace(held.content, decision="tell"), at=MADE + timedelta(days=2))
    assert changed.content.decision == "tell"
    assert all(matches(changed, words) for words in ("lost job", "ashamed", "walk"))


def test_it_is_never_shared_and_no_part_of_a_week() -> None:
    practice = named("heldback")
    assert (practice.shareable, practice.happens, practice.links) == (False, (), {})


@st.composite
def held_things(draw: st.DrawFn) -> Document[Heldback]:
    at = draw(moments)
    content = Heldback(
        what=draw(filled),
        why=draw(anything),
        decision=draw(st.sampled_from(DECISIONS)),
        how=draw(anything),
        tell_on=draw(st.none() | st.dates()),
    )
    return start("heldback", content, at=at, on=at.date())


@given(lived(held_things()))
def test_any_life_of_one_opens_again_and_offers_nothing(held: Document[Heldback]) -> None:
    assert decode(encode(held)) == held
    assert (readings_of([held]), due_of(held)) == ((), None)
