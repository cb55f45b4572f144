"""Scores: worked by hand, held by properties, and a second, slower way of reaching them."""

from math import floor

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.instruments.strategies import filled_in
from troth import instruments
from troth.instruments import load, score

PHQ9 = load("phq-9")


def test_a_prorated_sum_is_worked_out_by_hand():
    found = score(PHQ9, {1: 2, 2: 1, 4: 1, 5: 0, 6: 1, 7: 2, 8: 0, 9: 0}).subscales["total"]
    assert (found.value, found.answered, found.of, found.needed) == (8, 8, 9, 7)  # 7 / 8 · 9 = 7.875
    assert (found.method, found.band, found.missing_reason) == ("sum_prorated", "mild", None)
    assert type(found.value) is int


def test_without_rounding_a_prorated_sum_stays_what_it_is():
    found = score(load("ipip-trust-10"), {1: 4, 2: 4, 3: 4, 4: 4, 5: 4, 6: 4, 7: 2, 8: 2, 9: 1}).subscales[
        "total"
    ]
    assert found.value == pytest.approx(37 / 9 * 10)
    assert type(score(load("ipip-trust-10"), dict.fromkeys(range(1, 11), 3)).subscales["total"].value) is int


def test_a_half_is_rounded_up_never_to_the_even_neighbour():
    for answers, value in (({1: 1, 2: 1, 3: 1, 4: 1}, 5), ({1: 2, 2: 2, 3: 2, 4: 2, 5: 2, 6: 2}, 14)):
        given_eight = dict.fromkeys(range(1, 9), 0) | answers
        assert score(PHQ9, given_eight).subscales["total"].value == value


def test_a_t_score_needs_a_named_group_and_a_score():
    sheet, answers = load("ipip-trust-10"), dict.fromkeys(range(1, 11), 3)
    assert score(sheet, answers).subscales["total"].t_score is None
    found = score(sheet, answers, norm_group="women-adult")
    assert found.norm_group == "women-adult"
    assert found.subscales["total"].t_score == pytest.approx(50 + 10 * (30 - 34.5) / 7.4)
    assert score(sheet, {1: 3}, norm_group="women-adult").subscales["total"].t_score is None


def test_one_yes_is_heard_even_beside_blanks_and_no_yes_beside_blanks_is_no_answer():
    hark = load("hark")
    found = score(hark, {3: 1})
    assert (found.subscales["total"].value, found.subscales["total"].band) == (1, "positive")
    assert [(one.reaction, one.item, one.toward) for one in found.reactions] == [
        ("partner-violence", 3, "me")
    ]
    found = score(hark, {1: 0, 2: 0, 3: 0})
    assert (found.subscales["total"].value, found.subscales["total"].missing_reason) == (None, "not-assessed")
    assert found.subscales["total"].band is None
    assert score(hark, {}).subscales["total"].missing_reason == "not-assessed"


def test_well_being_is_scaled_to_a_hundred():
    found = score(load("who-5"), {1: 4, 2: 1, 3: 0, 4: 2, 5: 3}).subscales["total"]
    assert (found.value, found.method, found.band) == (40, "sum_scaled", "reduced")


@pytest.mark.parametrize(("value", "band"), [(50, "dissatisfied"), (51, "dissatisfied"), (52, "satisfied")])
def test_a_cut_between_two_scores_holds(value, band):
    answers = {no: 5 for no in range(1, 11)} | dict.fromkeys(range(11, 17), 0)
    answers[11] = value - 50
    assert score(load("csi-16"), answers).subscales["total"].band == band


@pytest.mark.parametrize(
    ("id", "answers", "toward"),
    [
        ("phq-9", {9: 0}, []),
        ("phq-9", {9: 1}, ["self"]),
        ("troth-jealousy-control", {8: 1}, ["other"]),
        ("troth-jealousy-control", {9: 1}, []),
        ("troth-jealousy-control", {9: 2, 13: 1, 14: 1}, ["other", "me", "me"]),
        ("k6", {no: 4 for no in range(1, 7)}, []),
    ],
)
def test_what_the_safety_room_hears_comes_with_each_answer(id, answers, toward):
    assert [one.toward for one in instruments.safety_now(load(id), answers)] == toward


@pytest.mark.parametrize("three", [3, 3.0, "3", "3.0", " 3 ", "+3"])
def test_a_three_is_a_three_however_it_is_written(three):
    assert instruments.read_answers(PHQ9, {"1": three}) == {1: 3}


def test_numbers_of_a_notebook_are_numbers():
    answers = {np.int64(1): np.int8(3), np.int64(2): np.float64(2.0), "3": np.str_("1")}
    assert instruments.read_answers(PHQ9, answers) == {1: 3, 2: 2, 3: 1}
    for wrong in (np.bool_(True), np.float64(1.5), np.float64("nan"), object()):
        with pytest.raises(instruments.BadAnswer):
            instruments.read_answers(PHQ9, {1: wrong})


