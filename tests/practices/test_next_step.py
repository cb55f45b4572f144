"""The next small step: the gates in their order, the ladder, variety; never a push; the table in the docs is the code."""

import re
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from troth.practices.next_step import GATES, LADDER, VARIETY, Standing, next_step

SUNDAY = date(2026, 3, 1)
PAGE = Path(__file__).resolve().parents[2] / "docs" / "models" / "next-step.md"
NOTHING = Standing(on=SUNDAY)
WORST = Standing(
    on=SUNDAY, gate="closed", energy=1, triggered=True, overdue=2, open_promises=3, over_promised=True
)
ORDER = [
    (WORST, "resources"),
    (replace(WORST, gate="careful"), "resources"),
    (replace(WORST, gate="open"), "rest"),
    (replace(WORST, gate="open", energy=4), "listen"),
    (replace(WORST, gate="open", energy=None, triggered=False), "settle"),
    (replace(WORST, gate="open", energy=None, triggered=False, overdue=0), "smaller"),
    (Standing(on=SUNDAY, open_promises=3), "check_in"),
    (Standing(on=SUNDAY, open_promises=3, checked_in=True), "enough"),
]


@pytest.mark.parametrize(("standing", "step"), ORDER)
def test_the_first_rule_that_holds_decides(standing, step):
    assert next_step(standing) == step


@pytest.mark.parametrize(("energy", "step"), [(0, "rest"), (3, "rest"), (4, "settle"), (None, "settle")])
def test_little_energy_means_rest_and_an_unknown_one_does_not(energy, step):
    assert next_step(replace(NOTHING, energy=energy, overdue=1)) == step


@pytest.mark.parametrize("rung", range(1, 8))
def test_with_no_open_promise_the_ladder_gives_its_rung(rung):
    steps = ("truth", "tiny", "same_week", "talk", "ask_help", "larger", "shared_plan")
    assert next_step(replace(NOTHING, rung=rung)) == steps[rung - 1]


BUSY = replace(NOTHING, open_promises=1, checked_in=True)


def test_variety_takes_what_was_written_longest_ago():
    last = {"efforts": SUNDAY - timedelta(days=9), "wins": SUNDAY - timedelta(days=20)}
    assert next_step(replace(BUSY, here=frozenset(last), last=last)) == "win"


def test_variety_prefers_what_was_never_written_and_then_its_own_order():
    here = frozenset({"efforts", "wins", "origins"})
    last = {"efforts": SUNDAY - timedelta(days=30)}
    assert next_step(replace(BUSY, here=here, last=last)) == "win"


def test_variety_leaves_out_what_was_written_in_the_last_seven_days():
    assert next_step(replace(BUSY, here=frozenset({"wins"}), last={"wins": SUNDAY - timedelta(days=6)})) == (
        "enough"
    )
    assert next_step(replace(BUSY, here=frozenset({"wins"}), last={"wins": SUNDAY - timedelta(days=7)})) == (
        "win"
    )


def test_a_practice_that_is_not_installed_is_not_suggested():
    assert next_step(BUSY) == "enough"


def test_not_today_and_pause_are_respected_even_with_everything_at_once():
    assert next_step(replace(WORST, sent_away=True)) is None
    assert next_step(replace(WORST, paused=True)) is None


THREE = tuple(SUNDAY - timedelta(days=back) for back in (3, 2, 1))


def test_after_three_in_a_week_nothing_is_suggested_but_the_gates_still_speak():
    assert next_step(replace(NOTHING, opened=THREE)) is None
    assert next_step(replace(NOTHING, opened=THREE, overdue=1)) == "settle"


standings = st.builds(
    Standing,
    on=st.just(SUNDAY),
    gate=st.sampled_from(["open", "careful", "closed"]),
    energy=st.none() | st.integers(0, 10),
    triggered=st.booleans(),
    overdue=st.integers(0, 3),
    open_promises=st.integers(0, 3),
    over_promised=st.booleans(),
    rung=st.integers(1, 7),
    checked_in=st.booleans(),
    here=st.frozensets(st.sampled_from(sorted(VARIETY.values()))),
    opened=st.lists(st.integers(0, 20).map(lambda ago: SUNDAY - timedelta(days=ago)), max_size=9).map(tuple),
)
SAFE = {"resources", "rest", None}


@given(standings)
def test_the_same_standing_gives_the_same_step(standing):
    assert next_step(standing) == next_step(replace(standing))


@given(standings)
def test_where_the_gate_is_not_open_only_safety_is_offered(standing):
    if standing.gate != "open":
        assert next_step(standing) == "resources"


@given(standings)
def test_with_little_energy_nothing_is_asked(standing):
    assert next_step(replace(standing, energy=2)) in SAFE


@given(standings)
def test_a_new_promise_is_never_suggested_after_a_trigger_or_while_one_is_overdue(standing):
    promising = {"tiny", "same_week", "larger", "shared_plan"}
    assert next_step(replace(standing, triggered=True)) not in promising
    assert next_step(replace(standing, overdue=1)) not in promising


def test_the_table_in_the_docs_is_the_code():
    rows = re.findall(r"^\| (\w+) \| (gate|ladder|variety) \| (.+?) \|$", PAGE.read_text(), re.MULTILINE)
    ours = [(rule.step, rule.group, rule.says) for rule in (*GATES, *LADDER)]
    ours += [("check_in", "variety", "there is no check-in of today")]
    ours += [(step, "variety", f"nothing in {practice} for seven days") for step, practice in VARIETY.items()]
    ours += [("enough", "variety", "nothing else holds")]
    assert rows == ours
