"""The gate: every rule, one by one, and no danger sign ever opens it."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from troth.safety import Sign, gate
from troth.safety.gate import RULES, SIGN_KINDS, STATES

PAGE = Path(__file__).resolve().parents[2] / "docs" / "models" / "gate.md"
SIGNS = st.lists(
    st.builds(Sign, st.sampled_from(SIGN_KINDS), st.sampled_from(("me", "other")), st.integers(0, 4)),
    max_size=8,
)
SAFETY = st.lists(st.integers(0, 10), max_size=5)


def standing(rule, times):
    if rule.kind == "low_safety":
        return gate([], felt_safety=[0] * times)
    if rule.kind == "boundary_crossed":
        return gate([], boundaries_crossed=times)
    return gate([Sign(rule.kind, rule.toward or "other", times)])


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: f"{rule.kind}-{rule.toward}-{rule.at_least}")
def test_each_rule_holds_from_its_number_on_and_not_before(rule):
    assert STATES.index(standing(rule, rule.at_least).state) >= STATES.index(rule.state)
    assert rule in standing(rule, rule.at_least).reasons or standing(rule, rule.at_least).state != rule.state
    before = standing(rule, rule.at_least - 1)
    assert rule not in before.reasons
    assert STATES.index(before.state) <= STATES.index(rule.state)


@pytest.mark.parametrize(
    ("signs", "state"),
    [
        ([], "open"),
        ([Sign("questions", "me", 2), Sign("questions", "other", 2)], "open"),
        ([Sign("questions", "me", 3)], "careful"),
        ([Sign("outburst", "other", 1), Sign("outburst", "other", 2)], "careful"),
        ([Sign("fear", "other", 1)], "careful"),
        ([Sign("fear", "me", 1)], "closed"),
        ([Sign("threat", "other", 1), Sign("questions", "me", 9)], "closed"),
        ([Sign("force", "me", 0)], "open"),
    ],
)
def test_worked_cases(signs, state):
    assert gate(signs).state == state


def test_what_i_do_counts_like_what_is_done_to_me():
    for kind in ("force", "threat", "isolation", "money", "checking_up"):
        assert gate([Sign(kind, "me", 3)]).state == gate([Sign(kind, "other", 3)]).state


@given(
    SIGNS,
    SAFETY,
    st.integers(0, 5),
    st.builds(Sign, st.sampled_from(SIGN_KINDS), st.sampled_from(("me", "other")), st.integers(1, 4)),
)
def test_adding_a_danger_sign_never_opens_the_gate(signs, safety, crossed, more):
    before = gate(signs, felt_safety=safety, boundaries_crossed=crossed)
    after = gate([*signs, more], felt_safety=safety, boundaries_crossed=crossed)
    assert STATES.index(after.state) >= STATES.index(before.state)
    crossed_more = gate(signs, felt_safety=safety, boundaries_crossed=crossed + 1)
    assert STATES.index(crossed_more.state) >= STATES.index(before.state)


@given(SIGNS, SAFETY)
def test_reasons_are_given_exactly_when_it_is_not_open(signs, safety):
    found = gate(signs, felt_safety=safety)
    assert bool(found.reasons) == (found.state != "open")
    assert all(rule.state == found.state for rule in found.reasons)


@pytest.mark.parametrize(
    "call",
    [
        lambda: gate([Sign("force", "me", -1)]),
        lambda: gate([], felt_safety=[11]),
        lambda: gate([], boundaries_crossed=-1),
    ],
)
def test_impossible_numbers_are_refused(call):
    with pytest.raises(ValueError, match="expected"):
        call()


def test_the_page_shows_the_rules_of_the_code():
    rows = [
        row for row in PAGE.read_text().splitlines() if row.startswith("| ") and not row.startswith("| sign")
    ]
    told = [tuple(cell.strip() for cell in row.strip("|").split("|")) for row in rows]
    assert told == [(rule.kind, rule.toward or "either", str(rule.at_least), rule.state) for rule in RULES]
