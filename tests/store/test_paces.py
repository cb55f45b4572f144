"""The pace: mine to choose at any moment; the other sees the present word, and a pause makes all that is theirs quiet."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from tests import people
from tests.store.ruled import a_rule, a_win, closes_the_gate, everything_of, seen_by
from tests.store.two import AT, LATER, UNTIL, joined, shared
from troth import practices, vault
from troth.practices.paces import HOWS, Pace
from troth.store.actions import bonds, entries, invitations, joining, rules, shares
from troth.store.errors import Gone, NotNow
from troth.store.models import Entry, Share
from troth.store.queries import out_there, paces
from troth.store.queries import rules as rule_queries
from troth.store.queries.bonds import one as my_bond
from troth.store.queries.shares import apart, given, one_received, received

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


def chosen(by, pace, *, at=LATER):
    document = practices.start("paces", Pace(pace=pace), at=at, on=at.date())
    return entries.add(me=by.me, bond=by.bond, document=document)


def theirs(by, *, at=LATER):
    return paces.theirs(by.me, by.bond, at=at)


def pause_bond(by):
    bonds.alter_side(me=by.me, bond=by.bond, state="paused")


def test_before_anyone_chose_there_is_none(both):
    ada, ben = both
    assert (paces.mine(ben.me, ben.bond), theirs(ada)) == (None, None)


@pytest.mark.parametrize("pace", HOWS)
def test_what_one_chooses_the_other_sees(both, pace):
    ada, ben = both
    chosen(ben, pace)
    assert (paces.mine(ben.me, ben.bond), theirs(ada), theirs(ben)) == (pace, pace, None)
    assert paces.is_out(ben.me, ben.bond, at=LATER)


def test_w19_a_new_choice_takes_the_place_of_the_one_before_and_leaves_no_history(both):
    ada, ben = both
    for day, pace in enumerate(("fast", "pause", "gentle")):
        chosen(ben, pace, at=LATER + day * DAY)
    assert theirs(ada, at=LATER + 3 * DAY) == "gentle"
    assert Share.objects.count() == 1
    assert Entry.objects.of(ben.me).count() == 3


def test_w19_what_reaches_the_other_holds_the_word_and_no_day_at_all(both):
    ada, ben = both
    chosen(ben, "gentle")
    [one] = apart(ada.me, "paces", at=LATER)
    assert (dict(one.copy.fields), one.copy.on, one.copy.state) == ({"pace": "gentle"}, date.min, "chosen")
    [row] = Share.objects.all()
    key = vault.receive_key(ada.me.key, bytes(row.receiver_key), line=row.receiver_line())
    sealed = vault.open_record(key, bytes(row.copy), line=row.copy_line())
    assert str(LATER.year).encode() not in sealed


def test_w19_it_is_no_copy_that_can_be_listed_or_opened(both):
    ada, ben = both
    chosen(ben, "gentle")
    [row] = Share.objects.all()
    assert received(ada.me, at=LATER) == []
    with pytest.raises(Gone):
        one_received(ada.me, row.id, at=LATER)


def test_w12_it_stands_in_what_is_out_there_and_can_be_taken_back(both):
    ada, ben = both
    chosen(ben, "fast")
    [one] = out_there.outside(ben.me, at=LATER).copies
    assert (one.copy.practice, one.until) == ("paces", date(2027, 6, 30))
    shares.take_back(me=ben.me, id=one.id)
    assert (theirs(ada), paces.is_out(ben.me, ben.bond, at=LATER)) == (None, False)


def test_w19_its_last_day_in_clear_does_not_tell_when_it_was_chosen(both):
    _ada, ben = both
    days = [AT.replace(year=2027, month=month, day=day) for month, day in ((1, 1), (3, 14), (6, 29))]
    ends = []
    for at in days:
        chosen(ben, "gentle", at=at)
        ends.append(Share.objects.get().expires)
    assert ends == [date(2027, 12, 31)] * 3


@pytest.mark.parametrize("limit", [closes_the_gate, pause_bond])
@pytest.mark.parametrize("before", [None, *HOWS])
@pytest.mark.parametrize("pace", HOWS)
def test_w13_what_the_other_sees_does_not_depend_on_my_gate_or_on_a_pause_of_my_bond(
    both, limit, before, pace
):
    ada, ben = both
    if before:
        chosen(ben, before)
    limit(ben)
    chosen(ben, pace, at=LATER + DAY)
    assert theirs(ada, at=LATER + DAY) == pace


def test_w07_neither_a_share_nor_a_rule_can_be_made_of_it(both):
    _ada, ben = both
    entry = chosen(ben, "gentle")
    with pytest.raises(practices.NotShareable):
        shares.give(me=ben.me, bond=ben.bond, id=entry.id, fields=["pace"], until=UNTIL, at=LATER)
    with pytest.raises(practices.NotShareable):
        rules.keep_up(me=ben.me, bond=ben.bond, practice="paces", fields=["pace"], until=UNTIL, at=LATER)
    assert not {"paces", "replies"} & set(rule_queries.for_rules())


def test_where_nobody_is_joined_it_is_simply_kept(ada):
    chosen(ada, "pause")
    assert paces.mine(ada.me, ada.bond) == "pause"
    assert not Share.objects.exists()


def test_w05_after_leaving_nothing_of_it_is_there(both):
    ada, ben = both
    chosen(ben, "pause")
    joining.leave(me=ben.me, bond=ben.bond)
    assert (theirs(ada), paces.mine(ben.me, ben.bond)) == (None, "pause")


def test_a_deleted_one_gives_way_to_the_one_before_and_comes_back_with_undo(both):
    ada, ben = both
    chosen(ben, "gentle")
    newest = chosen(ben, "fast")
    entries.delete(me=ben.me, id=newest.id, at=LATER)
    assert (theirs(ada), paces.mine(ben.me, ben.bond)) == ("gentle", "gentle")
    entries.undo(me=ben.me, id=newest.id, at=LATER)
    assert (theirs(ada), paces.mine(ben.me, ben.bond)) == ("fast", "fast")


def test_a_deletion_of_the_only_one_takes_it_from_the_other(both):
    ada, ben = both
    entry = chosen(ben, "pause")
    entries.delete(me=ben.me, id=entry.id, at=LATER)
    assert theirs(ada) is None


def test_w19_a_pause_of_theirs_lets_nothing_of_mine_go_to_them(both):
    ada, ben = both
    win = people.a_win(by=ada, at=AT)
    a_rule(ada)
    chosen(ben, "pause")
    before = Share.objects.count()
    with pytest.raises(NotNow):
        shares.give(me=ada.me, bond=ada.bond, id=win.id, fields=["what"], until=UNTIL, at=LATER)
    with pytest.raises(NotNow):
        invitations.may_open_up(ada.me, ada.bond, at=LATER)
    a_win(ada)
    assert Share.objects.count() == before
    assert not rule_queries.is_offered(ada.me, my_bond(ada.me, ada.bond), at=LATER)


@pytest.mark.parametrize("pace", ["fast", "gentle"])
def test_when_it_is_lifted_things_go_again(both, pace):
    ada, ben = both
    a_rule(ada)
    chosen(ben, "pause")
    chosen(ben, pace, at=LATER + DAY)
    a_win(ada, at=LATER + DAY)
    assert seen_by(ben, at=LATER + DAY)
    assert rule_queries.is_offered(ada.me, my_bond(ada.me, ada.bond), at=LATER + DAY)


def test_who_paused_may_still_give(both):
    ada, ben = both
    chosen(ben, "pause")
    shared(ben, at=LATER)
    assert len(received(ada.me, at=LATER)) == 1


def test_a_pause_stops_neither_taking_back_nor_my_own_pace(both):
    ada, ben = both
    copy = shared(ada, at=LATER)
    chosen(ben, "pause")
    shares.take_back(me=ada.me, id=copy)
    chosen(ada, "gentle")
    assert theirs(ben) == "gentle"


def test_w15_leaving_works_while_the_other_paused(both):
    ada, ben = both
    chosen(ben, "pause")
    joining.leave(me=ada.me, bond=ada.bond)
    assert not Share.objects.exists()


def test_w02_a_choice_changes_nothing_that_the_other_can_read_but_the_word(both):
    ada, ben = both
    shared(ben, at=LATER)
    before = repr(received(ada.me, at=LATER)), [one.copy for one in received(ada.me, at=LATER)]
    chosen(ben, "gentle")
    assert (repr(received(ada.me, at=LATER)), [one.copy for one in received(ada.me, at=LATER)]) == before


def test_w03_reading_the_pace_writes_nothing(both):
    ada, ben = both
    chosen(ben, "gentle")
    before = everything_of(ada)
    theirs(ada)
    assert everything_of(ada) == before


def test_a_pace_of_one_bond_says_nothing_in_another(both, mallory):
    ada, ben = both
    chosen(ben, "pause")
    bond = bonds.open_bond(me=ada.me, side=replace(my_bond(ada.me, ada.bond).side, pin=None, name="Mallory"))
    joined(replace(ada, bond=bond), mallory, at=LATER)
    assert paces.theirs(ada.me, bond, at=LATER) is None
    assert invitations.may_open_up(ada.me, bond, at=LATER)


def test_mine_is_listed_as_given_once(both):
    _ada, ben = both
    chosen(ben, "fast")
    chosen(ben, "gentle")
    assert [one.copy.fields["pace"] for one in given(ben.me, at=LATER)] == ["gentle"]
