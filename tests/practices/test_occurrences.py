"""Occurrences: a trigger happened; two taps are enough."""

from datetime import timedelta

import pytest

from tests.practices.examples import ELSEWHERE, MADE, SUNDAY
from tests.practices.understanding import an_occurrence
from troth.practices import BadContent, Link, edit, line_of, named, open_moves, recap, start
from troth.practices.occurrences import HELPED, Occurrence


def test_nothing_at_all_needs_to_be_written() -> None:
    occurrence = an_occurrence()
    assert (occurrence.state, line_of(occurrence).title) == ("noted", "")


def test_the_rest_can_be_told_afterwards() -> None:
    later = MADE + timedelta(days=1)
    told = edit(an_occurrence(), Occurrence(did="I stayed quiet", helped="a_little"), at=later)
    assert (told.on, dict(line_of(told).facts)) == (SUNDAY, {"helped": "a_little"})


@pytest.mark.parametrize("helped", HELPED)
def test_whether_it_helped_is_yes_a_little_no_or_not_said(helped: str) -> None:
    assert an_occurrence(helped=helped).content.helped == helped


def test_another_answer_is_refused() -> None:
    with pytest.raises(BadContent, match=r"^helped: expected one of , yes, a_little, no$"):
        an_occurrence(helped="maybe")


@pytest.mark.parametrize("field", ["note", "did", "helps_next"])
def test_a_text_has_at_most_two_thousand_characters(field: str) -> None:
    with pytest.raises(BadContent, match=rf"^{field}: expected at most 2000 characters, got 2001$"):
        an_occurrence(**{field: "x" * 2_001})


def test_the_timeline_takes_the_first_words_there_are() -> None:
    assert line_of(an_occurrence(note="Came home late", did="I rang")).title == "Came home late"
    assert line_of(an_occurrence(did="I rang", helps_next="Ring sooner")).title == "I rang"


def test_it_is_about_a_trigger_and_may_say_what_helped() -> None:
    ties = (Link(to=ELSEWHERE, as_="about"), Link(to=ELSEWHERE, as_="helped_by"))
    assert an_occurrence(links=ties).links == ties
    assert named("occurrences").links == {"about": ("triggers",), "helped_by": ("plans", "listenings")}


def test_it_belongs_to_the_day_on_which_it_happened() -> None:
    saturday = SUNDAY - timedelta(days=1)
    occurrence = start("occurrences", Occurrence(), at=MADE, on=saturday)
    week = recap([occurrence], first_day=SUNDAY - timedelta(days=6))
    assert week.days["occurrences_happened"] == (saturday,)


def test_it_has_no_moves() -> None:
    assert open_moves(an_occurrence(), at=MADE) == ()
