"""Stepping back: two sittings on two days, then a decision, and it may be thought over again."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from tests.practices.examples import MADE, SUNDAY
from troth.practices import (
    BadContent,
    MoveRefused,
    edit,
    from_plain,
    line_of,
    move,
    open_moves,
    start,
    to_plain,
)
from troth.practices.stepbacks import A_NIGHT, LEANINGS, Decision, SecondSitting, StepBack

MONDAY = SUNDAY + timedelta(days=1)
NEXT_DAY = MADE + timedelta(days=1)


def a_first(**given):
    fields = {"safe": "yes", "change": "An evening a week for me", "leaning": "pause"}
    return start("stepbacks", StepBack(**(fields | given)), at=MADE, on=SUNDAY)


def a_second(**given):
    sitting = SecondSitting(on=MONDAY, leaning="pause", words="Slept on it")
    return move(a_first(**given), "sit_again", at=NEXT_DAY, given=sitting)


def test_the_same_evening_is_too_early():
    assert open_moves(a_first(), at=MADE + A_NIGHT - timedelta(seconds=1)) == ()
    with pytest.raises(MoveRefused):
        move(
            a_first(),
            "sit_again",
            at=MADE + timedelta(hours=1),
            given=SecondSitting(on=MONDAY, leaning="stay"),
        )


def test_the_same_day_is_too_early_even_after_many_hours():
    with pytest.raises(BadContent, match="second_on: expected a later day"):
        move(
            a_first(),
            "sit_again",
            at=MADE + timedelta(hours=12),
            given=SecondSitting(on=SUNDAY, leaning="stay"),
        )


def test_nothing_is_decided_at_the_first_sitting():
    with pytest.raises(MoveRefused):
        move(a_first(), "decide", at=NEXT_DAY, given=Decision(outcome="stay"))


@pytest.mark.parametrize("outcome", LEANINGS)
def test_after_the_second_sitting_any_of_the_four_may_be_decided(outcome):
    decided = move(a_second(), "decide", at=NEXT_DAY, given=Decision(outcome=outcome, why="Because"))
    assert (decided.state, decided.content.outcome, decided.content.why) == ("decided", outcome, "Because")
    assert dict(line_of(decided).facts)["outcome"] == outcome


def test_a_decision_may_be_thought_over_again():
    decided = move(a_second(), "decide", at=NEXT_DAY, given=Decision(outcome="stay"))
    again = move(decided, "reopen", at=NEXT_DAY + timedelta(days=3))
    assert (again.state, again.content.outcome) == ("second", None)


def test_what_was_decided_is_not_changed_by_writing_over_it():
    with pytest.raises(BadContent, match="no change here"):
        edit(a_second(), replace(a_second().content, outcome="stay"), at=NEXT_DAY)


def test_an_imported_decision_without_a_second_sitting_is_refused():
    plain = to_plain(move(a_second(), "decide", at=NEXT_DAY, given=Decision(outcome="stay")))
    plain["content"]["second_on"] = None
    with pytest.raises(Exception, match="second_on"):
        from_plain(plain)


@pytest.mark.parametrize(
    ("given", "field"),
    [({"safe": "maybe"}, "safe"), ({"leaning": "flee"}, "leaning"), ({"tried": "x" * 4_001}, "tried")],
)
def test_what_cannot_be_is_refused_at_its_field(given, field):
    with pytest.raises(BadContent) as refused:
        a_first(**given)
    assert refused.value.field.endswith(field)


def test_the_second_sitting_may_be_weeks_later():
    sitting = SecondSitting(on=date(2026, 5, 1), leaning="leave_safely")
    assert move(a_first(), "sit_again", at=MADE + timedelta(days=61), given=sitting).state == "second"
