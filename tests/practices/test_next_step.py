"""The next small step: the gates in their order, and never a push."""

from dataclasses import replace
from itertools import product
from typing import Any

import pytest

from troth.practices.next_step import Standing, next_step

ALL_AT_ONCE = Standing(energy=1, overdue=2, open_promises=3, over_promised=True)
GATES = [
    (ALL_AT_ONCE, "rest"),
    (replace(ALL_AT_ONCE, energy=None), "settle"),
    (replace(ALL_AT_ONCE, energy=None, overdue=0), "smaller"),
    (replace(ALL_AT_ONCE, energy=None, overdue=0, over_promised=False), "check_in"),
    (Standing(open_promises=1, checked_in=True), "enough"),
    (Standing(), "first_promise"),
    (Standing(checked_in=True), "first_promise"),
]


@pytest.mark.parametrize(("standing", "step"), GATES)
def test_the_first_gate_that_holds_decides(standing: Standing, step: str) -> None:
    assert next_step(standing) == step


@pytest.mark.parametrize(("energy", "step"), [(0, "rest"), (3, "rest"), (4, "settle"), (None, "settle")])
def test_little_energy_means_rest_and_an_unknown_one_does_not(energy: Any, step: str) -> None:
    assert next_step(Standing(energy=energy, overdue=1)) == step


def test_a_quiet_bond_and_a_step_sent_away_bring_nothing() -> None:
    for energy, overdue, over, checked in product((None, 0, 9), (0, 3), (False, True), (False, True)):
        standing = Standing(energy=energy, overdue=overdue, over_promised=over, checked_in=checked)
        assert next_step(standing) is not None
        assert next_step(replace(standing, paused=True)) is None
        assert next_step(replace(standing, sent_away=True)) is None
