"""From entries to what the estimators read: terms, repairs, ratings, breaches."""

import subprocess
import sys
from datetime import UTC, date, datetime, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.practices.random_entries import checkins, lived, promises, repairs
from troth import practices, trends
from troth.practices import Link
from troth.practices.checkins import Checkin
from troth.practices.crossings import Crossing
from troth.practices.incidents import Incident
from troth.practices.measures import (
    Breach,
    breaches_of,
    events_of,
    mended_by,
    promises_of,
    ratings_of,
)
from troth.practices.promises import Kept, NewTerm, Promise
from troth.practices.repairs import Repair
from troth.practices.repairs.content import PARTS

AT = datetime(2026, 3, 1, 9, tzinfo=UTC)
DAY = timedelta(days=1)
LONDON = ZoneInfo("Europe/London")
SAMOA = ZoneInfo("Pacific/Apia")
ID, OTHER = UUID(int=1), UUID(int=2)


def a_promise(*moves, dimension="integrity", **given):
    content = Promise(
        wording="Call", due=AT + DAY, size="small", made_at=AT, dimension=dimension, sure=80, **given
    )
    document = practices.start("promises", content, at=AT, on=AT.date())
    for name, at, more in moves:
        document = practices.move(document, name, at=at, given=more)
    return document


def a_repair(*, finished=None, about=ID):
    repair = Repair(**dict.fromkeys(PARTS, "words"))
    begun = AT + 2 * DAY
    links = [Link(to=about, as_="about")]
    document = practices.start("repairs", repair, at=begun, on=begun.date(), links=links)
    return practices.move(document, "finish", at=finished) if finished else document


def missed(at=AT + 2 * DAY, **given):
    return a_promise(("miss", at, None), **given)


def test_each_term_is_a_promise_with_its_own_making_and_due_moment():
    moved = a_promise(
        ("renegotiate", AT + DAY / 2, NewTerm(due=AT + 3 * DAY, sure=60)),
        ("keep", AT + 2 * DAY, Kept()),
    )
    assert promises_of([(ID, moved)]) == (
        trends.Promise(
            due=AT + DAY, outcome="renegotiated", at=AT + DAY / 2, made=AT, size="small",
            dimension="integrity", sure=80,
        ),
        trends.Promise(
            due=AT + 3 * DAY, outcome="kept", at=AT + 2 * DAY, made=AT + DAY / 2, size="small",
            dimension="integrity", sure=60,
        ),
    )  # fmt: skip


def test_late_open_and_withdrawn_read_as_the_specification_wants_them():
    late = a_promise(("keep_late", AT + 3 * DAY, Kept()))
    gone = a_promise(("withdraw", AT + DAY / 2, None))
    found = promises_of([(ID, late), (ID, a_promise()), (ID, gone)])
    assert [(one.outcome, one.at) for one in found] == [
        ("kept", AT + 3 * DAY),
        ("open", None),
        ("renegotiated", AT + DAY / 2),
    ]


def test_a_miss_is_repaired_when_it_was_first_acknowledged_after_it():
    done = AT + 4 * DAY
    mended = mended_by([a_repair(finished=done), a_repair(finished=done + DAY), a_repair(about=OTHER)])
    assert mended == {ID: (done, done + DAY)}
    (one,) = promises_of([(ID, missed())], mended)
    assert one.repaired == done
    (later,) = promises_of([(ID, missed(at=AT + 4.5 * DAY))], mended)
    assert later.repaired == done + DAY


def test_only_a_miss_can_be_repaired():
    mended = {ID: (AT + 9 * DAY,)}
    late = a_promise(("keep_late", AT + 3 * DAY, Kept()))
    assert [one.repaired for one in promises_of([(ID, late), (ID, a_promise())], mended)] == [None, None]


def test_a_repair_that_is_written_again_counts_for_nothing_yet():
    again = practices.move(a_repair(finished=AT + 4 * DAY), "reopen", at=AT + 5 * DAY)
    assert mended_by([again]) == {}


@pytest.mark.parametrize("zone", [LONDON, SAMOA])
def test_a_rating_stands_at_its_moment_and_one_about_another_day_at_noon(zone):
    own_day = AT.astimezone(zone).date()
    same = practices.start("checkins", Checkin(role="supporter", felt_trust=6), at=AT, on=own_day)
    before = practices.start("checkins", Checkin(role="supporter", felt_trust=3), at=AT, on=own_day - DAY)
    silent = practices.start("checkins", Checkin(role="supporter", energy=3), at=AT, on=own_day)
    first, second = ratings_of([same, before, silent], zone=zone)
    assert (first.at, first.value) == (AT, 6)
    noon = second.at.astimezone(zone)
    assert (noon.date(), noon.hour, second.value) == (own_day - DAY, 12, 3)


def crossing(outcome="crossed", by="me"):
    links = [Link(to=OTHER, as_="about")]
    content = Crossing(outcome=outcome, by=by)
    return practices.start("crossings", content, at=AT, on=date(2026, 3, 1), links=links)


def incident(toward):
    content = Incident(kind="outburst", toward=toward)
    return practices.start("incidents", content, at=AT, on=date(2026, 3, 1))


def test_a_supporters_breaches_are_their_own_and_the_persons_are_the_others():
    some = [missed(), missed(dimension="ability"), a_promise(), crossing(), crossing(by="them"), crossing("held"),
            incident("other"), incident("me")]  # fmt: skip
    noon = datetime(2026, 3, 1, 12, tzinfo=LONDON)
    mine = breaches_of(some, role="supporter", zone=LONDON)
    assert mine == (
        Breach(at=noon, kind="limit"),
        Breach(at=noon, kind="incident"),
        Breach(at=AT + 2 * DAY, kind="promise"),
    )
    theirs = breaches_of(some, role="person", zone=LONDON)
    assert [one.kind for one in theirs] == ["limit", "incident"]
    assert [event.kind for event in events_of(mine)] == ["breach"] * 3


@settings(max_examples=60, deadline=None)
@given(st.lists(lived(promises()) | lived(repairs()) | checkins(), max_size=8))
def test_whatever_was_lived_the_estimators_take_it(some):
    pairs = [(UUID(int=number), one) for number, one in enumerate(some)]
    promised, ratings = promises_of(pairs, mended_by(some)), ratings_of(some, zone=LONDON)
    breaches = breaches_of(some, role="supporter", zone=LONDON)
    late = AT + 900 * DAY
    assert trends.reliability(promised, at=late).resolved <= len(promised)
    assert trends.felt_trust(ratings, at=late, events=events_of(breaches)).n == len(ratings)


def test_nothing_else_of_the_practices_loads_numpy():
    code = "import sys, troth.practices, troth.practices.counts, troth.practices.ladder; sys.exit('numpy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
