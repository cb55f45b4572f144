"""Two people whose clocks are five minutes apart: a code ends for both alike, and so does the last day of a copy."""

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from tests import people
from tests.store.two import AT, a_side, accepted, joined, shared
from troth import vault
from troth.store.actions import invitations, joining
from troth.store.errors import Gone, NotValid
from troth.store.queries.joining import standing
from troth.store.queries.shares import given, one_received, received

pytestmark = pytest.mark.django_db
FIVE = timedelta(minutes=5)
EARLY, LATE = AT - FIVE, AT + FIVE
LAST = datetime.combine(AT.date(), time.max, UTC)
INSTANT = timedelta(microseconds=1)


@pytest.fixture
def ben(db):
    return people.an_account("Ben", other="nobody yet")


def refused(act):
    """Say how it is refused, in whole."""
    with pytest.raises(NotValid) as found:
        act()
    return type(found.value), str(found.value), found.value.args


@pytest.mark.parametrize(("hers", "his"), [(EARLY, LATE), (LATE, EARLY), (EARLY, EARLY), (LATE, LATE)])
def test_they_join_and_share_with_clocks_apart(ada, ben, hers, his):
    code = invitations.invite(me=ada.me, bond=ada.bond, at=hers)
    accepted(ben, code, at=his)
    joining.confirm(me=ada.me, bond=ada.bond, at=hers)
    shared(ada, until=AT.date(), at=hers)
    shared(people.Someone(ben.name, ben.passphrase, ben.me, ada.bond), until=AT.date(), at=his)
    for who in (ada, ben):
        for at in (EARLY, AT, LATE):
            assert standing(who.me, ada.bond, at=at).state == "joined"
            assert len(received(who.me, at=at)) == len(given(who.me, at=at)) == 1


@pytest.mark.parametrize("wrong", [-FIVE, timedelta(), FIVE])
def test_a_code_that_ran_out_is_refused_the_same_way_as_one_that_never_was(ada, ben, wrong):
    code = invitations.invite(me=ada.me, bond=ada.bond, at=AT + wrong)
    ends = AT + wrong + invitations.LASTS
    never = vault.new_invitation_code()
    assert invitations.look_up(code=code, network="n", at=ends - INSTANT).until == ends
    ways = [
        lambda code, at: invitations.look_up(code=code, network=f"{at}", at=at),
        lambda code, at: invitations.accept(me=ben.me, code=code, side=a_side(), network=f"{at}", at=at),
    ]
    for act in ways:
        for at in (ends, ends + FIVE):
            assert refused(lambda act=act, at=at: act(code, at)) == refused(
                lambda act=act, at=at: act(never, at)
            )
    assert standing(ada.me, ada.bond, at=ends + INSTANT).state == "alone"


def test_whoever_looks_five_minutes_early_may_still_use_a_code_and_the_other_sees_nothing_odd(ada, ben):
    code = invitations.invite(me=ada.me, bond=ada.bond, at=AT)
    ends = AT + invitations.LASTS
    accepted(ben, code, at=ends - FIVE)
    assert standing(ada.me, ada.bond, at=ends + FIVE).state == "to_confirm"
    joining.confirm(me=ada.me, bond=ada.bond, at=ends + FIVE)
    assert standing(ben.me, ada.bond, at=ends - FIVE).state == "joined"


def test_a_copy_whose_last_day_is_today_is_there_until_the_day_ends_in_utc_for_both(ada, ben):
    joined(ada, ben)
    id = shared(ada, until=AT.date(), at=AT)
    for at in (EARLY, LATE, LAST - FIVE, LAST):
        assert len(given(ada.me, at=at)) == len(received(ben.me, at=at)) == 1
    for at in (LAST + INSTANT, LAST + FIVE):
        assert given(ada.me, at=at) == received(ben.me, at=at) == []
        with pytest.raises(Gone):
            one_received(ben.me, id, at=at)


@pytest.mark.parametrize("zone", ["Pacific/Auckland", "Pacific/Honolulu"])
def test_whose_zone_it_is_moves_the_last_day_for_nobody(ada, ben, zone):
    joined(ada, ben)
    shared(ada, until=AT.date(), at=AT)
    for at, count in ((LAST, 1), (LAST + INSTANT, 0)):
        there = at.astimezone(ZoneInfo(zone))
        assert len(received(ben.me, at=there)) == len(given(ada.me, at=there)) == count
