"""The sample world: the same words each time, gaps and dips, and a host who can read nothing."""

import random
from collections import Counter
from datetime import UTC, datetime
from itertools import pairwise

import pytest

from troth import practices
from troth.app import sample
from troth.practices.supporters import leans_on_one
from troth.practices.triggers import coming_up
from troth.store.actions import looking, unlocking
from troth.store.models import Entry, Person
from troth.store.queries import bonds, entries, joining, shares
from troth.store.queries.out_there import hint, outside

AT = datetime(2026, 11, 22, 20, 0, tzinfo=UTC)
WORDS = sample.all_words()
HERS, HIS = ("partner_weeks", "work_weeks", "own_weeks"), ("ben_weeks", "ben_own_weeks")
EVERYTHING = (*HERS, *HIS)
HOURS = [
    datetime(2026, 11, 22, 0, 5, tzinfo=UTC), datetime(2028, 2, 29, 12, tzinfo=UTC),
    datetime(2027, 3, 28, 1, 30, tzinfo=UTC), datetime(2026, 12, 31, 23, 55, tzinfo=UTC),
]  # fmt: skip


def plain(written):
    return [
        {name: value for name, value in practices.to_plain(one).items() if name != "links"}
        for _id, one in written
    ]


def of(name):
    return [one for _id, one in getattr(sample, name)(WORDS, at=AT)]


@pytest.mark.parametrize("name", EVERYTHING)
def test_the_same_day_gives_the_same_world(name):
    random.seed(7)
    weeks = getattr(sample, name)
    assert plain(weeks(WORDS, at=AT)) == plain(weeks(WORDS, at=AT))


def test_sixteen_weeks_look_like_life():
    written = [one for _id, one in sample.partner_weeks(WORDS, at=AT)]
    states = {one.state for one in written if one.practice == "promises"}
    assert {"open", "kept", "kept_late", "missed"} <= states
    days = sorted({one.on for one in written})
    gaps = [(b - a).days for a, b in pairwise(days)]
    assert (days[-1] - days[0]).days > 100
    assert max(gaps) >= 9


def test_every_practice_is_there_and_its_own_ones_belong_to_no_bond():
    here = {name: {one.practice for one in of(name)} for name in HERS}
    personal = {name for name in practices.names() if practices.named(name).personal}
    assert here["own_weeks"] == personal
    assert here["partner_weeks"] == set(practices.names()) - personal
    assert here["work_weeks"] >= {"origins", "triggers", "occurrences", "plans", "boundaries", "headsups"}


def test_the_gate_stays_open_in_it():
    for names, own in ((HERS, "own_weeks"), (HIS, "ben_own_weeks")):
        for name in names:
            found = practices.gate_of([*of(name), *of(own)], on=AT.date())
            assert found.is_open, (name, found.reasons)


def test_enough_is_noted_for_counts_and_one_hard_day_is_coming():
    written = sample.partner_weeks(WORDS, at=AT)
    triggers = [one for _id, one in written if one.practice == "triggers"]
    about = Counter(one.links[0].to for _id, one in written if one.practice == "occurrences")
    assert max(about.values()) >= 6
    assert [one.away_days for one in coming_up(triggers, on=AT.date())] == [9]
    assert [one.reason for one in leans_on_one(of("own_weeks"))] == ["only_close"]
    worked = [one for _id, one in written if one.practice == "thoughts" and one.state == "worked"]
    assert len([one for one in worked if one.content.belief_after is not None]) >= 5


@pytest.mark.parametrize("at", HOURS)
def test_it_can_be_made_at_any_hour_and_nothing_is_written_ahead(at):
    for name in EVERYTHING:
        for _id, one in getattr(sample, name)(WORDS, at=at):
            assert one.written_at < at
            assert all(one.written_at <= step.at <= at for step in one.steps)


def test_what_a_note_is_tied_to_stands_before_it():
    for name in EVERYTHING:
        seen = set()
        for id, one in getattr(sample, name)(WORDS, at=AT):
            assert {link.to for link in one.links} <= seen
            seen.add(id)


def test_he_writes_in_his_own_voice_about_the_same_weeks():
    his, hers = of("ben_weeks"), of("partner_weeks")
    assert {"checkins", "triggers", "boundaries", "plans", "promises", "wins"} <= {
        one.practice for one in his
    }
    assert {one.content.role for one in his if one.practice == "checkins"} == {"person"}
    assert all(practices.named(one.practice).personal for one in of("ben_own_weeks"))
    said = {practices.line_of(one).title for one in his} & {practices.line_of(one).title for one in hers}
    assert said <= {""}


def signed_in():
    found = {}
    for name, words in sample.SIGN_INS.items():
        assert f"{words}" in sample.sign_ins()
        found[name], _ = unlocking.sign_in(name=name, passphrase=words, network=name, at=AT)
    return found


@pytest.mark.django_db
def test_all_sign_ins_work_and_the_host_reads_nothing():
    sample.fill(at=AT)
    sample.fill(at=AT)
    assert Person.objects.count() == 3
    found = signed_in()
    assert [one.side.name for one in bonds.mine(found["ada"])] == ["Ben", "Mira"]
    assert [(one.side.name, one.side.role) for one in bonds.mine(found["ben"])] == [("Ada", "person")]
    assert found["ada"].profile.step == sample.STEP
    assert bonds.mine(found["hester"]) == []
    assert entries.opened(found["hester"], Entry.objects.of(found["hester"])) == []
    assert len(entries.opened(found["ada"], Entry.objects.of(found["ada"]))) > 150
    assert len(entries.opened(found["ben"], Entry.objects.of(found["ben"]))) > 40


@pytest.mark.django_db
def test_the_two_are_joined_and_each_reads_what_the_other_gave_and_nothing_else():
    sample.fill(at=AT)
    found = signed_in()
    ada, ben = found["ada"], found["ben"]
    assert ada.profile.bond == ben.profile.bond
    standing = [joining.standing(me, me.profile.bond, at=AT) for me in (ada, ben)]
    assert [one.state for one in standing] == ["joined", "joined"]
    assert standing[0].words == standing[1].words != ()
    to_ben, to_ada = shares.received(ben, at=AT), shares.received(ada, at=AT)
    assert [one.copy.practice for one in to_ben] == ["headsups", "promises", "headsups", "affirmations"]
    assert [one.copy.practice for one in to_ada] == ["wins", "triggers", "boundaries"]
    assert [one.by_rule for one in outside(ada, at=AT).copies] == [True, False, False, False]
    assert [one.rule.practice for one in outside(ada, at=AT).rules] == ["headsups"]
    assert shares.received(found["hester"], at=AT) == []


@pytest.mark.django_db
@pytest.mark.parametrize("at", HOURS)
def test_at_any_hour_they_are_joined_and_nobody_is_led_away_from_today(at):
    sample.fill(at=at)
    for name in ("ada", "ben"):
        me, _ = unlocking.sign_in(name=name, passphrase=sample.SIGN_INS[name], network=name, at=at)
        assert len(shares.received(me, at=at)) >= 3
        assert not hint(me, at=at).look_again
        assert not looking.led_there(me=me, at=at)
