"""Is it a change? Figures of the specification's own table, worked again."""

from dataclasses import replace

import pytest

from troth import instruments
from troth.instruments import load, reliable_change, score, standard_error

SPI = """\
format = 1
id = "spi-trust"
version = "1.0"
title = "Trust"
about = "Five items."
validated = true
respondent = "self"
target = "none"
recall = "in general"
language = "en"
minutes = 1
text_included = false
citation = "Condon 2018."
options = [ { value = 1 }, { value = 2 }, { value = 3 }, { value = 4 }, { value = 5 }, { value = 6 } ]
items = [ { no = 1, key = "+" }, { no = 2, key = "+" }, { no = 3, key = "+" }, { no = 4, key = "+" }, { no = 5, key = "-" } ]
licence = { class = "user", name = "public" }
subscales = [ { id = "total", title = "T", items = [1, 2, 3, 4, 5], method = "mean", high_means = "more", direction = "neither", missing = { rule = "complete" } } ]
reliability = [ { subscale = "total", type = "alpha", value = VALUE, source = "SAPA", certainty = "computed", sd = SPREAD, sd_certainty = "computed", use = true } ]
"""


def even(id, point, **more):
    sheet = load(id)
    return score(sheet, {item.no: point for item in sheet.items} | {int(k[1:]): v for k, v in more.items()})


@pytest.mark.parametrize(
    ("id", "scale", "threshold", "attainable"),
    [("ipip-trust-10", "total", 8.82, 9), ("ipip-trust-4", "total", 5.62, 6), ("phq-4", "total", 2.22, 3)],
)
def test_the_table_of_thresholds(id, scale, threshold, attainable):
    rule = instruments.change_rule(load(id), scale)
    assert rule.kind == "reliability"
    assert (round(rule.threshold, 2), rule.attainable) == (threshold, attainable)
    assert rule.r
    assert rule.reliability_type == "alpha"
    assert rule.source


@pytest.mark.parametrize(
    ("value", "spread", "threshold", "attainable"), [(0.8714, 1.1, 1.093, 1.2), (0.8018, 1.0072, 1.243, 1.4)]
)
def test_a_users_mean_of_five_moves_in_fifths(tmp_path, value, spread, threshold, attainable):
    file = tmp_path / "spi-trust.toml"
    file.write_text(SPI.replace("VALUE", str(value)).replace("SPREAD", str(spread)))
    rule = instruments.change_rule(instruments.load_file(file), "total")
    assert (round(rule.threshold, 3), rule.attainable) == (threshold, pytest.approx(attainable))


def test_burnout_would_move_in_steps_of_twenty_five_sixths():
    sheet = load("cbi")
    assert instruments.change_rule(sheet, "personal").kind == "not-available"  # its alpha is unread
    read = replace(sheet, reliability=(replace(sheet.reliability[0], certainty="found", use=True),))
    rule = instruments.change_rule(read, "personal")
    assert (round(rule.threshold, 1), rule.attainable) == (15.7, pytest.approx(100 / 6))


def test_a_change_must_reach_what_the_scale_can_show():
    states = {}
    for extra in (5, 6):
        before = score(load("ipip-trust-4"), {1: 2, 2: 2, 3: 2, 4: 3})
        after = score(load("ipip-trust-4"), {1: 5, 2: 2 + extra - 3, 3: 2, 4: 3})
        states[extra] = reliable_change(before, after)["total"]
    assert (states[5].state, states[5].difference) == ("within-error", 5)
    assert (states[6].state, states[6].difference) == ("reliable-more", 6)
    down = reliable_change(after, before)["total"]
    assert (down.state, down.difference, down.r) == ("reliable-less", -6, 0.7)


def test_a_published_threshold_is_taken_as_it_is():
    before = score(load("phq-9"), dict.fromkeys(range(1, 10), 1))
    for points, state in ((5, "within-error"), (6, "reliable-more")):
        after = score(load("phq-9"), {no: 2 if no <= points else 1 for no in range(1, 10)})
        found = reliable_change(before, after)["total"]
        assert (found.state, found.threshold, found.r) == (state, 6, None)
        assert "NHS" in found.source


def test_too_coarse_is_said_and_why():
    found = reliable_change(even("ecr-rs", 1), even("ecr-rs", 7))
    assert {change.state for change in found.values()} == {"never"}
    assert "trait picture" in found["anxiety"].source


