"""The gate read from what was written: any practice that guards, the last four weeks, nothing else."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.practices.examples import MADE, SUNDAY, a_checkin, a_promise, a_win
from troth.practices import gate_of, guards, start
from troth.practices.incidents import Incident
from troth.practices.jealousy import Check
from troth.safety import SIGN_KINDS, STATES


def incident(kind="force", toward="me", *, ago=0):
    at = MADE - timedelta(days=ago)
    return start("incidents", Incident(kind=kind, toward=toward), at=at, on=SUNDAY - timedelta(days=ago))


def felt_safe(points, *, ago=0):
    at = MADE - timedelta(days=ago)
    day = SUNDAY - timedelta(days=ago)
    return start("checkins", a_checkin(safety=points).content, at=at, on=day)


def check(**answers):
    return start("jealousy", Check(over_days=7, answers=answers), at=MADE, on=SUNDAY)


def test_nothing_written_is_open():
    assert gate_of([], on=SUNDAY).is_open


def test_what_does_not_guard_is_not_read():
    assert guards(by="felt_safety") == ("checkins",)
    assert guards(by="gate_signs") == ("crossings", "incidents", "jealousy", "questionnaires")
    assert gate_of([a_win(), a_promise(), a_checkin(safety=9)], on=SUNDAY).is_open


def test_one_act_of_force_closes_it_in_either_direction():
    assert gate_of([incident("force", "me")], on=SUNDAY).state == "closed"
    assert gate_of([incident("force", "other")], on=SUNDAY).state == "closed"


def test_four_weeks_count_and_no_day_more():
    assert gate_of([incident(ago=27)], on=SUNDAY).state == "closed"
    assert gate_of([incident(ago=28)], on=SUNDAY).is_open


def test_a_day_that_has_not_come_does_not_count():
    assert gate_of([incident()], on=SUNDAY - timedelta(days=1)).is_open


def test_low_felt_safety_among_the_newest_three_makes_it_careful():
    assert gate_of([felt_safe(3), felt_safe(8, ago=1), felt_safe(9, ago=2)], on=SUNDAY).state == "careful"
    assert gate_of([felt_safe(3), felt_safe(2, ago=1)], on=SUNDAY).state == "closed"
    older = [felt_safe(8), felt_safe(8, ago=1), felt_safe(8, ago=2), felt_safe(0, ago=3)]
    assert gate_of(older, on=SUNDAY).is_open


def test_the_check_and_incidents_add_up():
    assert gate_of([check(did_questions=1), incident("questions", "other")], on=SUNDAY).is_open
    both = [check(did_questions=2), incident("questions", "other")]
    assert gate_of(both, on=SUNDAY).state == "careful"


def test_thoughts_and_feelings_alone_close_nothing():
    assert gate_of([check(hidden=4, doubt=4, hurt=4, replaced=4)], on=SUNDAY).is_open


@pytest.mark.parametrize("key", ["did_isolation", "met_isolation", "mine_money", "me_money"])
def test_keeping_someone_from_people_or_money_asks_for_care(key):
    assert gate_of([check(**{key: 1})], on=SUNDAY).state == "careful"


signs = st.builds(incident, st.sampled_from(SIGN_KINDS), st.sampled_from(["me", "other"]))


@given(st.lists(signs, max_size=6), signs)
def test_one_more_sign_never_opens_the_gate(written, more):
    before, after = gate_of(written, on=SUNDAY), gate_of([*written, more], on=SUNDAY)
    assert STATES.index(after.state) >= STATES.index(before.state)


@given(st.permutations([felt_safe(3), felt_safe(8, ago=1), incident("outburst"), check(met_fear=1)]))
def test_the_order_of_the_entries_does_not_matter(written):
    assert gate_of(written, on=SUNDAY).state == "closed"
