"""Habits: counts by month, how sure they are, "not enough yet", own phrases; nothing kept of the words but those."""

import tracemalloc
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, timezone
from itertools import islice, repeat
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from troth.coach import MARKS, OwnMessage, habits, rehearse
from troth.coach.habits import ENOUGH
from troth.coach.phrases import MOST_KEPT, Phrases
from troth.coach.shares import difference, share_of

PLAIN, HURTS, HELPS = "Home at six.", "You never believe a word.", "What would help you tonight?"


def said(*texts: str, month: int = 5, year: int = 2026) -> list[OwnMessage]:
    return [OwnMessage(datetime(year, month, 3, 12), text) for text in texts]


def test_months_count_what_rehearse_marks():
    texts = [HURTS, HELPS, PLAIN, f"{HURTS} {HELPS}"] * 5
    found = habits([*said(*texts), *said(PLAIN, month=6)], zone=UTC)
    may, june = found.months
    alone = [sentence for text in texts for sentence in rehearse(text).sentences]
    assert (may.month, may.messages, may.sentences) == ("2026-05", 20, len(alone))
    for name in MARKS:
        assert may.marks[name].count == sum(mark.mark == name for one in alone for mark in one.marks)
    assert may.hurts.count == sum(any(mark.side == "hurts" for mark in one.marks) for one in alone) >= 10
    assert (found.balance.helps, found.balance.hurts) == (may.helps.count, may.hurts.count)
    assert (june.sentences, june.hurts.count, found.messages) == (1, 0, 21)


def test_shares_lie_within_their_interval():
    (one,) = habits(said(*[HURTS] * 3, *[PLAIN] * 9), zone=UTC).months
    for share in (*one.marks.values(), one.helps, one.hurts):
        assert 0 <= share.low <= share.share <= share.high <= 1


def test_a_month_is_that_of_the_place_where_one_lives():
    late = datetime(2026, 5, 31, 23, 30, tzinfo=UTC)
    berlin, new_york = (
        habits([OwnMessage(late, PLAIN)], zone=ZoneInfo(name)).months[0].month
        for name in ("Europe/Berlin", "America/New_York")
    )
    assert (berlin, new_york) == ("2026-06", "2026-05")
    bare = OwnMessage(late.replace(tzinfo=None), PLAIN)
    assert habits([bare], zone=timezone(timedelta(hours=9))).months[0].month == "2026-05"


# --- change -----------------------------------------------------------------------------------------------------------


def test_nothing_is_said_of_change_before_two_months_with_thirty_messages():
    few = [*said(*[HURTS] * ENOUGH), *said(*[PLAIN] * (ENOUGH - 1), month=6)]
    found = habits(few, zone=UTC)
    assert (found.hurts.change, found.helps.change) == ("not-enough", "not-enough")
    assert [one.is_enough for one in found.months] == [True, False]


@pytest.mark.parametrize(
    ("before", "after", "change"), [(25, 5, "fewer"), (5, 25, "more"), (12, 13, "no-clear-change")]
)
def test_the_last_full_month_is_set_beside_those_before_it(before, after, change):
    def month(count: int, number: int) -> list[OwnMessage]:
        return said(*[HURTS] * count, *[PLAIN] * (40 - count), month=number)

    moved = habits(
        [*month(before, 3), *month(before, 4), *month(after, 5), *said(HURTS, month=6)], zone=UTC
    ).hurts
    assert (moved.change, moved.month) == (change, "2026-05")
    assert moved.low <= moved.after - moved.before <= moved.high


# --- phrases ----------------------------------------------------------------------------------------------------------


def test_phrases_that_come_again_where_it_hurts_are_named_once():
    found = habits(said(*["You never believe a word."] * 4, *["We bought a word game."] * 4), zone=UTC)
    (phrase,) = found.phrases
    assert (phrase.words, phrase.count, phrase.mark) == ("you never believe a word", 4, "generalise")
    assert "believe" not in repr(found)


def test_what_came_twice_or_mostly_elsewhere_is_no_habit():
    assert habits(said(*[HURTS] * 2), zone=UTC).phrases == ()
    counting = Phrases()
    for _ in range(4):
        counting.add("about the garden fence", ["blame"])
    for _ in range(9):
        counting.add("about the garden fence", [])
    assert counting.found() == ()


