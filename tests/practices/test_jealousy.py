"""The check of a week: what its answers mean, item by item, and that thoughts alone close nothing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.practices.examples import MADE, SUNDAY
from troth.practices import BadContent, from_plain, line_of, named, start, to_plain
from troth.practices.jealousy import ASKED, ITEMS, MONTH, WEEK, Check, result, signs_of
from troth.safety import SIGN_KINDS, STATES, Sign


def check(over_days=WEEK, **answers):
    return Check(over_days=over_days, answers=answers)


def test_it_asks_fourteen_questions_of_the_specification_and_eight_of_ours():
    parts = [item.part for item in ITEMS]
    assert (len(ITEMS), len({item.key for item in ITEMS})) == (22, 22)
    assert parts[:14] == ["thoughts"] * 2 + ["feelings"] * 2 + ["my_actions"] * 5 + ["toward_me"] * 5


def test_every_kind_of_sign_is_asked_about_in_both_directions():
    for asked in ASKED.values():
        for toward in ("me", "other"):
            kinds = {item.kind for item in asked.values() if item.kind and item.toward == toward}
            assert kinds == set(SIGN_KINDS)


@pytest.mark.parametrize(
    ("answers", "state"),
    [
        ({"hidden": 4, "doubt": 4, "hurt": 4, "replaced": 4}, "open"),
        ({"did_checking_up": 2}, "open"),
        ({"did_checking_up": 3}, "careful"),
        ({"met_questions": 3}, "careful"),
        ({"did_isolation": 1}, "careful"),
        ({"did_isolation": 2}, "closed"),
        ({"did_fear": 1}, "careful"),
        ({"did_fear": 2}, "closed"),
        ({"met_isolation": 1}, "careful"),
        ({"met_fear": 1}, "closed"),
        ({"me_fear": 1}, "closed"),
        ({"mine_force": 1}, "closed"),
        ({"me_threat": 1}, "closed"),
        ({"mine_money": 1}, "careful"),
        ({"met_fear": 0, "doubt": 0}, "open"),
    ],
)
def test_what_the_answers_mean(answers, state):
    assert result(check(**answers)).state == state


@pytest.mark.parametrize(("points", "times"), [(1, 1), (2, 2), (3, 4), (4, 7)])
def test_an_answer_says_how_often_at_least(points, times):
    assert signs_of(check(met_outburst=points)) == (Sign("outburst", "me", times),)


def test_the_plain_questions_count_as_they_are():
    assert signs_of(check(MONTH, mine_questions=3)) == (Sign("questions", "other", 3),)


@pytest.mark.parametrize(
    ("over_days", "answers", "field"),
    [
        (WEEK, {}, "answers"),
        (WEEK, {"doubt": 5}, "answers.doubt"),
        (WEEK, {"doubt": -1}, "answers.doubt"),
        (WEEK, {"doubt": True}, "answers.doubt"),
        (WEEK, {"mine_questions": 1}, "answers"),
        (MONTH, {"mine_force": 4}, "answers.mine_force"),
        (14, {"doubt": 1}, "over_days"),
    ],
)
def test_what_was_not_asked_is_refused(over_days, answers, field):
    with pytest.raises(BadContent) as refused:
        Check(over_days=over_days, answers=answers)
    assert refused.value.field == field


answers = st.dictionaries(st.sampled_from([item.key for item in ITEMS]), st.integers(0, 4), min_size=1)


@given(answers, st.sampled_from([item.key for item in ITEMS]))
def test_a_higher_answer_never_opens_the_gate(given_answers, key):
    before = result(check(**given_answers))
    more = given_answers | {key: max(given_answers.get(key, 0), min(4, given_answers.get(key, 0) + 1))}
    assert STATES.index(result(check(**more)).state) >= STATES.index(before.state)


@given(answers)
def test_it_comes_back_from_a_file_as_it_was(given_answers):
    document = start("jealousy", check(**given_answers), at=MADE, on=SUNDAY)
    assert from_plain(to_plain(document)) == document


def test_a_timeline_shows_its_note_and_no_answer():
    document = start("jealousy", check(met_fear=4), at=MADE, on=SUNDAY)
    assert line_of(document).title == ""


def test_it_can_never_be_shared():
    assert not named("jealousy").shareable
    assert not named("incidents").shareable
    assert not named("safety_plans").shareable
    assert not named("stepbacks").shareable
