"""Habits: counts by month and nothing else; no field can hold a word."""

from dataclasses import fields
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from troth import coach, practices
from troth.practices import BadContent, decode, encode
from troth.practices.habits import MARKS, MOST_MONTHS, Counted, CountedMonth

AT = datetime(2026, 6, 1, 18, tzinfo=UTC)


def a_month(month="2026-05", **given):
    plain = {"messages": 40, "sentences": 60, "helps": 9, "hurts": 7, "marks": {"ask": 9, "fix": 7}}
    return CountedMonth(month=month, **{**plain, **given})


def kept(*months):
    return practices.start("habits", Counted(months=months), at=AT, on=date(2026, 6, 1))


def test_the_marks_are_those_of_the_coach():
    assert MARKS == coach.MARKS


def test_months_stand_in_order_and_the_line_says_the_span_and_how_many():
    document = kept(a_month("2026-05"), a_month("2026-03"))
    assert [one.month for one in document.content.months] == ["2026-03", "2026-05"]
    line = practices.line_of(document)
    assert (line.title, dict(line.facts)) == ("2026-03 – 2026-05", {"messages": 80})
    assert practices.line_of(kept(a_month())).title == "2026-05"


def test_nothing_in_it_is_words():
    assert [one.name for one in fields(CountedMonth)] == [
        "month",
        "messages",
        "sentences",
        "helps",
        "hurts",
        "marks",
    ]
    assert practices.named("habits").words(kept(a_month())) == ()
    assert not practices.named("habits").shareable


@pytest.mark.parametrize(
    "given",
    [
        {"month": "May"}, {"month": "2026-13"}, {"messages": -1}, {"helps": 61}, {"marks": {"ask": 61}},
        {"marks": {"zebrafinch": 1}}, {"marks": {"ask": -1}}, {"sentences": "60"},
    ],
)  # fmt: skip
def test_what_is_no_count_is_refused_without_showing_it(given):
    with pytest.raises(BadContent) as refused:
        a_month(**given)
    assert "zebrafinch" not in str(refused.value)


@pytest.mark.parametrize(
    "months",
    [
        (),
        (a_month(), a_month()),
        tuple(a_month(f"{1900 + at // 12}-{at % 12 + 1:02}") for at in range(MOST_MONTHS + 1)),
    ],
)
def test_a_month_stands_once_and_there_are_some_but_not_endless(months):
    with pytest.raises(BadContent, match="months"):
        Counted(months=months)


@given(st.lists(st.integers(0, 2000), min_size=1, max_size=20, unique=True), st.integers(0, 50))
def test_any_counts_open_again(places, count):
    months = tuple(
        a_month(f"{1900 + at // 12}-{at % 12 + 1:02}", helps=count, marks={"ask": count}) for at in places
    )
    document = kept(*months)
    assert decode(encode(document)) == document