def test_words_of_danger_are_counted_and_not_looked_into():
    found = habits(said(*["You never believe a word. If you leave me I will hurt you."] * 5), zone=UTC)
    assert (found.flagged, found.phrases) == (5, ())


def test_the_room_for_phrases_has_an_end():
    counting = Phrases()
    for at in range(12_000):
        counting.add(f"never word{at} again other{at}", ["blame"])
        if at % 40 == 0:
            counting.add("you ruin every single evening", ["blame"])
    assert len(counting._hurtful) <= MOST_KEPT
    assert any(one.words == "you ruin every single evening" for one in counting.found())


# --- bounds -----------------------------------------------------------------------------------------------------------


def test_messages_in_another_language_are_counted_and_none_of_their_sentences():
    german = "Ich habe dir doch gesagt, dass wir heute später essen und danach noch einkaufen gehen."
    mixed = habits(said(*[german] * 40, *[HURTS] * 20), zone=UTC)
    (month,) = mixed.months
    assert (mixed.messages, mixed.unread, month.sentences, month.hurts.share) == (60, 40, 20, 1.0)
    assert not month.is_enough
    assert not mixed.is_english
    assert habits(said(german, *[PLAIN] * 2), zone=UTC).is_english


def test_nothing_read_is_nothing_said():
    found = habits([], zone=UTC)
    assert (found.months, found.messages, found.phrases, found.hurts.change) == ((), 0, (), "not-enough")


@given(st.lists(st.text(max_size=60), max_size=5))
def test_any_words_get_counted(texts):
    found = habits(said(*texts), zone=UTC)
    assert found.messages == len(texts)


def test_messages_are_read_in_batches_and_let_go():
    def endless() -> Iterator[OwnMessage]:
        yield from islice(repeat(OwnMessage(datetime(2026, 5, 3), "Home at six. " + "x" * 2_000)), 3_000)

    habits(said(PLAIN), zone=UTC)
    tracemalloc.start()
    try:
        habits((OwnMessage(one.at, one.text + str(at)) for at, one in enumerate(endless())), zone=UTC)
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert peak < 40_000_000


# --- shares -----------------------------------------------------------------------------------------------------------


def test_wilsons_interval_as_published():
    """Newcombe (1998), Stat. Med. 17, 857-872, table I: 81 of 263 and 15 of 148, 95 %, score method."""
    assert [round(end, 4) for end in (share_of(81, 263).low, share_of(81, 263).high)] == [0.2553, 0.3662]
    assert [round(end, 4) for end in (share_of(15, 148).low, share_of(15, 148).high)] == [0.0624, 0.1605]


def test_newcombes_difference_as_published():
    """Newcombe (1998), Stat. Med. 17, 873-890, table II, method 10: 56/70 and 48/80, then 9/10 and 3/10."""
    low, high = difference(share_of(48, 80), share_of(56, 70))
    assert [round(low, 4), round(high, 4)] == [0.0524, 0.3339]
    low, high = difference(share_of(3, 10), share_of(9, 10))
    assert [round(low, 4), round(high, 4)] == [0.1705, 0.8090]


@pytest.mark.parametrize("count", [-1, 4])
def test_a_share_of_more_than_all_is_refused(count):
    with pytest.raises(ValueError, match="from 0 to the total"):
        share_of(count, 3)


@given(st.integers(0, 500), st.integers(0, 500))
def test_turning_a_share_round_mirrors_it(count, rest):
    one, other = share_of(count, count + rest), share_of(rest, count + rest)
    if count + rest:
        assert one.low == pytest.approx(1 - other.high)


def test_the_table_of_the_rules_is_what_is_computed():
    page = Path(__file__).resolve().parents[2] / "docs/models/habits.md"
    rows = [
        row.strip("|\n ").split(" | ")
        for row in page.read_text().splitlines()
        if row.startswith("| ") and row.count("|") == 6
    ]
    told = [row for row in rows if row[0].isdigit()]
    assert len(told) == 4
    for count, total, *written in told:
        one = share_of(int(count), int(total))
        assert [f"{value:.4f}" for value in (one.share, one.low, one.high)] == written
