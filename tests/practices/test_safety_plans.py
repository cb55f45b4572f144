"""Safety plans: eight parts, any may be empty; theirs alone, and no word of it on a timeline."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.practices.examples import MADE, SECRET, SUNDAY
from troth.practices import BadContent, line_of, matches, named, start
from troth.practices.safety_plans import MOST, PARTS, SafetyPlan


def a_plan(**given):
    return start("safety_plans", SafetyPlan(**given), at=MADE, on=SUNDAY)


@pytest.mark.parametrize("part", PARTS)
def test_one_part_is_enough(part):
    assert dict(line_of(a_plan(**{part: "Two doors down"})).facts) == {"parts": 1}


def test_an_empty_plan_is_not_kept():
    with pytest.raises(BadContent, match="one part at least"):
        a_plan(safe_places="  ")


@given(st.sampled_from(PARTS))
def test_its_words_are_found_by_search_and_stand_on_no_timeline(part):
    plan = a_plan(**{part: SECRET})
    assert matches(plan, SECRET)
    assert SECRET not in repr(line_of(plan)) + line_of(plan).title


def test_it_belongs_to_the_writer_alone():
    assert named("safety_plans").personal


def test_too_long_is_said_at_its_part():
    with pytest.raises(BadContent, match=f"^digital: expected at most {MOST:} characters"):
        a_plan(digital="x" * (MOST + 1))
