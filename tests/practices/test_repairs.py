"""Repairs: six parts, five of them needed, and the answer of the other as a fact."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given

from tests.practices.examples import AFTER, BEFORE, ELSEWHERE, MADE, SUNDAY, a_promise, a_repair, whole_repair
from tests.practices.random_entries import lived, repairs
from troth.practices import (
    BadContent,
    BadDocument,
    Document,
    Link,
    MoveRefused,
    due_of,
    edit,
    from_plain,
    line_of,
    move,
    open_moves,
    readings_of,
    start,
    to_plain,
)
from troth.practices.repairs import OBLIGATORY, PARTS, Repair, may_open, missing_parts


def a_finished_repair() -> Document[Any]:
    return move(a_repair(), "finish", at=BEFORE)


def test_a_repair_begins_as_writing_and_waits_for_nothing() -> None:
    repair = a_repair(Repair())
    assert (repair.state, due_of(repair), readings_of([repair])) == ("writing", None, ())


def test_a_repair_is_about_a_promise() -> None:
    with pytest.raises(BadContent) as refused:
        start("repairs", Repair(), at=MADE, on=SUNDAY)
    assert (str(refused.value), refused.value.reason) == ("links: expected a tie as about", "empty")


def test_another_kind_of_tie_is_refused() -> None:
    ties = [Link(to=ELSEWHERE, as_="about"), Link(to=ELSEWHERE, as_="from")]
    with pytest.raises(BadContent, match=r"^links: expected only kinds of tie that this practice has$"):
        start("repairs", Repair(), at=MADE, on=SUNDAY, links=ties)


def test_it_opens_from_a_missed_or_late_promise_only() -> None:
    assert may_open(move(a_promise(), "miss", at=AFTER))
    assert may_open(move(a_promise(), "keep_late", at=AFTER))
    assert not may_open(a_promise())
    assert not may_open(move(a_promise(), "keep", at=BEFORE))
    assert not may_open(a_finished_repair())


@pytest.mark.parametrize("part", OBLIGATORY)
def test_each_obligatory_part_is_needed_to_finish(part: str) -> None:
    repair = a_repair(whole_repair(**{part: "  "}))
    assert missing_parts(repair.content) == (part,)
    assert open_moves(repair, at=BEFORE) == ()
    with pytest.raises(MoveRefused) as refused:
        move(repair, "finish", at=BEFORE)
    assert refused.value.missing == (part,)
    assert str(refused.value) == f"'finish' is not open in state 'writing'; still needs {part}."


def test_an_empty_one_needs_five_parts_in_their_order() -> None:
    assert missing_parts(Repair()) == ("regret", "what_happened", "responsibility", "change", "offer")


def test_asking_for_forgiveness_may_be_left_out() -> None:
    assert move(a_repair(whole_repair(forgiveness="")), "finish", at=BEFORE).state == "done"


@pytest.mark.parametrize(
    ("name", "state"), [("accept", "accepted"), ("decline", "not_accepted"), ("leave", "not_asked")]
)
def test_the_answer_is_written_down_and_can_be_undone(name: str, state: str) -> None:
    answered = move(a_finished_repair(), name, at=AFTER)
    assert answered.state == state
    assert [one.name for one in open_moves(answered, at=AFTER)] == ["reopen"]
    assert move(answered, "reopen", at=AFTER).state == "writing"


def test_an_answer_needs_a_finished_repair() -> None:
    with pytest.raises(MoveRefused, match=r"^'accept' is not open in state 'writing'\.$"):
        move(a_repair(), "accept", at=BEFORE)


def test_a_finished_repair_cannot_lose_a_part() -> None:
    done = a_finished_repair()
    with pytest.raises(BadContent) as refused:
        edit(done, replace(done.content, offer=""), at=AFTER)
    assert str(refused.value) == "content.offer: expected some words, as the apology is done"


def test_an_imported_one_that_is_done_but_not_whole_is_refused() -> None:
    plain = to_plain(a_finished_repair())
    plain["content"]["change"] = ""
    with pytest.raises(BadDocument, match=r"^\$\.content\.change: expected some words"):
        from_plain(plain)


@pytest.mark.parametrize("part", PARTS)
def test_a_part_has_at_most_two_thousand_characters(part: str) -> None:
    assert len(getattr(Repair(**{part: "x" * 2_000}), part)) == 2_000
    with pytest.raises(BadContent, match=rf"^{part}: expected at most 2000 characters, got 2001$"):
        Repair(**{part: "x" * 2_001})


def test_the_timeline_shows_what_happened_and_how_far_it_is() -> None:
    line = line_of(a_repair(whole_repair(what_happened="I forgot the call", offer="")))
    assert (line.title, dict(line.facts)) == ("I forgot the call", {"parts": 5, "missing": 1})


def test_the_timeline_takes_the_first_words_there_are() -> None:
    assert line_of(a_repair(Repair(change="I set an alarm"))).title == "I set an alarm"
    assert line_of(a_repair(Repair())).title == ""


def test_a_repair_changes_nothing_about_the_miss() -> None:
    missed = move(a_promise(), "miss", at=AFTER)
    before = readings_of([missed])
    move(move(a_repair(), "finish", at=AFTER), "accept", at=AFTER + timedelta(days=1))
    assert readings_of([missed, a_finished_repair()]) == before


@given(lived(repairs()))
def test_only_a_whole_repair_is_ever_more_than_writing(repair: Document[Repair]) -> None:
    assert repair.state == "writing" or missing_parts(repair.content) == ()
