"""Traps are suggested, at most two, and never decided."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.practices.test_thoughts import a_thought
from troth.coach import TRAPS as AS_THE_COACH_SAYS
from troth.practices import decode, encode
from troth.practices.errors import BadContent
from troth.practices.thoughts import MOST_SUGGESTED, SUGGEST_FROM, TRAPS, Thought, suggested
from troth.practices.thoughts.suggesting import NAMES

scores = st.lists(
    st.tuples(st.sampled_from(AS_THE_COACH_SAYS), st.floats(0, 1)), max_size=10, unique_by=lambda one: one[0]
)


def thought(**given: Any) -> Thought:
    return Thought(**{"situation": "x", "thought": "It will never change.", **given})


def test_each_trap_of_the_coach_has_its_place_in_a_record() -> None:
    assert set(NAMES) == set(AS_THE_COACH_SAYS)
    assert set(NAMES.values()) == set(TRAPS) - {"discounting"}


def test_the_surest_come_first_and_below_the_line_nothing_is_asked() -> None:
    assert suggested(thought(), [("labelling", 0.7), ("mind-reading", 0.9), ("fortune-telling", 0.65)]) == (
        "mind_reading",
        "labelling",
    )
    assert suggested(thought(), [("labelling", SUGGEST_FROM - 0.001)]) == ()
    assert suggested(thought(), [("labelling", SUGGEST_FROM)]) == ("labelling",)


@pytest.mark.parametrize(
    "given", [{"traps": ("labelling",)}, {"passed": ("labelling",)}, {"kind": "reframe"}]
)
def test_what_was_chosen_or_passed_by_and_a_reframe_are_not_asked_about(given: dict[str, Any]) -> None:
    assert suggested(thought(**given), [("labelling", 0.9)]) == ()


def test_whoever_answers_both_is_not_asked_about_a_third() -> None:
    found = [("labelling", 0.9), ("mind-reading", 0.8), ("personalising", 0.7)]
    assert suggested(thought(traps=("labelling",), passed=("mind_reading",)), found) == ()


@given(scores, st.sets(st.sampled_from(TRAPS)), st.sets(st.sampled_from(TRAPS)))
def test_whatever_the_scores_at_most_two_new_ones_are_asked_about(
    found: list[tuple[str, float]], chosen: set[Any], passed: set[Any]
) -> None:
    asked = suggested(thought(traps=tuple(chosen), passed=tuple(passed)), found)
    assert len(asked) <= MOST_SUGGESTED
    assert not set(asked) & (chosen | passed)
    assert all(max(score for name, score in found if NAMES[name] == one) >= SUGGEST_FROM for one in asked)


def test_a_trap_is_passed_by_once() -> None:
    with pytest.raises(BadContent, match=r"^passed: expected each trap once$"):
        thought(passed=("labelling", "labelling"))


def test_a_record_of_schema_1_opens_with_nothing_passed_by() -> None:
    plain = json.loads(encode(a_thought(traps=("labelling",))))
    del plain["content"]["passed"]
    opened = decode(json.dumps({**plain, "schema": 1}).encode())
    assert opened == a_thought(traps=("labelling",))
