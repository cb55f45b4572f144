"""The life of a promise: every move, allowed and refused."""

from dataclasses import replace
from datetime import timedelta, timezone
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.practices.examples import AFTER, BEFORE, DUE, MADE, NEW_DUE, SUNDAY, a_promise, promise_content
from tests.practices.random_entries import lived, promises
from troth.practices import (
    BadContent,
    BadDocument,
    Document,
    MoveRefused,
    due_of,
    edit,
    from_plain,
    move,
    open_moves,
    start,
    to_plain,
)
from troth.practices.promises import Kept, NewTerm, Promise, Term, is_overdue

BY_STATE = {
    "kept": lambda promise: move(promise, "keep", at=BEFORE),
    "kept_late": lambda promise: move(promise, "keep_late", at=AFTER),
    "missed": lambda promise: move(promise, "miss", at=AFTER),
    "withdrawn": lambda promise: move(promise, "withdraw", at=BEFORE),
}


def names_of_open_moves(promise: Document[Any], at: Any) -> list[str]:
    return [one.name for one in open_moves(promise, at=at)]


def test_a_new_promise_is_open_and_waits_for_its_due_moment() -> None:
    promise = a_promise()
    assert promise.state == "open"
    assert due_of(promise) == DUE


@pytest.mark.parametrize("at", [DUE, DUE + timedelta(microseconds=1)])
def test_a_promise_due_now_or_earlier_is_refused(at: Any) -> None:
    with pytest.raises(BadContent, match=r"^due: expected a moment to come$") as refused:
        start("promises", promise_content(), at=at, on=SUNDAY)
    assert (refused.value.field, refused.value.reason) == ("due", "past")


BAD_NEW = [
    ({"made_at": MADE + timedelta(minutes=1)}, "made_at: expected a moment that has come"),
    ({"settled_at": MADE}, "settled_at: expected nothing yet"),
    ({"earlier": (Term(due=MADE, moved_at=MADE),)}, "earlier: expected nothing yet"),
    ({"size": "huge"}, "size: expected one of tiny, small, medium, large"),
    ({"dimension": "looks"}, "dimension: expected one of ability, integrity, benevolence"),
    ({"sure": 101}, "sure: expected int <= 100"),
    ({"sure": -1}, "sure: expected int >= 0"),
    ({"sure": "very"}, "sure: expected int or null"),
    ({"earlier": (3,)}, "earlier[0]: expected object"),
]


@pytest.mark.parametrize(("wrong", "message"), BAD_NEW)
def test_a_new_promise_that_cannot_be_is_refused_by_the_field(wrong: dict[str, Any], message: str) -> None:
    with pytest.raises(BadContent) as refused:
        a_promise(**wrong)
    assert str(refused.value) == message


@pytest.mark.parametrize(
    ("wrong", "reason"),
    [({"wording": " "}, "empty"), ({"to": "x" * 121}, "long"), ({"due": None}, "wrong")],
)
def test_a_refusal_carries_a_word_for_the_page(wrong: dict[str, Any], reason: str) -> None:
    with pytest.raises(BadContent) as refused:
        promise_content(**wrong)
    assert (refused.value.field, refused.value.reason) == (next(iter(wrong)), reason)


BAD_CONTENT = [
    ({"wording": "  \r\n "}, "wording: expected some words"),
    ({"wording": "x" * 501}, "wording: expected at most 500 characters, got 501"),
    ({"to": "x" * 121}, "to: expected at most 120 characters, got 121"),
    ({"due": DUE.replace(second=1)}, "due: expected a whole minute"),
    ({"due": DUE.replace(microsecond=1)}, "due: expected a whole minute"),
    ({"due": DUE.replace(tzinfo=None)}, "due: expected a moment with its time zone"),
    ({"made_at": "yesterday"}, "made_at: expected a moment with its time zone"),
]


@pytest.mark.parametrize(("wrong", "message"), BAD_CONTENT)
def test_content_that_cannot_be_is_refused_by_the_field(wrong: dict[str, Any], message: str) -> None:
    with pytest.raises(BadContent) as refused:
        promise_content(**wrong)
    assert str(refused.value) == message


def test_the_limits_themselves_are_taken() -> None:
    promise = a_promise(wording="w" * 500, to="t" * 120, sure=0)
    assert len(promise.content.wording) == 500


def test_a_due_moment_of_another_zone_is_kept_in_utc() -> None:
    there = DUE.astimezone(timezone(timedelta(hours=-7)))
    assert a_promise(due=there).content.due.isoformat() == DUE.isoformat()


