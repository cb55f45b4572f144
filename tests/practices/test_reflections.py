"""Reflections: a small question, answered in one's own words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.practices.examples import MADE, SECRET, SUNDAY
from troth.practices import (
    BadContent,
    Document,
    decode,
    due_of,
    edit,
    encode,
    lesson,
    line_of,
    matches,
    named,
    open_moves,
    readings_of,
    start,
)
from troth.practices.programme import CARD_KEYS, STEP_KEYS
from troth.practices.reflections import MOST_ANSWER, Reflection


def a_reflection(step: str = "a4", answer: str = f"It was the door, {SECRET}") -> Document[Reflection]:
    return start("reflections", Reflection(step=step, answer=answer), at=MADE, on=SUNDAY)


@pytest.mark.parametrize("key", [*STEP_KEYS, *CARD_KEYS])
def test_each_step_and_card_can_be_answered(key: str) -> None:
    assert dict(line_of(a_reflection(step=key)).facts) == {"step": key}


@pytest.mark.parametrize("key", ["a0", "a14", "b0", "b13", "", "wins", "A1", "a1 "])
def test_no_other_key_is_taken(key: str) -> None:
    with pytest.raises(BadContent, match=r"^step: expected a step from a1 to a13 or a card from b1 to b12$"):
        a_reflection(step=key)


def test_an_answer_has_words_and_an_end() -> None:
    with pytest.raises(BadContent, match=r"^answer: expected some words$"):
        a_reflection(answer=" \n ")
    with pytest.raises(BadContent, match=r"^answer: expected at most 4000 characters, got 4001$"):
        a_reflection(answer="x" * (MOST_ANSWER + 1))


@given(answer=st.text(st.characters(exclude_categories=["Cs"]), max_size=MOST_ANSWER).filter(str.strip))
def test_any_words_come_back_as_they_were_tidied(answer: str) -> None:
    one = a_reflection(answer=answer)
    assert decode(encode(one)) == one
    assert one.content.answer == Reflection(step="a4", answer=one.content.answer).answer


def test_several_answers_to_one_question_may_stand_beside_each_other() -> None:
    assert a_reflection(answer="In March") != a_reflection(answer="In June")


def test_the_answer_is_found_and_the_repr_shows_none_of_it() -> None:
    one = a_reflection()
    assert matches(one, SECRET)
    assert not matches(one, "a4")
    assert SECRET not in repr(one) + repr(one.content) + repr(line_of(one))


def test_an_answer_can_be_changed_but_not_moved_to_another_question() -> None:
    one = a_reflection()
    changed = edit(one, Reflection(step="a4", answer="It was the phone"), at=MADE)
    assert changed.content.answer == "It was the phone"
    with pytest.raises(BadContent, match=r"^step: ") as refused:
        edit(one, Reflection(step="a5", answer="It was the phone"), at=MADE)
    assert refused.value.reason == "fixed"


def test_it_is_never_shared_no_figure_and_waits_for_nothing() -> None:
    one = a_reflection()
    assert named("reflections").shareable is False
    assert (readings_of([one]), due_of(one), open_moves(one, at=MADE)) == ((), None, ())


def test_the_lesson_sends_away_from_the_page_where_there_is_danger() -> None:
    assert (
        "If it is about fear, force or not wanting to live, don't stay alone with a page."
        in lesson("reflections").body
    )
