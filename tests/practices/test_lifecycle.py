"""Begin, edit, move: what holds for every practice."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given

from tests.practices.examples import (
    AFTER,
    BEFORE,
    ELSEWHERE,
    MADE,
    NEW_DUE,
    SECRET,
    SUNDAY,
    OldTide,
    a_checkin,
    a_promise,
    a_win,
    plugged_in,
    promise_content,
    tides,
)
from tests.practices.random_entries import lives, the_practice
from troth.practices import (
    BadContent,
    Document,
    Link,
    MoveRefused,
    UnknownPractice,
    edit,
    move,
    named,
    names,
    open_moves,
    start,
)
from troth.practices.checkins import Checkin
from troth.practices.promises import Kept, NewTerm
from troth.practices.wins import Win


def test_a_new_document_is_whole() -> None:
    document = start("wins", Win(what="We laughed", kind="other"), at=MADE, on=SUNDAY)
    assert (document.practice, document.schema, document.state, document.on) == ("wins", 1, "noted", SUNDAY)
    assert (document.written_at, document.changed_at) == (MADE, MADE)
    assert (document.steps, document.links, document.origin) == ((), (), None)


def test_an_unknown_practice_is_refused_without_repeating_its_name() -> None:
    with pytest.raises(UnknownPractice) as refused:
        start(SECRET, Win(what="x", kind="other"), at=MADE, on=SUNDAY)
    assert str(refused.value) == f"No such practice: expected one of {', '.join(names())}."


def test_the_content_of_another_practice_is_refused() -> None:
    with pytest.raises(BadContent, match=r"^content: expected a Promise, got a Win$"):
        start("promises", Win(what="x", kind="other"), at=MADE, on=SUNDAY)
    with pytest.raises(BadContent, match=r"^content: expected a Win, got a Checkin$"):
        edit(a_win(), Checkin(energy=1, role="person"), at=MADE)  # type: ignore[misc]


@pytest.mark.parametrize("act", ["start", "edit", "move", "open_moves"])
def test_a_moment_without_a_zone_is_refused_everywhere(act: str) -> None:
    naive = MADE.replace(tzinfo=None)
    acts: dict[str, Any] = {
        "start": lambda: start("promises", promise_content(), at=naive, on=SUNDAY),
        "edit": lambda: edit(a_promise(), promise_content(), at=naive),
        "move": lambda: move(a_promise(), "keep", at=naive),
        "open_moves": lambda: open_moves(a_promise(), at=naive),
    }
    with pytest.raises(BadContent, match=r"^at: expected a moment with its time zone$"):
        acts[act]()


def test_editing_leaves_what_is_not_named() -> None:
    tie = Link(to=ELSEWHERE, as_="from")
    win = start("wins", Win(what="We laughd", kind="other"), at=MADE, on=SUNDAY, links=[tie])
    changed = edit(win, Win(what="We laughed", kind="other"), at=AFTER)
    assert (changed.on, changed.links, changed.written_at, changed.changed_at) == (
        SUNDAY,
        (tie,),
        MADE,
        AFTER,
    )
    assert edit(changed, changed.content, at=AFTER, links=()).links == ()


def test_editing_checks_the_new_day() -> None:
    with pytest.raises(BadContent, match=r"^on: "):
        edit(a_checkin(), a_checkin().content, at=MADE, on=SUNDAY + timedelta(days=1))


def test_a_move_that_does_not_exist_is_refused_without_repeating_it() -> None:
    with pytest.raises(MoveRefused) as refused:
        move(a_promise(), SECRET, at=BEFORE)
    assert str(refused.value) == "'no such move' is not open in state 'open'."
    assert (refused.value.move, refused.value.state) == ("", "open")


def test_a_move_that_asks_for_nothing_takes_nothing() -> None:
    with pytest.raises(BadContent, match=r"^given: expected nothing$"):
        move(a_promise(), "withdraw", at=BEFORE, given=Kept())


def test_a_move_takes_only_its_own_fields() -> None:
    with pytest.raises(BadContent, match=r"^content: expected a Kept, got a NewTerm$"):
        move(a_promise(), "keep", at=BEFORE, given=NewTerm(due=NEW_DUE))


def test_what_is_given_is_checked_like_content() -> None:
    with pytest.raises(BadContent, match=r"^sure: expected int <= 100$"):
        move(a_promise(), "renegotiate", at=BEFORE, given=NewTerm(due=NEW_DUE, sure=101))


def test_a_move_adds_a_step_and_changes_no_older_one() -> None:
    once = move(a_promise(), "keep", at=BEFORE)
    twice = move(once, "reopen", at=AFTER)
    assert twice.steps[:1] == once.steps
    assert [(step.move, step.was, step.at) for step in twice.steps] == [
        ("keep", "open", BEFORE),
        ("reopen", "kept", AFTER),
    ]
    assert (twice.written_at, twice.changed_at) == (MADE, AFTER)


def test_a_move_leaves_the_document_it_began_with() -> None:
    promise = a_promise()
    move(promise, "keep", at=BEFORE)
    assert promise == a_promise()


def test_a_practice_that_looks_ahead_takes_a_day_to_come() -> None:
    with plugged_in(tides(ahead=True)):
        assert start("tides", OldTide(height=3), at=MADE, on=AFTER.date()).on == AFTER.date()


@given(lives)
def test_open_moves_are_exactly_those_that_are_not_refused(document: Document[Any]) -> None:
    at = document.changed_at + timedelta(days=3)
    open_names = {one.name for one in open_moves(document, at=at)}
    for one in the_practice(document).moves:
        assert is_refused(document, one.name, at) == (one.name not in open_names)


def is_refused(document: Document[Any], name: str, at: Any) -> bool:
    try:
        move(document, name, at=at)
    except MoveRefused:
        return True
    except BadContent:
        return False
    return False


@given(lives)
def test_every_step_is_a_declared_move_from_a_declared_state(document: Document[Any]) -> None:
    moves = {one.name: one for one in named(document.practice).moves}
    was = named(document.practice).first
    for step in document.steps:
        assert step.was == was
        assert was in moves[step.move].from_states
        was = moves[step.move].to
    assert document.state == was


@given(lives)
def test_editing_nothing_changes_only_the_moment_of_change(document: Document[Any]) -> None:
    later = document.changed_at + timedelta(days=1)
    assert replace(edit(document, document.content, at=later), changed_at=document.changed_at) == document