def test_kept_before_due_is_settled_at_that_moment() -> None:
    kept = move(a_promise(), "keep", at=BEFORE)
    assert (kept.state, kept.content.settled_at, due_of(kept)) == ("kept", BEFORE, None)


def test_said_to_be_kept_after_due_means_kept_in_time() -> None:
    kept = move(a_promise(), "keep", at=AFTER)
    assert (kept.state, kept.content.settled_at) == ("kept", DUE)


def test_the_moment_of_keeping_can_be_given() -> None:
    kept = move(a_promise(), "keep", at=AFTER, given=Kept(kept_at=BEFORE))
    assert kept.content.settled_at == BEFORE


def test_kept_at_the_due_moment_itself_is_kept_in_time() -> None:
    assert move(a_promise(), "keep", at=AFTER, given=Kept(kept_at=DUE)).content.settled_at == DUE


def test_kept_late_is_settled_now_or_at_the_given_moment() -> None:
    assert move(a_promise(), "keep_late", at=AFTER).content.settled_at == AFTER
    earlier = DUE + timedelta(minutes=5)
    late = move(a_promise(), "keep_late", at=AFTER, given=Kept(kept_at=earlier))
    assert (late.state, late.content.settled_at) == ("kept_late", earlier)


BAD_KEPT_AT = [
    ("keep", AFTER, DUE + timedelta(minutes=1), "late"),
    ("keep", BEFORE, BEFORE + timedelta(minutes=1), "future"),
    ("keep", BEFORE, MADE - timedelta(minutes=1), "early"),
    ("keep_late", AFTER, DUE, "early"),
    ("keep_late", AFTER, AFTER + timedelta(minutes=1), "future"),
]


@pytest.mark.parametrize(("name", "at", "kept_at", "reason"), BAD_KEPT_AT)
def test_a_moment_of_keeping_that_cannot_be_is_refused(name: str, at: Any, kept_at: Any, reason: str) -> None:
    with pytest.raises(BadContent, match=r"^kept_at: ") as refused:
        move(a_promise(), name, at=at, given=Kept(kept_at=kept_at))
    assert refused.value.reason == reason


def test_kept_in_the_minute_in_which_it_was_made_is_possible() -> None:
    made = MADE.replace(second=40)
    promise = start("promises", promise_content(made_at=made), at=made, on=SUNDAY)
    assert move(promise, "keep", at=BEFORE, given=Kept(kept_at=MADE)).content.settled_at == MADE


def test_renegotiated_before_due_stays_open_with_its_history() -> None:
    moved = move(a_promise(sure=90), "renegotiate", at=BEFORE, given=NewTerm(due=NEW_DUE, sure=60))
    assert (moved.state, moved.content.due, moved.content.sure) == ("open", NEW_DUE, 60)
    assert moved.content.earlier == (Term(due=DUE, moved_at=BEFORE, sure=90),)
    assert dict(moved.steps[-1].note) == {"due": DUE.isoformat()}


def test_renegotiated_late_keeps_that_it_was_late() -> None:
    moved = move(a_promise(), "renegotiate_late", at=AFTER, given=NewTerm(due=NEW_DUE))
    assert moved.content.earlier[0].moved_at > moved.content.earlier[0].due


BAD_NEW_DUE = [(BEFORE, "past"), (BEFORE - timedelta(minutes=1), "past"), (DUE, "same")]


@pytest.mark.parametrize(("due", "reason"), BAD_NEW_DUE)
def test_a_new_due_moment_must_be_another_one_to_come(due: Any, reason: str) -> None:
    with pytest.raises(BadContent, match=r"^due: ") as refused:
        move(a_promise(), "renegotiate", at=BEFORE, given=NewTerm(due=due))
    assert refused.value.reason == reason


def test_renegotiating_needs_a_new_due_moment() -> None:
    with pytest.raises(BadContent, match=r"^due: expected a value$") as refused:
        move(a_promise(), "renegotiate", at=BEFORE)
    assert refused.value.reason == "empty"


def test_at_the_due_moment_itself_a_promise_is_still_in_time() -> None:
    assert names_of_open_moves(a_promise(), DUE) == ["keep", "renegotiate", "withdraw"]


def test_a_moment_later_only_the_late_moves_are_open() -> None:
    later = DUE + timedelta(microseconds=1)
    assert names_of_open_moves(a_promise(), later) == ["keep", "keep_late", "renegotiate_late", "miss"]


