"""Check-ins: the writer's own feeling, on a day that has come."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given

from tests.practices.examples import MADE, SUNDAY, a_checkin
from tests.practices.random_entries import checkins
from troth.practices import BadContent, Document, due_of, edit, line_of, open_moves, readings_of, start
from troth.practices.checkins import Checkin, answered
from troth.values import SCALES, Outcome, Rating


def test_one_answer_is_enough() -> None:
    checkin = a_checkin(felt_trust=None, energy=0)
    assert readings_of([checkin]) == (Rating(at=MADE, on=SUNDAY, scale="energy", points=0, role="supporter"),)


def test_a_note_is_enough() -> None:
    checkin = a_checkin(felt_trust=None, note="A long day")
    assert readings_of([checkin]) == ()
    assert line_of(checkin).title == "A long day"


@pytest.mark.parametrize("note", ["", "  \n "])
def test_neither_answer_nor_note_is_refused(note: str) -> None:
    with pytest.raises(BadContent) as refused:
        Checkin(role="person", note=note)
    assert (str(refused.value), refused.value.reason) == (
        "felt_trust: expected one answer or a note at least",
        "empty",
    )


@pytest.mark.parametrize("scale", SCALES)
@pytest.mark.parametrize("points", [-1, 11, 5.5, "5", True])
def test_an_answer_is_a_whole_number_from_0_to_10(scale: str, points: Any) -> None:
    with pytest.raises(BadContent, match=rf"^{scale}: expected int"):
        a_checkin(**{"felt_trust": None, "note": "so", scale: points})


@pytest.mark.parametrize("points", [0, 10])
def test_the_ends_of_the_scale_are_answers(points: int) -> None:
    assert answered(a_checkin(felt_trust=points).content) == (("felt_trust", points),)


def test_only_the_two_sides_there_are_can_write() -> None:
    with pytest.raises(BadContent, match=r"^role: expected one of supporter, person$"):
        a_checkin(role="watcher")


def test_the_side_stays_what_it_was() -> None:
    checkin = a_checkin()
    with pytest.raises(BadContent, match=r"^role: "):
        edit(checkin, replace(checkin.content, role="person"), at=MADE)


def test_it_may_be_about_an_earlier_day() -> None:
    late = start("checkins", Checkin(safety=4, role="person"), at=MADE, on=date(2026, 2, 20))
    (rating,) = readings_of([late], kind=Rating)
    assert (rating.on, rating.at) == (date(2026, 2, 20), MADE)


# MADE is 09:00 UTC on 1 March: nowhere on earth has 2 March begun. At 10:00 UTC it begins at UTC+14.
@pytest.mark.parametrize(("hours", "taken"), [(0, False), (1, True)])
def test_it_is_never_about_a_day_that_has_begun_nowhere(hours: int, taken: bool) -> None:
    at = MADE + timedelta(hours=hours)
    tomorrow = SUNDAY + timedelta(days=1)
    if taken:
        assert start("checkins", Checkin(safety=4, role="person"), at=at, on=tomorrow).on == tomorrow
        return
    with pytest.raises(BadContent) as refused:
        start("checkins", Checkin(safety=4, role="person"), at=at, on=tomorrow)
    assert (str(refused.value), refused.value.reason) == ("on: expected a day that has begun", "future")


def test_a_moment_is_no_day() -> None:
    with pytest.raises(BadContent, match=r"^on: expected a day$"):
        start("checkins", Checkin(safety=4, role="person"), at=MADE, on=datetime(2026, 3, 1))


def test_the_day_and_the_answers_can_be_edited() -> None:
    yesterday = SUNDAY - timedelta(days=1)
    changed = edit(
        a_checkin(), Checkin(felt_trust=2, role="supporter"), at=MADE + timedelta(days=1), on=yesterday
    )
    assert (changed.on, changed.content.felt_trust, changed.written_at) == (yesterday, 2, MADE)


def test_it_has_no_moves_and_waits_for_nothing() -> None:
    assert (open_moves(a_checkin(), at=MADE), due_of(a_checkin())) == ((), None)


def test_the_timeline_shows_answers_as_facts_and_leaves_blanks_out() -> None:
    assert dict(line_of(a_checkin(energy=3)).facts) == {"role": "supporter", "felt_trust": 6, "energy": 3}


@pytest.mark.parametrize("length", [4_000, 4_001])
def test_a_note_has_at_most_four_thousand_characters(length: int) -> None:
    if length == 4_000:
        assert len(a_checkin(note="x" * length).content.note) == length
        return
    with pytest.raises(BadContent, match=r"^note: expected at most 4000 characters, got 4001$"):
        a_checkin(note="x" * length)


@given(checkins())
def test_every_answer_is_a_rating_and_no_blank_is(checkin: Document[Checkin]) -> None:
    ratings = readings_of([checkin], kind=Rating)
    assert {one.scale: one.points for one in ratings} == {
        scale: getattr(checkin.content, scale)
        for scale in SCALES
        if getattr(checkin.content, scale) is not None
    }
    assert {one.role for one in ratings} <= {checkin.content.role}
    assert readings_of([checkin], kind=Outcome) == ()
