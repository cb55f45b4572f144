"""Boundaries: limits, theirs and mine, that stand until they are let go."""

import pytest

from tests.practices.examples import AFTER, BEFORE
from tests.practices.understanding import a_boundary
from troth.practices import BadContent, MoveRefused, line_of, move, open_moves
from troth.practices.boundaries import WHOSE


@pytest.mark.parametrize("whose", WHOSE)
def test_a_boundary_is_theirs_or_mine(whose: str) -> None:
    boundary = a_boundary(whose=whose)
    assert (boundary.state, dict(line_of(boundary).facts)) == ("standing", {"whose": whose})


def test_it_is_nobody_elses() -> None:
    with pytest.raises(BadContent, match=r"^whose: expected one of theirs, mine$"):
        a_boundary(whose="ours")


def test_it_says_what_the_limit_is() -> None:
    with pytest.raises(BadContent, match=r"^wording: expected some words$"):
        a_boundary(wording=" ")
    with pytest.raises(BadContent, match=r"^wording: expected at most 500 characters, got 501$"):
        a_boundary(wording="x" * 501)


def test_what_i_do_then_may_wait() -> None:
    assert a_boundary().content.if_crossed == ""
    with pytest.raises(BadContent, match=r"^if_crossed: expected at most 1000 characters, got 1001$"):
        a_boundary(if_crossed="x" * 1_001)


def test_it_can_be_let_go_and_taken_up_again() -> None:
    let_go = move(a_boundary(), "let_go", at=BEFORE)
    assert let_go.state == "let_go"
    assert [one.name for one in open_moves(let_go, at=AFTER)] == ["take_up"]
    assert move(let_go, "take_up", at=AFTER).state == "standing"


def test_what_stands_is_not_taken_up() -> None:
    with pytest.raises(MoveRefused, match=r"^'take_up' is not open in state 'standing'\.$"):
        move(a_boundary(), "take_up", at=BEFORE)