@pytest.mark.parametrize(
    ("name", "at"),
    [
        ("keep_late", BEFORE),
        ("renegotiate_late", BEFORE),
        ("miss", BEFORE),
        ("renegotiate", AFTER),
        ("withdraw", AFTER),
    ],
)
def test_a_move_at_the_wrong_time_is_refused_with_move_and_state_only(name: str, at: Any) -> None:
    with pytest.raises(MoveRefused) as refused:
        move(a_promise(), name, at=at, given=NewTerm(due=NEW_DUE) if "re" in name else None)
    assert str(refused.value) == f"'{name}' is not open in state 'open'."


@pytest.mark.parametrize("state", BY_STATE)
def test_a_settled_promise_can_only_be_reopened(state: str) -> None:
    settled = BY_STATE[state](a_promise())
    assert settled.state == state
    assert names_of_open_moves(settled, AFTER) == ["reopen"]


@pytest.mark.parametrize("state", BY_STATE)
def test_reopening_undoes_the_outcome_and_keeps_the_history(state: str) -> None:
    settled = BY_STATE[state](a_promise())
    again = move(settled, "reopen", at=AFTER)
    assert (again.state, again.content, due_of(again)) == ("open", a_promise().content, DUE)
    assert [step.move for step in again.steps][-1] == "reopen"
    assert again.steps[-1].was == state
    assert again.steps[-1].note["settled_at"] == settled.content.settled_at.isoformat()


def test_overdue_begins_after_the_due_moment_and_ends_with_a_move() -> None:
    promise = a_promise()
    assert not is_overdue(promise, DUE)
    assert is_overdue(promise, AFTER)
    assert not is_overdue(move(promise, "miss", at=AFTER), AFTER)


@given(promises(), st.integers(1, 4_000))
def test_nothing_but_a_move_says_what_became_of_an_overdue_promise(promise: Document[Any], days: int) -> None:
    later = promise.content.due + timedelta(days=days)
    again = from_plain(to_plain(edit(promise, promise.content, at=later)))
    assert isinstance(again, Document)
    assert again.state == "open"
    assert is_overdue(again, later)


@pytest.mark.parametrize("field", ["due", "made_at", "settled_at", "earlier"])
def test_what_moves_record_cannot_be_edited(field: str) -> None:
    other: dict[str, Any] = {
        "due": NEW_DUE,
        "made_at": BEFORE,
        "settled_at": BEFORE,
        "earlier": (Term(due=DUE, moved_at=MADE),),
    }
    promise = a_promise()
    with pytest.raises(BadContent) as refused:
        edit(promise, replace(promise.content, **{field: other[field]}), at=AFTER)
    assert (refused.value.field, refused.value.reason) == (field, "fixed")


def test_the_rest_can_be_edited_even_when_settled() -> None:
    kept = move(a_promise(), "keep", at=BEFORE)
    changed = edit(kept, replace(kept.content, wording="I call", to="Ben", size="tiny"), at=AFTER)
    assert (changed.content.wording, changed.state, changed.steps) == ("I call", "kept", kept.steps)
    assert (changed.written_at, changed.changed_at) == (MADE, AFTER)


CONTRADICTIONS = [
    ("open", BEFORE, "$.content.settled_at: expected nothing, as the state is open"),
    ("kept", None, "$.content.settled_at: expected a moment, as the state is not open"),
    ("kept", AFTER, "$.content.settled_at: expected a moment at or before the due moment in this state"),
    ("withdrawn", AFTER, "$.content.settled_at: expected a moment at or before the due moment in this state"),
    ("missed", DUE, "$.content.settled_at: expected a moment after the due moment in this state"),
    ("kept_late", BEFORE, "$.content.settled_at: expected a moment after the due moment in this state"),
]


@pytest.mark.parametrize(("state", "settled_at", "message"), CONTRADICTIONS)
def test_an_imported_promise_that_contradicts_itself_is_refused(
    state: str, settled_at: Any, message: str
) -> None:
    plain = to_plain(a_promise())
    plain["state"] = state
    plain["content"]["settled_at"] = None if settled_at is None else settled_at.isoformat()
    with pytest.raises(BadDocument) as refused:
        from_plain(plain)
    assert str(refused.value) == message


@given(lived(promises()))
def test_every_life_adds_up(promise: Document[Promise]) -> None:
    terms = [step for step in promise.steps if step.move.startswith("renegotiate")]
    assert len(promise.content.earlier) == len(terms)
    assert (promise.content.settled_at is None) == (promise.state == "open")
    assert (due_of(promise) is None) == (promise.state != "open")
