"""Signs: one moment, plainly; what came before it, and what helped."""

from collections import Counter
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.practices.examples import ELSEWHERE, MADE, SUNDAY
from tests.practices.understanding import a_sign
from troth.practices import BadContent, Link, lesson, line_of, named, open_moves, start
from troth.practices.signs import (
    BEHAVIOURS,
    BELIEFS,
    HELPED,
    KINDS,
    Before,
    NotEnough,
    Noticed,
    WhatHelped,
    what_came_before,
    what_helped,
)

TIES = st.lists(st.sampled_from("abc"), max_size=3)
MOMENTS = st.lists(st.tuples(st.sampled_from(["withdraws", "never_safe"]), TIES), max_size=30)


def test_there_are_six_beliefs_and_four_behaviours() -> None:
    assert (len(BELIEFS), len(BEHAVIOURS)) == (6, 4)
    assert KINDS == BELIEFS + BEHAVIOURS


@pytest.mark.parametrize("kind", KINDS)
def test_a_moment_of_each_kind_can_be_noted(kind: str) -> None:
    sign = a_sign(kind=kind, helped="yes")
    assert (sign.state, dict(line_of(sign).facts)) == ("noted", {"kind": kind, "helped": "yes"})


def test_a_kind_without_a_moment_would_be_a_label() -> None:
    with pytest.raises(BadContent, match=r"^saw: expected some words$") as refused:
        a_sign(saw=" \n")
    assert refused.value.reason == "empty"


def test_another_kind_is_refused_and_all_ten_are_named() -> None:
    with pytest.raises(BadContent) as refused:
        a_sign(kind="cold")
    assert str(refused.value) == f"kind: expected one of {', '.join(KINDS)}"


@pytest.mark.parametrize("field", ["saw", "maybe", "did"])
def test_a_text_has_at_most_two_thousand_characters(field: str) -> None:
    with pytest.raises(BadContent, match=rf"^{field}: expected at most 2000 characters, got 2001$"):
        a_sign(**{field: "x" * 2_001})


def test_it_may_come_after_an_occurrence_or_a_trigger() -> None:
    tie = Link(to=ELSEWHERE, as_="after")
    content = Noticed(kind="withdraws", saw="Left the room")
    assert start("signs", content, at=MADE, on=SUNDAY, links=[tie]).links == (tie,)
    assert named("signs").links == {"after": ("occurrences", "triggers")}


def test_it_has_no_moves() -> None:
    assert open_moves(a_sign(), at=MADE) == ()


def test_the_lesson_points_to_safety_and_promises_nothing() -> None:
    body = lesson("signs").body
    assert "If you are afraid of what comes next" in body
    assert "no one has shown" in body


def test_which_trigger_came_before_is_counted_with_its_n() -> None:
    occurrences = {"call on Monday": "calls", "call on Friday": "calls", "shouting": "loud voices"}
    moments: list[tuple[str, Any]] = [
        ("withdraws", ["call on Monday"]),
        ("withdraws", ["call on Friday"]),
        ("withdraws", ["shouting"]),
        ("withdraws", ["calls"]),
        ("withdraws", []),
        ("withdraws", ["shouting", "calls"]),
    ]
    assert what_came_before(moments, occurrences) == {
        "withdraws": Before(n=5, counts=(("calls", 4), ("loud voices", 2)))
    }


def test_two_occurrences_of_one_trigger_are_one_trigger_before() -> None:
    moments = [("withdraws", ["one", "two"])] * 5
    assert what_came_before(moments, {"one": "calls", "two": "calls"})["withdraws"] == Before(
        n=5, counts=(("calls", 5),)
    )


@pytest.mark.parametrize("n", range(5))
def test_below_five_it_says_not_enough_yet(n: int) -> None:
    moments = [("withdraws", ["calls"])] * n + [("withdraws", [])] * 9
    assert what_came_before(moments, {})["withdraws"] == NotEnough(n=n, needs=5)
    assert what_helped([("calls", "yes")] * n + [("calls", "")] * 9)["calls"] == NotEnough(n=n, needs=5)


def test_a_kind_that_nobody_noted_is_not_there() -> None:
    assert what_came_before([], {}) == {}
    assert what_helped([]) == {}


@given(MOMENTS)
def test_what_came_before_agrees_with_counting_slowly(moments: list[tuple[str, list[str]]]) -> None:
    found = what_came_before(moments, {"c": "a"})
    assert set(found) == {kind for kind, _ in moments}
    for kind, said in found.items():
        tied = [
            [{"c": "a"}.get(one, one) for one in after] for one, after in moments if one == kind and after
        ]
        assert said.n == len(tied)
        assert isinstance(said, Before) == (said.n >= 5)
        if isinstance(said, Before):
            assert dict(said.counts) == {key: sum(key in one for one in tied) for one in tied for key in one}
            assert all(times <= said.n for _, times in said.counts)
            assert [times for _, times in said.counts] == sorted((t for _, t in said.counts), reverse=True)


@given(st.lists(st.tuples(st.sampled_from("ab"), st.sampled_from(HELPED)), max_size=30), st.randoms())
def test_what_helped_adds_up_in_any_order(moments: list[tuple[str, Any]], order: Any) -> None:
    found = what_helped(moments)
    mixed = list(moments)
    order.shuffle(mixed)
    assert what_helped(mixed) == found
    for key, said in found.items():
        slow = Counter(helped for one, helped in moments if one == key and helped)
        assert said.n == slow.total()
        if isinstance(said, WhatHelped):
            assert (said.yes, said.a_little, said.no) == (slow["yes"], slow["a_little"], slow["no"])
