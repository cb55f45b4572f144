"""Reliability: the worked example to every printed digit, credit, change, calibration, what is left out."""

from dataclasses import replace
from datetime import datetime, timedelta, timezone

import pytest

from tests.trends.examples import NOON, end_of, noon, promises
from troth.trends import Promise, ReliabilityOptions, reliability, score_reliability
from troth.trends.credit import credit

AT = end_of("2026-03-31")


def digits(*values: float) -> str:
    return " ".join(f"{value:.4f}" for value in values)


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        ("2026-03-31", "0.6201 0.3544 0.8622 4.0484 3.5163 0.4870 0.7016"),
        ("2026-03-01", "0.6343 0.3617 0.8786 3.9412 3.1897 0.5443 0.6862"),
        ("2026-02-01", "0.4648 0.1720 0.7673 2.1726 2.1726 0.4648 0.4648"),
    ],
)
def test_the_worked_example_at_three_moments(on, expected):
    found = reliability(promises(), at=end_of(on))
    assert (
        digits(found.mean, found.low, found.high, found.n, found.n_eff, found.bound.low, found.bound.high)
        == expected
    )


def test_the_worked_example_by_dimension_size_and_repair():
    found = reliability(promises(), at=AT)
    groups = {**found.dimensions, **found.sizes}
    lines = {name: digits(one.mean, one.low, one.high, one.n, one.n_eff) for name, one in groups.items()}
    assert lines["ability"] == "0.6117 0.3300 0.8682 0.9020 0.9020"
    assert lines["integrity"] == "0.6243 0.3613 0.8635 2.2988 1.6213"
    assert lines["benevolence"] == "0.6263 0.3515 0.8741 1.1291 1.1291"
    assert lines["large"] == "0.6426 0.3512 0.8983 0.9944 0.4972"
    assert set(groups) == {
        *("ability", "integrity", "benevolence"),
        *("tiny", "small", "medium", "large"),
    }
    repair = found.repair
    assert digits(repair.mean, repair.low, repair.high, repair.n) == "0.5304 0.1674 0.8790 0.7303"


def test_the_worked_example_in_counts():
    found = reliability(promises(), at=AT)
    assert (found.resolved, found.neutral, found.open, found.overdue, found.show) == (9, 1, 2, 1, "full")
    assert (digits(found.bound.weight, found.ignorance), found.bound.matters) == ("1.6529 0.3307", True)
    assert (found.change.word, found.change.p_higher, found.change.now, found.change.then) == (
        "not enough yet", None, 5, 4,
    )  # fmt: skip
    assert found.calibration is None


def test_the_worked_weights_and_credits():
    expected = {
        "p1": "1.0000", "p2": "0.5000", "p3": "0.0000", "p4": "1.0000", "p5": "1.0000", "p6": None,
        "p7": "0.0000", "p8": "1.0000", "p9": "0.2500", "p10": "1.0000",
    }  # fmt: skip
    found = {one.id: credit(one) for one in promises() if one.at}
    assert {name: value if value is None else digits(value) for name, value in found.items()} == expected


def test_no_promises_at_all():
    found = reliability([], at=AT)
    line = digits(found.mean, found.low, found.high, found.n, found.n_eff, found.bound.low, found.bound.high)
    assert line == "0.5000 0.1000 0.9000 0.0000 0.0000 0.5000 0.5000"
    assert (found.show, dict(found.dimensions), found.ignorance) == ("none", {}, 1)


def test_one_step_ahead_of_the_worked_example():
    found = score_reliability(promises())
    assert (found.n, digits(found.log_loss, found.brier)) == (6, "0.7635 0.2530")


def test_change_of_eight_and_eight():
    now, then = AT - timedelta(days=10), AT - timedelta(days=100)
    some = [Promise(now, "kept", now)] * 7 + [Promise(now, "missed", now)]
    some += [Promise(then, "kept", then)] * 3 + [Promise(then, "missed", then)] * 5
    found = reliability(some, at=AT).change
    assert (found.word, digits(found.p_higher), found.now, found.then) == ("clearly higher", "0.9751", 8, 8)


def test_kept_late_halves_with_each_quarter_of_its_length_but_not_below_a_fifth():
    due = NOON + timedelta(days=8)
    lates = [0, 1, 2, 4, 40]
    found = [credit(Promise(due, "kept", due + timedelta(days=late), made=NOON)) for late in lates]
    assert found == pytest.approx([1, 2**-0.5, 0.5, 0.25, 0.2])
    assert credit(Promise(due, "kept", due + timedelta(days=1))) == pytest.approx(0.5)
    assert credit(Promise(due, "renegotiated", due, made=NOON)) is None
    assert credit(Promise(due, "renegotiated", due + timedelta(days=2), made=NOON)) == pytest.approx(0.5)


def test_what_is_known_only_later_is_not_known_yet():
    later = Promise(noon("2026-03-20"), "kept", noon("2026-04-05"), made=noon("2026-03-01"))
    unmade = Promise(noon("2026-05-01"), "kept", noon("2026-04-30"), made=noon("2026-04-02"))
    found = reliability([later, unmade], at=AT)
    assert (found.resolved, found.open, found.overdue) == (0, 1, 1)
    missed = Promise(noon("2026-03-01"), "missed", noon("2026-03-02"), repaired=noon("2026-03-05"))
    assert reliability([missed], at=noon("2026-03-04")).repair.n == 0
    assert reliability([missed], at=noon("2026-03-06")).repair.mean > 0.5
    late = replace(missed, repaired=noon("2026-03-20"))
    assert reliability([late], at=noon("2026-03-25")).repair.mean < 0.5


def test_calibration_needs_five_answers_and_compares_sure_with_kept():
    some = [Promise(noon(f"2026-03-0{day}"), "kept", noon(f"2026-03-0{day}"), sure=80) for day in range(1, 5)]
    assert reliability(some, at=AT).calibration is None
    found = reliability([*some, Promise(noon("2026-03-09"), "missed", noon("2026-03-09"), sure=100)], at=AT)
    assert (found.calibration.brier, found.calibration.overconfidence, found.calibration.n) == pytest.approx(
        ((4 * 0.04 + 1) / 5, 0.84 - 0.8, 5)
    )


def test_half_lives_can_be_left_out():
    never = ReliabilityOptions(half_life_days=None, half_life_weight=None)
    found = reliability(promises(), at=AT, options=never)
    assert found.n == pytest.approx(0.5 + 1 + 1 + 0.25 + 2 + 0.5 + 1 + 1 + 1)


def test_moments_are_compared_across_zones():
    here, there = timezone(timedelta(hours=9)), timezone(timedelta(hours=-8))
    turned = [
        replace(
            one,
            due=one.due.astimezone(here),
            at=one.at and one.at.astimezone(there),
            made=one.made and one.made.astimezone(there),
        )
        for one in promises()
    ]
    assert replace(reliability(turned, at=AT.astimezone(here)), at=AT) == reliability(promises(), at=AT)


def test_a_wall_clock_that_changes_in_between_counts_real_hours():
    from zoneinfo import ZoneInfo

    berlin = ZoneInfo("Europe/Berlin")
    due, at = datetime(2026, 3, 28, 12, tzinfo=berlin), datetime(2026, 3, 29, 12, tzinfo=berlin)
    assert credit(Promise(due, "kept", at)) == pytest.approx(2 ** -(23 / 24))
