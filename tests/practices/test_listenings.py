"""Listenings: a talk that I listened to, what I guess, and what slipped in."""

from typing import Any

import pytest

from tests.practices.examples import ELSEWHERE, MADE, SUNDAY
from tests.practices.understanding import a_listening
from troth.practices import BadContent, Link, line_of, open_moves, recap, start
from troth.practices.listenings import SLIPS, Listening


def test_it_says_what_they_said() -> None:
    with pytest.raises(BadContent, match=r"^said: expected some words$"):
        a_listening(said="")


@pytest.mark.parametrize("field", ["said", "felt", "answered", "next_time"])
def test_a_text_has_at_most_two_thousand_characters(field: str) -> None:
    with pytest.raises(BadContent, match=rf"^{field}: expected at most 2000 characters, got 2001$"):
        a_listening(**{field: "x" * 2_001})


@pytest.mark.parametrize("slip", SLIPS)
def test_each_slip_can_be_noted(slip: str) -> None:
    assert a_listening(slipped=(slip,)).content.slipped == (slip,)


def test_slips_stand_in_one_order_and_each_once() -> None:
    slipped = ("minimising", "fixing", "minimising")
    assert a_listening(slipped=slipped).content.slipped == ("fixing", "minimising")


def test_none_stands_alone() -> None:
    assert a_listening(slipped=("none", "none")).content.slipped == ("none",)
    with pytest.raises(BadContent, match=r"^slipped: expected none alone, or some of the others$"):
        a_listening(slipped=("none", "fixing"))


@pytest.mark.parametrize("bad", [("shouting",), "fixing", ["fixing"], None, 3])
def test_anything_else_is_no_slip(bad: Any) -> None:
    with pytest.raises(BadContent, match=r"^slipped: expected some of fixing, defending, minimising, none$"):
        a_listening(slipped=bad)


@pytest.mark.parametrize(("slipped", "count"), [((), None), (("none",), 0), (("fixing",), 1), (SLIPS[:3], 3)])
def test_not_answered_is_not_nought(slipped: tuple[str, ...], count: int | None) -> None:
    assert line_of(a_listening(slipped=slipped)).facts["slips"] == count


def test_it_may_come_from_an_ask_or_an_occurrence() -> None:
    tie = Link(to=ELSEWHERE, as_="from")
    content = Listening(said="That it was a long day")
    assert start("listenings", content, at=MADE, on=SUNDAY, links=[tie]).links == (tie,)


def test_it_has_no_moves_and_the_week_knows_its_day() -> None:
    listening = a_listening()
    assert open_moves(listening, at=MADE) == ()
    assert recap([listening], first_day=SUNDAY).days["listenings_listened"] == (SUNDAY,)
