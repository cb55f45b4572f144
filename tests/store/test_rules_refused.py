"""Standing rules that must not be, and what happens to the other side where sharing is not offered: nothing."""

from dataclasses import fields as fields_of
from datetime import timedelta

import pytest

from tests.store.ruled import a_rule, a_win, changed, closes_the_gate, everything_of
from tests.store.two import AT, LATER, MARKER
from troth import practices, vault
from troth.practices import BadContent, NotShareable
from troth.practices.checkins import Checkin
from troth.practices.origins import Origin
from troth.store.actions import bonds, entries
from troth.store.errors import NotNow
from troth.store.models import Person, Share
from troth.store.queries import bonds as bond_queries
from troth.store.queries import entries as entry_queries
from troth.store.queries.shares import received

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


@pytest.mark.parametrize(("days", "reason"), [(-1, "past"), (91, "late")])
def test_w04_a_rule_ends_within_ninety_days(both, days, reason):
    ada, _ben = both
    with pytest.raises(BadContent) as caught:
        a_rule(ada, until=AT.date() + days * DAY)
    assert (caught.value.field, caught.value.reason) == ("until", reason)
    a_rule(ada, until=AT.date() + 90 * DAY)


NEVER = [name for name in practices.names() if not practices.named(name).shareable]


@pytest.mark.parametrize("name", [*NEVER, "checkins", "nothing_of_this_name"])
def test_w07_there_is_no_rule_for_what_is_withheld_wholly_or_in_part(both, name):
    ada, _ben = both
    known = name in practices.names()
    every = [one.name for one in fields_of(practices.named(name).content)] if known else ["what"]
    for chosen in (every, every[:1], []):
        with pytest.raises(NotShareable):
            a_rule(ada, name, fields=chosen)
    assert bond_queries.one(ada.me, ada.bond).side.rules == ()


def test_w07_fields_that_are_none_make_no_rule(both):
    for chosen in ([], ["state"], ["what", "safety"]):
        with pytest.raises(NotShareable):
            a_rule(both[0], fields=chosen)


def test_w07_an_origin_that_is_only_guessed_does_not_go_and_one_that_becomes_so_is_taken_back(both):
    ada, ben = both
    a_rule(ada, "origins", fields=("words",))
    told = practices.start(
        "origins", Origin(kind="loss", known="told", words=MARKER), at=LATER, on=LATER.date()
    )
    entry = entries.add(me=ada.me, bond=ada.bond, document=told)
    assert len(received(ben.me, at=LATER)) == 1
    changed(ada, entry.id, known="guessed")
    assert received(ben.me, at=LATER) == []


def pause(ada, _ben):
    bonds.alter_side(me=ada.me, bond=ada.bond, state="paused")


def shut(ada, _ben):
    closes_the_gate(ada)


def unsure(ada, _ben):
    document = practices.start("checkins", Checkin(role="person", safety=2), at=AT, on=AT.date())
    entries.add(me=ada.me, bond=ada.bond, document=document)


def swap(_ada, ben):
    keys = vault.identity(vault.new_key())
    Person.objects.filter(id=ben.me.person.id).update(
        receive_public=keys.receive_public, sign_public=keys.sign_public
    )


@pytest.mark.parametrize("cause", [pause, shut, unsure, swap])
def test_w13_where_sharing_is_not_offered_the_entry_is_written_and_the_other_side_stays_as_it_is(both, cause):
    ada, ben = both
    a_rule(ada)
    entry = a_win(ada)
    cause(ada, ben)
    before = everything_of(ben)
    another = a_win(ada, "not to be seen")
    changed(ada, entry.id, what="nor this")
    assert everything_of(ben) == before
    assert entry_queries.one(ada.me, another.id).content.what == "not to be seen"
    assert entry_queries.one(ada.me, entry.id).content.what == "nor this"
    entries.delete(me=ada.me, id=entry.id, at=LATER)
    assert not Share.objects.exists(), "to take something away is always possible"


@pytest.mark.parametrize("cause", [pause, shut])
def test_w13_no_rule_is_made_where_sharing_is_not_offered_and_the_words_are_the_same(both, cause):
    ada, ben = both
    cause(ada, ben)
    with pytest.raises(NotNow) as caught:
        a_rule(ada)
    assert str(caught.value) == "Not available now."
    assert bond_queries.one(ada.me, ada.bond).side.rules == ()
