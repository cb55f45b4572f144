"""What trends, timeline and recap read of a promise."""

from datetime import timedelta
from typing import Any

from hypothesis import given

from tests.practices.examples import AFTER, BEFORE, DUE, MADE, NEW_DUE, a_promise
from tests.practices.random_entries import lived, promises
from troth.practices import Document, line_of, move, readings_of
from troth.practices.promises import NewTerm, Promise, outcomes
from troth.values import Outcome


def a_twice_moved_promise() -> Document[Any]:
    once = move(a_promise(sure=90), "renegotiate", at=BEFORE, given=NewTerm(due=NEW_DUE, sure=70))
    late = NEW_DUE + timedelta(hours=1)
    return move(once, "renegotiate_late", at=late, given=NewTerm(due=late.replace(minute=30)))


def test_an_open_promise_is_one_open_outcome() -> None:
    promise = a_promise(size="large", dimension="integrity", sure=80)
    assert readings_of([promise]) == (
        Outcome(made=MADE, due=DUE, result="open", at=None, size="large", dimension="integrity", sure=80),
    )


def test_each_term_is_an_outcome_of_its_own() -> None:
    first, second, third = outcomes(a_twice_moved_promise())
    assert (first.made, first.due, first.at, first.sure) == (MADE, DUE, BEFORE, 90)
    assert (second.made, second.due, second.sure) == (BEFORE, NEW_DUE, 70)
    assert (third.made, third.result, third.sure) == (second.at, "open", None)


def test_asked_in_time_and_asked_late_can_be_told_apart() -> None:
    in_time, late, _ = outcomes(a_twice_moved_promise())
    assert in_time.result == late.result == "renegotiated"
    assert in_time.at is not None
    assert late.at is not None
    assert in_time.at <= in_time.due
    assert late.at > late.due


def test_kept_late_is_kept_with_a_later_moment() -> None:
    (outcome,) = outcomes(move(a_promise(), "keep_late", at=AFTER))
    assert (outcome.result, outcome.at) == ("kept", AFTER)


def test_a_withdrawn_promise_counts_as_renegotiated_in_time() -> None:
    (outcome,) = outcomes(move(a_promise(), "withdraw", at=BEFORE))
    assert (outcome.result, outcome.at) == ("renegotiated", BEFORE)


def test_a_missed_one_stays_missed() -> None:
    (outcome,) = outcomes(move(a_promise(), "miss", at=AFTER))
    assert (outcome.result, outcome.at) == ("missed", AFTER)


@given(lived(promises()))
def test_terms_follow_each_other_without_a_gap(promise: Document[Promise]) -> None:
    terms = outcomes(promise)
    assert terms[0].made == promise.content.made_at
    assert [one.made for one in terms[1:]] == [one.at for one in terms[:-1]]
    assert [one.at is None for one in terms] == [one.result == "open" for one in terms]
    assert {one.result for one in terms[:-1]} <= {"renegotiated"}


def test_the_timeline_shows_the_wording_and_facts() -> None:
    promise = a_promise(to="Ben", dimension="ability")
    line = line_of(promise)
    assert (line.title, line.state) == ("I will call at six", "open")
    assert dict(line.facts) == {
        "to": "Ben",
        "due": DUE,
        "size": "small",
        "dimension": "ability",
        "settled_at": None,
        "moved": 0,
    }


def test_the_timeline_counts_how_often_it_was_moved() -> None:
    assert line_of(a_twice_moved_promise()).facts["moved"] == 2
