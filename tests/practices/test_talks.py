"""Talks: what stays with one of the two; never shared, and withheld while the gate is not open."""

from typing import Any

import pytest

from tests.practices.examples import MADE, SUNDAY
from troth.practices import (
    BadContent,
    Document,
    decode,
    encode,
    lesson,
    line_of,
    matches,
    named,
    open_moves,
    recap,
    start,
)
from troth.practices.talks import MOST, Talk


def a_talk(**given: Any) -> Document[Talk]:
    return start("talks", Talk(**{"heard": "That Sundays are long", **given}), at=MADE, on=SUNDAY)


def test_it_says_what_was_heard() -> None:
    assert line_of(a_talk()).title == "That Sundays are long"
    with pytest.raises(BadContent, match=r"^heard: expected some words$"):
        a_talk(heard=" ")


@pytest.mark.parametrize("field", ["heard", "said", "next_time"])
def test_a_text_has_at_most_two_thousand_characters(field: str) -> None:
    with pytest.raises(BadContent, match=rf"^{field}: expected at most 2000 characters, got 2001$"):
        a_talk(**{field: "x" * (MOST + 1)})


def test_it_reads_back_as_it_was_written_and_search_finds_all_of_it() -> None:
    talk = a_talk(said="  One thing only ", next_time="Shorter")
    assert talk.content.said == "One thing only"
    assert decode(encode(talk)) == talk
    assert all(matches(talk, word) for word in ("sundays", "only", "shorter"))


def test_it_has_no_moves_and_the_week_knows_its_day() -> None:
    assert open_moves(a_talk(), at=MADE) == ()
    assert recap([a_talk()], first_day=SUNDAY).days["talks_talked"] == (SUNDAY,)


def test_it_stays_with_its_writer_and_is_a_step_of_openness() -> None:
    practice = named("talks")
    assert (practice.shareable, practice.opens_up, practice.personal) == (False, True, False)


def test_its_lesson_says_when_to_leave_it_and_where_there_is_doubt() -> None:
    body = lesson("talks").body
    assert "If you are afraid of this person, or they are afraid of you" in body
    assert "There is doubt too." in body
