"""Paces: one of three words, without a reason, which only a new choice replaces."""

from datetime import date
from typing import Any

import pytest

from tests.practices.examples import MADE, SUNDAY
from troth.practices import (
    BadContent,
    Document,
    Portion,
    copy_of,
    decode,
    edit,
    encode,
    line_of,
    named,
    open_moves,
    recap,
    start,
)
from troth.practices.paces import HOWS, Pace


def a_pace(pace: Any = "gentle") -> Document[Pace]:
    return start("paces", Pace(pace=pace), at=MADE, on=SUNDAY)


@pytest.mark.parametrize("how", HOWS)
def test_each_pace_can_be_chosen(how: str) -> None:
    assert decode(encode(a_pace(how))) == a_pace(how)
    assert line_of(a_pace(how)).facts["pace"] == how


@pytest.mark.parametrize("bad", ["", "stop", None, 3])
def test_another_is_refused(bad: Any) -> None:
    with pytest.raises(BadContent, match=r"^pace: expected"):
        a_pace(bad)


def test_w19_there_is_no_field_for_a_reason() -> None:
    assert set(Pace.__dataclass_fields__) == {"pace"}


def test_it_is_chosen_anew_and_never_rewritten() -> None:
    assert open_moves(a_pace(), at=MADE) == ()
    with pytest.raises(BadContent, match=r"^pace: expected no change here"):
        edit(a_pace(), Pace(pace="fast"), at=MADE)


def test_w19_its_copy_holds_the_word_and_no_day() -> None:
    copy = copy_of(Portion(document=a_pace("pause"), fields=("pace",)))
    assert (dict(copy.fields), copy.on, copy.state) == ({"pace": "pause"}, date.min, "chosen")


def test_it_stands_apart_and_is_no_step_of_openness() -> None:
    practice = named("paces")
    assert (practice.shareable, practice.apart, practice.opens_up, practice.guards) == (
        True,
        True,
        False,
        False,
    )
    assert recap([a_pace()], first_day=SUNDAY).counts.keys() == recap([], first_day=SUNDAY).counts.keys()
