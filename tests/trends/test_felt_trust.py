"""Felt trust: the check values to every printed digit, words, "not enough yet", windows."""

from datetime import timedelta
from functools import partial

import pytest

from tests.trends.examples import AT, BREACH, DOWN, NOON, UP, end_of
from troth.trends import (
    Event,
    Rating,
    TrendOptions,
    change_check,
    compare,
    felt_trust,
    log_evidence,
    log_likelihood,
    score_trend,
    smooth,
)
from troth.trends.likelihood import worked_example
from troth.trends.model import numpy_passes, trend_case, weigh_cases
from troth.trends.moments import seconds
from troth.trends.record import record_of
from troth.trends.windows import windows_of
from troth.trends.words import word_for


@pytest.mark.parametrize(
    ("q", "tau", "r", "expected"),
    [
        (0.03, 1.5, 1, "-10.085480 -9.778693"),
        (0.03, None, 0, "-10.322539 -9.540734"),
        (0, 0.7, 1, "-10.245670 -9.883600"),
    ],
)
def test_the_printed_likelihoods(q, tau, r, expected):
    some = worked_example()
    found = log_evidence(some, q=q, tau=tau, r=r), log_likelihood(some, q=q, tau=tau, r=r, sigma2=1.8)
    assert " ".join(f"{value:.6f}" for value in found) == expected


@pytest.mark.parametrize(
    ("ratings", "events", "expected"),
    [
        (UP, (), "6.0070 5.3540 6.6557 0.7133 -0.0012 1.4383 0.8957 0.7691"),
        (DOWN, (), "2.1076 1.3307 2.9047 -2.5613 -3.3081 -1.7643 0.0061 0.0019"),
        (DOWN, (BREACH,), "2.0331 1.3836 2.6791 -2.5554 -3.1518 -1.9563 0.0005 0.0002"),
    ],
    ids=["up", "down", "down with its breach"],
)
def test_the_printed_answers(ratings, events, expected):
    found = felt_trust(ratings, at=AT, events=events)
    said = found.compare
    values = (
        found.level.mean, found.level.low, found.level.high, said.difference, said.low, said.high, said.p_higher,
        said.p_higher_if_missing_lower,
    )  # fmt: skip
    assert " ".join(f"{value:.4f}" for value in values) == expected


def test_the_printed_words_and_counts():
    found = felt_trust(UP, at=AT)
    assert (found.compare.word, found.compare.word_if_missing_lower) == ("probably higher", "no clear change")
    assert (found.compare.baseline.n, found.compare.recent.n) == (23, 11)
    assert (found.n, found.days.span, found.days.answered, found.show) == (45, 56, 45, "full")
    assert found.compare.missing_recent == pytest.approx(3 / 14)
    assert (found.compare.baseline.start, found.compare.baseline.end) == (
        NOON - timedelta(hours=12), NOON + timedelta(days=27.5),
    )  # fmt: skip
    assert felt_trust(DOWN, at=AT).compare.word == "clearly lower"


def test_the_printed_change_checks():
    up, down = change_check(UP, at=AT), change_check(DOWN, at=AT)
    assert f"{up.p_recent:.4f} {up.p_down:.4f}" == "0.0844 0.5225"
    assert f"{down.p_recent:.4f} {down.p_down:.4f}" == "0.8140 0.9940"
    days = [(moment - NOON) / timedelta(days=1) for moment in (down.from_, down.to)]
    assert [f"{day:.2f}" for day in days] == ["35.97", "46.25"]
    assert ((up.say, up.ask), (down.say, down.ask)) == ((False, False), (True, True))
    assert f"{up.from_:%m-%dT%H:%M} {up.to:%m-%dT%H:%M}" == "01-06T15:20 02-20T20:40"


def test_a_logged_event_in_the_range_answers_the_question():
    assert felt_trust(DOWN, at=AT, events=[BREACH]).change.ask is False
    early = Event(NOON + timedelta(days=2))
    assert felt_trust(DOWN, at=AT, events=[early]).change.ask is True


@pytest.mark.parametrize(("ratings", "expected"), [(UP, "-1.8308 0.950 40"), (DOWN, "-1.9906 0.875 40")])
def test_the_printed_scores(ratings, expected):
    found = score_trend(ratings)
    assert f"{found.log_density:.4f} {found.cover_90:.3f} {found.n}" == expected


@pytest.mark.parametrize(
    ("p", "difference", "word"),
    [
        (0.95, 0.5, "clearly higher"), (0.95, 0.49, "probably higher"), (0.80, 0.1, "probably higher"),
        (0.799, 3, "no clear change"), (0.201, -3, "no clear change"), (0.20, -3, "probably lower"),
        (0.05, -0.49, "probably lower"), (0.05, -0.5, "clearly lower"), (0.99, -1, "probably higher"),
    ],
)  # fmt: skip
def test_words(p, difference, word):
    assert word_for(p, difference, least=0.5) == word


