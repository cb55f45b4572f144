"""The week at a glance: counts, days and documents, nothing more."""

from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from tests.practices.examples import AFTER, BEFORE, MADE, NEW_DUE, a_checkin, a_promise, a_repair, a_win
from tests.practices.random_entries import lives
from troth.practices import Document, move, recap, start
from troth.practices.checkins import Checkin
from troth.practices.promises import NewTerm
from troth.practices.wins import Win

WEEK = date(2026, 2, 28)
KEYS = (
    "checkins_noted",
    "promises_kept",
    "promises_kept_late",
    "promises_missed",
    "promises_moved",
    "promises_withdrawn",
    "repairs_acknowledged",
    "wins_noted",
)


def test_an_empty_week_has_every_count_at_nothing() -> None:
    empty = recap([], first_day=WEEK)
    assert set(empty.counts) >= set(KEYS)
    assert dict(empty.counts) == dict.fromkeys(empty.counts, 0)
    assert dict(empty.days) == dict(empty.documents) == dict.fromkeys(empty.counts, ())
    assert (empty.first_day, empty.last_day) == (WEEK, date(2026, 3, 6))


def test_a_full_week_counts_each_thing_once() -> None:
    moved = move(a_promise(), "renegotiate", at=BEFORE, given=NewTerm(due=NEW_DUE))
    week: list[Document[Any]] = [
        a_win(),
        a_checkin(),
        a_checkin(energy=2),
        a_promise(),
        move(a_promise(), "keep", at=BEFORE),
        move(a_promise(), "keep_late", at=AFTER),
        move(a_promise(), "miss", at=AFTER),
        move(a_promise(), "withdraw", at=BEFORE),
        moved,
        move(a_repair(), "finish", at=AFTER),
        a_repair(),
    ]
    counts = dict(recap(week, first_day=WEEK).counts)
    expected = {**dict.fromkeys(KEYS, 1), "checkins_noted": 2}
    assert counts == {**dict.fromkeys(counts, 0), **expected}


def test_days_checked_in_are_counted_once_each() -> None:
    monday = start("checkins", Checkin(energy=3, role="person"), at=BEFORE, on=date(2026, 3, 2))
    found = recap([monday, a_checkin(), a_checkin(energy=2)], first_day=WEEK)
    assert found.days["checkins_noted"] == (date(2026, 3, 1), date(2026, 3, 2))
    assert len(found.documents["checkins_noted"]) == 3


def test_a_promise_moved_twice_counts_twice_and_is_listed_once() -> None:
    once = move(a_promise(), "renegotiate", at=BEFORE, given=NewTerm(due=NEW_DUE))
    twice = move(once, "renegotiate", at=AFTER, given=NewTerm(due=NEW_DUE + timedelta(days=1)))
    found = recap([twice], first_day=WEEK)
    assert (found.counts["promises_moved"], found.documents["promises_moved"]) == (2, (twice,))


def test_the_week_has_seven_days() -> None:
    days = [date(2026, 2, 27), WEEK, date(2026, 3, 6), date(2026, 3, 7)]
    late = datetime(2026, 3, 8, tzinfo=UTC)
    wins = [start("wins", Win(what="x", kind="other"), at=late, on=day) for day in days]
    assert recap(wins, first_day=WEEK).days["wins_noted"] == (WEEK, date(2026, 3, 6))


def test_a_moment_counts_for_the_day_it_fell_on_at_home() -> None:
    kept = move(a_promise(), "keep", at=datetime(2026, 3, 1, 23, 30, tzinfo=UTC))
    here = recap([kept], first_day=WEEK)
    there = recap([kept], first_day=WEEK, zone=ZoneInfo("Pacific/Auckland"))
    assert here.days["promises_kept"] == (date(2026, 3, 1),)
    assert there.days["promises_kept"] == (date(2026, 3, 2),)


def test_a_repair_that_is_written_again_is_no_longer_acknowledged() -> None:
    done = move(a_repair(), "finish", at=BEFORE)
    accepted = move(done, "accept", at=AFTER)
    again = move(done, "reopen", at=AFTER)
    counts = [recap([one], first_day=WEEK).counts["repairs_acknowledged"] for one in (done, accepted, again)]
    assert counts == [1, 1, 0]


def test_it_counts_when_it_was_last_finished() -> None:
    again = move(move(move(a_repair(), "finish", at=MADE), "reopen", at=BEFORE), "finish", at=AFTER)
    assert recap([again], first_day=WEEK).days["repairs_acknowledged"] == (AFTER.date(),)


def test_documents_come_in_the_order_of_happening() -> None:
    first = start("wins", Win(what="first", kind="other"), at=AFTER, on=date(2026, 3, 1))
    second = start("wins", Win(what="second", kind="other"), at=AFTER, on=date(2026, 3, 2))
    later_that_day = start("wins", Win(what="third", kind="other"), at=NEW_DUE, on=date(2026, 3, 2))
    found = recap([later_that_day, second, first], first_day=WEEK)
    assert found.documents["wins_noted"] == (first, second, later_that_day)


def test_two_entries_with_the_same_words_are_two() -> None:
    assert len(recap([a_win(), a_win()], first_day=WEEK).documents["wins_noted"]) == 2


@given(st.lists(lives, max_size=8))
def test_weeks_side_by_side_hold_all_that_happened_in_them(documents: list[Document[Any]]) -> None:
    first = date(2024, 1, 1)
    weeks = [recap(documents, first_day=first + timedelta(days=7 * number)) for number in range(220)]
    for key in KEYS:
        assert sum(week.counts[key] for week in weeks) == sum(happenings(one)[key] for one in documents)


def happenings(document: Document[Any]) -> dict[str, int]:
    """The slow second version: read from the state and the content."""
    count = dict.fromkeys(KEYS, 0)
    if document.practice in ("wins", "checkins"):
        count[f"{document.practice}_noted"] = 1
    if document.practice == "repairs":
        count["repairs_acknowledged"] = int(document.state != "writing")
    if document.practice == "promises":
        count["promises_moved"] = len(document.content.earlier)
        if document.state != "open":
            count[f"promises_{document.state}"] = 1
    return count
