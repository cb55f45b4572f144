"""The sentences of the measures: rounding, and every turn that they can take."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from troth import trends
from troth.practices.counts import Sureness, sureness
from troth.practices.measures import Breach, last_kept
from troth.values import Outcome
from troth.web.parts.measured import Trust, Word, sure_words, trust_words, word_said
from troth.web.parts.measured.rounded import half_words, in_ten_words
from troth.web.parts.measured.trust_words import CHANGES
from troth.web.parts.measured.word_said import is_surer_than_right, range_words

AT = datetime(2026, 2, 26, tzinfo=UTC)
START = datetime(2026, 1, 1, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("points", "said"), [(5.5, "5½"), (5.6, "5½"), (5.75, "6"), (0.4, "½"), (0.1, "0"), (10, "10")]
)
def test_points_are_written_in_halves(points, said):
    assert half_words(points) == said


@pytest.mark.parametrize(
    ("share", "said"),
    [
        (0.8957, "about 9 in 10"),
        (0.81, "about 8 in 10"),
        (0.95, "more than 9 in 10"),
        (0.02, "fewer than 1 in 10"),
    ],
)
def test_how_sure_is_a_frequency_and_never_certain(share, said):
    assert in_ten_words(share) == said


# --- felt trust, with the check values of the specification, 5.5 ------------------------------------------------------


def rated(rise=0.0, fall=0.0):
    from math import floor, sin

    days = [day for day in range(56) if day % 5 != 3]
    values = [floor(5.5 + 1.6 * sin(1.7 * d) + rise * (d >= 28) - fall * (d >= 44)) for d in days]
    return tuple(trends.Rating(START + timedelta(days=d), v) for d, v in zip(days, values, strict=True))


def trust(ratings, *, at=AT, breaches=(), role="supporter"):
    return Trust(trends.felt_trust(ratings, at=at), ratings, breaches, role)


def test_the_specifications_up_reads_as_the_specification_says_it():
    said = trust_words(trust(rated(rise=1.5)))
    assert said.level == "How much you felt trusted lately is around 6 of 10 (likely 5½ to 6½)."
    assert (said.compared, said.word) == ("Compared with your first four weeks:", "probably higher")
    assert said.how_sure == "(about 9 in 10)"
    assert said.answered == "45 of 56 days answered."
    assert said.if_lower == "If the days without an answer were one lower, it would read: no clear change."
    assert not said.asks
    assert not said.says


def test_the_specifications_down_is_clearly_lower_and_says_since_about_when():
    said = trust_words(trust(rated(fall=3)))
    assert (said.word, said.how_sure) == ("clearly lower", "(more than 9 in 10)")
    assert said.says == "It looks lower since some day between 6 February and 16 February."
    assert "breach" not in said.says


def test_a_noted_event_within_the_range_silences_it():
    noted = (Breach(at=datetime(2026, 2, 14, 6, tzinfo=UTC), kind="incident"),)
    said = trust_words(trust(rated(fall=3), breaches=noted))
    assert not said.says
    assert not said.asks


def test_the_persons_own_trust_is_called_theirs():
    assert trust_words(trust(rated(), role="person")).level.startswith("How much trust you felt lately")


def test_a_band_that_is_one_number_is_said_once():
    found = trust(rated())
    level = replace(found.trend.level, mean=5.02, low=4.9, high=5.2)
    narrow = Trust(replace(found.trend, level=level), found.ratings, (), "supporter")
    assert trust_words(narrow).level == "How much you felt trusted lately is around 5 of 10."


def test_every_word_of_the_estimator_is_spoken():
    from typing import get_args

    from troth.trends.words import Word as Spoken

    assert set(CHANGES()) == set(get_args(Spoken))


# --- my word ----------------------------------------------------------------------------------------------------------


def promises(kept, missed=0, *, late=0, size="medium", overdue=0):
    fates = ["kept"] * kept + ["late"] * late + ["missed"] * missed
    some = []
    for ago, fate in enumerate(fates, start=2):
        at = AT - timedelta(days=ago)
        due = at - timedelta(days=1) if fate == "late" else at
        outcome = "kept" if fate == "late" else fate
        some.append(trends.Promise(due=due, outcome=outcome, at=at, made=due - timedelta(days=1), size=size))
    gone = AT - timedelta(days=1)
    return (
        some
        + [trends.Promise(due=gone, outcome="open", made=gone - timedelta(days=1), size="large")] * overdue
    )


def said_of(some):
    last, kept = last_kept(some, at=AT)
    return word_said(Word(trends.reliability(some, at=AT), last, kept))


@pytest.mark.parametrize(
    ("some", "sentence"),
    [
        (promises(0), "No promise was kept or missed so far. From three on there is a first, faint answer."),
        (promises(1), "1 promise was kept or missed so far. From three on there is a first, faint answer."),
        (promises(2, 1), "About 2 of your 3 promises so far were kept; with so few it could be 3 to 9 in 10."),
        (promises(7, 3), "About 7 of your last 10 promises were kept; with so few it could be 5 to 9."),
        (promises(20, 5), "About 10 of your last 10 promises were kept; over a longer time it is likely 7 to 9 in 10."),
        (promises(26), "About 10 of your last 10 promises were kept; it could be 9 to 10."),
        (promises(5, 0, late=5), "About 8 of your last 10 promises were kept; with so few it could be 5 to 9."),
    ],
)  # fmt: skip
def test_what_was_kept_is_counted_and_what_it_could_be_is_estimated(some, sentence):
    assert said_of(some).sentence == sentence


def test_the_count_is_never_called_an_estimate_that_it_contradicts():
    small = promises(12, size="tiny")
    word = Word(replace(trends.reliability(small, at=AT), low=0.5, high=0.9), 10, 10.0)
    assert word_said(word).sentence == (
        "About 10 of your last 10 promises were kept; over a longer time it is likely 5 to 9 in 10."
    )


def test_it_is_grey_below_five_and_asks_about_overdue_ones_where_they_matter():
    assert said_of(promises(3)).is_faint
    assert not said_of(promises(5)).is_faint
    assert said_of(promises(5)).asks == ""
    assert said_of(promises(5, overdue=1)).asks.startswith("What became of 1 promise that is past its time?")


def test_the_last_ten_are_the_newest_and_what_is_neutral_is_left_out():
    gone = trends.Promise(
        due=AT, outcome="renegotiated", at=AT - timedelta(days=1), made=AT - timedelta(days=9)
    )
    later = trends.Promise(due=AT, outcome="missed", at=AT + timedelta(days=1))
    assert last_kept([gone, later, *promises(4, 20)], at=AT) == (10, 4)
    assert last_kept(promises(2, 1, late=1), at=AT) == (4, 2.5)


def test_a_group_is_said_with_its_range():
    group = trends.Group(mean=0.62, low=0.35, high=0.86, n=4, n_eff=4)
    assert range_words(group) == "about 6 in 10, likely 4 to 9"
    assert range_words(replace(group, low=0.61, high=0.64)) == "about 6 in 10"


def test_how_sure_i_was_stands_beside_what_happened():
    step = Sureness(low=70, high=85, n=10, said=0.8, kept=0.5)
    assert sure_words(()) == ""
    assert sure_words([step]).endswith("about 8 in 10 would be kept on time; it was about 5 in 10.")
    assert sure_words([replace(step, kept=0.82)]).endswith("would be kept on time, and so it was.")


@pytest.mark.parametrize(("kept", "surer"), [(2, True), (7, False), (8, False), (10, False)])
def test_surer_than_right_agrees_with_the_estimator(kept, surer):
    due = AT - timedelta(days=2)
    made = due - timedelta(days=1)
    terms = [("kept" if number < kept else "missed") for number in range(10)]
    plain = [
        Outcome(made=made, due=due, result=one, at=due, size="tiny", dimension=None, sure=80) for one in terms
    ]
    estimated = [trends.Promise(due=due, outcome=one, at=due, made=made, sure=80) for one in terms]
    steps = sureness(plain, at=AT)
    calibration = trends.reliability(estimated, at=AT).calibration
    assert is_surer_than_right(steps) is surer
    assert calibration.overconfidence == pytest.approx(
        sum((step.said - step.kept) * step.n for step in steps) / 10
    )