@pytest.mark.parametrize(
    "id", ["hark", "kusiv3-en", "k6", "ucla-ls3", "who-5", "bsfc-s", "zbi-12", "ras", "csi-16"]
)
def test_without_figures_nothing_is_said(id):
    low = load(id).items[0].options[0].value
    found = reliable_change(even(id, low), even(id, low + 1))["total"]
    assert (found.state, found.threshold, found.r) == ("not-available", None, None)


def test_an_incomplete_score_is_not_compared():
    whole, part = even("phq-9", 3), score(load("phq-9"), dict.fromkeys(range(1, 9), 0))
    assert part.subscales["total"].value == 0
    assert reliable_change(part, whole)["total"] == instruments.Change("not-available", None)


def test_another_major_version_is_not_compared_and_a_minor_one_is():
    before, after = even("phq-9", 0), even("phq-9", 3)
    assert reliable_change(before, replace(after, version="2.0"))["total"] == instruments.Change(
        "not-available", None
    )
    assert reliable_change(before, replace(after, version="1.4"))["total"].state == "reliable-more"


def test_two_instruments_are_not_compared():
    with pytest.raises(instruments.NotComparable, match="phq-8 and phq-9 cannot be compared"):
        reliable_change(even("phq-8", 1), even("phq-9", 1))


def test_our_own_rule_wants_two_parts_in_one_direction():
    three = even("troth-trust", 3)
    one_up = score(load("troth-trust"), dict.fromkeys(range(1, 11), 3) | {1: 4, 6: 4, 9: 3})
    assert {one.state for one in reliable_change(three, one_up).values()} == {"not-available"}
    both_up = score(load("troth-trust"), dict.fromkeys(range(1, 11), 3) | {1: 4, 6: 4, 2: 4, 7: 4})
    found = reliable_change(three, both_up)
    assert {id for id, one in found.items() if one.state == "moved-by-our-rule"} == {"ability", "benevolence"}
    assert found["ability"].source == "our own rule, which is not a statistical test"
    apart = score(load("troth-trust"), dict.fromkeys(range(1, 11), 3) | {1: 4, 6: 4, 2: 2, 7: 2})
    assert {one.state for one in reliable_change(three, apart).values()} == {"not-available"}


def test_the_whole_does_not_count_as_one_of_its_parts():
    three = even("troth-trust", 3)
    one_far = score(
        load("troth-trust"),
        dict.fromkeys(range(1, 11), 3) | {1: 5, 6: 5, 2: 4, 3: 4, 4: 4, 5: 4, 9: 2, 10: 2},
    )
    found = reliable_change(three, one_far)
    assert found["overall"].difference == 1.0
    assert found["overall"].state == "moved-by-our-rule"  # with predictability and openness by a point each
    alone = score(
        load("troth-trust"), dict.fromkeys(range(1, 11), 3) | {1: 5, 6: 5, 2: 4, 3: 4, 4: 4, 5: 4, 7: 3}
    )
    assert {one.state for one in reliable_change(three, alone).values()} == {"not-available"}


def test_a_standard_error_says_where_its_figures_are_from():
    error = standard_error(load("ecr-rs"), "avoidance")
    assert (round(error.sem, 2), error.reliability_type, error.interval_days, error.rough) == (
        0.70,
        "retest",
        30,
        True,
    )
    assert "2,399" in error.source
    assert standard_error(load("phq-4"), "total").rough is False
    assert standard_error(load("k6"), "total") is None
    with pytest.raises(KeyError):
        standard_error(load("k6"), "x")


def test_the_attachment_point_is_cut_to_the_scale():
    found = instruments.attachment_point(even("ecr-rs", 4))
    low, high = found.anxiety_interval
    assert (round(high - 4, 2), round(4 - low, 2)) == (1.88, 1.88)
    low, high = found.avoidance_interval
    assert (round(high - 4, 2), round(4 - low, 2)) == (1.38, 1.38)
    assert found.rough is True
    ends = instruments.attachment_point(even("ecr-rs", 7))
    assert ends.anxiety_interval[1] == 7
    assert ends.avoidance == 3.0  # four of six are turned round


def test_without_an_error_there_is_no_interval():
    found = instruments.attachment_point(even("ecr-r", 4))
    assert (found.anxiety, found.anxiety_interval, found.avoidance_interval, found.rough) == (
        4.0,
        None,
        None,
        False,
    )
    blank = instruments.attachment_point(score(load("ecr-rs"), {}))
    assert (blank.anxiety, blank.anxiety_interval) == (None, None)
    with pytest.raises(instruments.NotComparable, match="phq-4 has no attachment axes"):
        instruments.attachment_point(even("phq-4", 1))