@pytest.mark.parametrize(
    ("key", "given_answer", "line"),
    [
        (4, 9, "item 4: 9 is not one of 0–3"),
        (4, -1, "item 4: -1 is not one of 0–3"),
        (4, "9", "item 4: 9 is not one of 0–3"),
        (4, 3.5, "item 4: 3.5 is not one of 0–3"),
        (4, "3.5", 'item 4: "3.5" is not a number (0–3)'),
        (4, True, "item 4: true is not a number (0–3)"),
        (4, "yes", 'item 4: "yes" is not a number (0–3)'),
        (4, "", 'item 4: "" is not a number (0–3)'),
        (4, "NA", 'item 4: "NA" is not a number (0–3)'),
        (4, float("nan"), "item 4: NaN is not a number (0–3)"),
        (4, float("inf"), "item 4: Infinity is not a number (0–3)"),
        (4, [3], "item 4: a list is not a number (0–3)"),
        (4, {}, "item 4: a table is not a number (0–3)"),
        (4, "a whole sentence about Ben", 'item 4: "a whole sent…" is not a number (0–3)'),
        (4, "٣", 'item 4: "٣" is not a number (0–3)'),
        (12, 1, "item 12: phq-9 has items 1–9"),
        ("0", 1, "item 0: phq-9 has items 1–9"),
        ("total", 1, "item total: phq-9 has items 1–9"),
        (True, 1, "item True: phq-9 has items 1–9"),
        (None, None, "item None: phq-9 has items 1–9"),
    ],
)
def test_a_bad_answer_is_one_line(key, given_answer, line):
    with pytest.raises(instruments.BadAnswer) as caught:
        score(PHQ9, {key: given_answer})
    assert str(caught.value) == line


def test_an_answer_between_the_options_is_not_one():
    with pytest.raises(instruments.BadAnswer) as caught:
        score(load("cbi"), {1: 30})
    assert str(caught.value) == "item 1: 30 is not one of 0, 25, 50, 75, 100"
    assert (caught.value.item, caught.value.given, caught.value.allowed) == (1, 30, "0, 25, 50, 75, 100")


def test_an_item_that_is_named_twice_is_no_guess():
    with pytest.raises(instruments.BadAnswer, match="item 1: answered twice"):
        score(PHQ9, {1: 1, "1": 2})


def test_an_unknown_group_lists_those_there_are():
    with pytest.raises(instruments.UnknownNormGroup) as caught:
        score(load("ipip-trust-4"), {}, norm_group="men")
    assert str(caught.value) == (
        'norm group "men": ipip-trust-4 has men-under-21, men-21-40, men-41-60, men-over-60, '
        "women-under-21, women-21-40, women-41-60, women-over-60"
    )
    with pytest.raises(instruments.UnknownNormGroup, match='norm group "men": phq-9 has no norm groups'):
        score(PHQ9, {}, norm_group="men")


def slowly(sheet, scale, answers):
    """The rule of the specification, word by word, without any plan."""
    points = []
    for item in sheet.items:
        if item.no in scale.items and item.no in answers:
            values = [option.value for option in item.options]
            answer = answers[item.no]
            points.append(min(values) + max(values) - answer if item.key == "-" else answer)
    count = len(scale.items)
    if scale.method == "any_yes":
        return sum(points) if sum(points) > 0 or len(points) == count else None
    if len(points) < (scale.missing.min_answered or count):
        return None
    mean = sum(points) / len(points)
    if scale.method == "mean":
        return mean
    value = mean * count * scale.factor
    return floor(value + 0.5) if scale.missing.round else value


@given(filled_in())
def test_the_slow_way_comes_to_the_same(filled):
    sheet, answers = filled
    found = score(sheet, answers)
    for scale in sheet.subscales:
        wanted = slowly(sheet, scale, answers)
        assert found.subscales[scale.id].value == (None if wanted is None else pytest.approx(wanted))
        assert found.subscales[scale.id].answered == len(set(scale.items) & set(answers))


@given(filled_in(blanks=False))
def test_turning_every_answer_round_mirrors_the_score(filled):
    sheet, answers = filled
    turned = {no: sheet.items[no - 1].mirror - answer for no, answer in answers.items()}
    here, there = score(sheet, answers), score(sheet, turned)
    for scale in sheet.subscales:
        ends = [sheet.items[no - 1].mirror for no in scale.items]
        both = sum(ends) / len(ends) if scale.method == "mean" else sum(ends) * scale.factor
        values = (here.subscales[scale.id].value, there.subscales[scale.id].value)
        assert sum(values) == pytest.approx(both)


@given(filled_in(), st.data())
def test_a_blank_is_never_nought(filled, data):
    """Where a score stands beside a blank, nought in its place would have given another number or another method."""
    sheet, answers = filled
    for id, found in score(sheet, answers).subscales.items():
        if found.value is not None and found.answered < found.of and found.method != "any_yes":
            assert found.method in {"sum_prorated", "mean_of_answered"}
        if found.value is None:
            assert (found.method, found.band, found.t_score) == (None, None, None), id
            assert found.missing_reason is not None


@given(filled_in())
def test_none_and_absent_are_the_same_blank(filled):
    sheet, answers = filled
    whole = {item.no: answers.get(item.no) for item in sheet.items}
    assert (
        score(sheet, whole)
        == score(sheet, answers)
        == score(sheet, {str(no): a for no, a in answers.items()})
    )
