"""Wins: something small that went well."""

import pytest

from tests.practices.examples import ELSEWHERE, MADE, SUNDAY, a_win
from troth.practices import BadContent, Link, due_of, line_of, named, open_moves, readings_of, start
from troth.practices.wins import WIN_KINDS, Win


@pytest.mark.parametrize("kind", WIN_KINDS)
def test_a_win_of_each_kind_can_be_noted(kind: str) -> None:
    win = a_win(kind=kind)
    assert (win.state, line_of(win).title, dict(line_of(win).facts)) == (
        "noted",
        "We laughed",
        {"kind": kind},
    )


def test_another_kind_is_refused() -> None:
    with pytest.raises(
        BadContent, match=r"^kind: expected one of kept_promise, told_fear, small_risk, other$"
    ):
        a_win(kind="huge")


def test_a_win_says_what_it_was() -> None:
    with pytest.raises(BadContent, match=r"^what: expected some words$"):
        a_win(what=" ")
    with pytest.raises(BadContent, match=r"^what: expected at most 500 characters, got 501$"):
        a_win(what="x" * 501)


def test_it_may_come_from_a_promise_or_a_check_in() -> None:
    tie = Link(to=ELSEWHERE, as_="from")
    assert named("wins").links == {"from": ("promises", "checkins")}
    assert start("wins", Win(what="Kept", kind="kept_promise"), at=MADE, on=SUNDAY, links=[tie]).links == (
        tie,
    )
    assert a_win().links == ()


def test_the_same_tie_twice_is_refused() -> None:
    tie = Link(to=ELSEWHERE, as_="from")
    with pytest.raises(BadContent, match=r"^links: expected each tie once$") as refused:
        start("wins", Win(what="Kept", kind="kept_promise"), at=MADE, on=SUNDAY, links=[tie, tie])
    assert refused.value.reason == "same"


def test_a_win_is_no_figure_and_waits_for_nothing() -> None:
    win = a_win()
    assert (readings_of([win]), due_of(win), open_moves(win, at=MADE)) == ((), None, ())