def some(days, value=5.0):
    return [Rating(NOON + timedelta(days=day), value + day % 2) for day in days]


@pytest.mark.parametrize(
    ("days", "options", "enough"),
    [
        ([*range(10), *range(50, 55)], {}, True),
        ([*range(9), *range(50, 55)], {}, False),
        ([*range(10), *range(51, 55)], {}, False),
        ([*range(55)], {}, True),
        ([*range(5), *range(50, 55)], {"baseline": (NOON, NOON + timedelta(days=14))}, True),
        ([*range(30, 55)], {"baseline": (NOON + timedelta(days=30), NOON + timedelta(days=41.6))}, False),
        ([*range(30, 55)], {"baseline": (NOON + timedelta(days=30), NOON + timedelta(days=41.5))}, True),
        ([*range(8), *range(50, 55)], {"rhythm": "weekly"}, False),
        ([*range(0, 56, 7)], {"rhythm": "weekly"}, False),
    ],
)
def test_when_there_is_enough(days, options, enough):
    found = compare(some(days), at=NOON + timedelta(days=55.5), options=TrendOptions(**options))
    assert (found.word != "not enough yet") is enough
    assert (found.p_higher is not None) is enough


def test_a_weekly_rhythm_compares_longer_windows():
    found = compare(
        some(range(0, 200, 7)), at=NOON + timedelta(days=199.5), options=TrendOptions(rhythm="weekly")
    )
    assert (found.baseline.n, found.recent.n) == (12, 6)
    assert found.recent.end - found.recent.start == timedelta(days=42)
    assert found.p_higher is not None


@pytest.mark.parametrize("count", [0, 1, 2])
def test_hardly_any_ratings(count):
    found = felt_trust(some(range(count)), at=NOON + timedelta(days=3))
    assert (found.level is None) is (count == 0)
    assert (found.compare.word, found.change.p_recent, found.show) == ("not enough yet", None, "none")
    assert (found.first, found.last) == (
        (None, None) if not count else (NOON, NOON + timedelta(days=count - 1))
    )
    if count == 1:
        assert found.level.mean == pytest.approx(5.0)


def test_huge_gaps_and_equal_moments_stay_finite():
    gap = timedelta(days=200_000)
    ratings = [*some(range(20)), *(Rating(NOON + gap + timedelta(days=day), 6) for day in range(12))]
    found = felt_trust([*ratings, ratings[0], ratings[0]], at=NOON + gap + timedelta(days=20))
    assert 0 < found.level.low < found.level.mean < found.level.high < 10
    equal = felt_trust([Rating(NOON, 4)] * 30, at=NOON)
    assert equal.level.mean == pytest.approx(4)


def test_a_full_scale_is_said():
    found = felt_trust(
        [*some(range(20)), *(Rating(NOON + timedelta(days=20 + d), 10) for d in range(9))], at=AT
    )
    assert (found.scale.share_at_ends, found.scale.full) == (pytest.approx(9 / 29), True)


def test_later_ratings_are_ignored_and_counted():
    later = [*UP, Rating(AT + timedelta(seconds=1), 0)]
    assert felt_trust(later, at=AT).ignored == 1
    assert felt_trust(later, at=AT).level == felt_trust(UP, at=AT).level


def test_the_band_leaves_long_gaps_empty():
    ratings = some([*range(10), 40, *range(60, 70)])
    bands = smooth(ratings, at=NOON + timedelta(days=69.5))
    days = [round((one.at - NOON) / timedelta(days=1) - 0.5) for one in bands]
    assert days == [*range(10), 40, *range(60, 70)]
    assert all(one.low < one.mean < one.high for one in bands)
    assert len(smooth(UP, at=AT)) == 56
    assert smooth([], at=AT) == ()


def test_the_last_point_of_the_line_is_the_level():
    last, level = smooth(DOWN, at=AT)[-1], felt_trust(DOWN, at=AT).level
    assert (last.mean, last.low, last.high) == pytest.approx((level.mean, level.low, level.high), abs=0.05)
    assert last.at == end_of("2026-02-25")


def test_an_old_jump_leaves_the_question_about_a_recent_one_answered():
    ratings = [Rating(NOON + timedelta(days=day), 0.0 if day < 40 else 10.0) for day in range(84)]
    found = change_check(ratings, at=NOON + timedelta(days=83.5))
    assert found.p_recent < 1e-3
    assert 0 <= found.p_down <= 1
    assert found.ask is False


def test_some_lanes_after_the_others_give_the_same():
    record = record_of(DOWN, end=seconds(AT), options=TrendOptions())
    case = trend_case(record, windows_of(record, TrendOptions()), [BREACH], TrendOptions())
    (whole,) = weigh_cases([case], "mood-1")
    (parted,) = weigh_cases([case], "mood-1", passes=partial(numpy_passes, most=5 * 45 * 40))
    assert parted.log_weight == pytest.approx(whole.log_weight, abs=1e-9)
    assert parted.d == pytest.approx(whole.d, abs=1e-9)
