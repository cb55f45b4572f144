"""Rows that were damaged or swapped between two people: nobody is kept out of their own, and nothing leaves."""

from dataclasses import replace

import pytest

from tests import people
from tests.store.two import AT, MARKER, UNTIL, accepted, renewed, shared
from troth import practices, vault
from troth.store.actions import bonds, invitations, joining, shares, unlocking
from troth.store.errors import NotValid
from troth.store.models import Invitation, Membership, Person, Share
from troth.store.profile import Pin
from troth.store.queries import bonds as bond_queries
from troth.store.queries import shares as reading
from troth.store.queries.joining import standing
from troth.store.queries.pins import trusted

pytestmark = pytest.mark.django_db


def unlocked(someone):
    row = Person.objects.get(id=someone.me.person.id)
    return unlocking.enter(person=row, account_key=someone.me.key, at=AT)[0]


def swap_keys(someone, mallory):
    Person.objects.filter(id=someone.me.person.id).update(receive_public=mallory.me.person.receive_public)


def test_swapped_keys_of_the_other_keep_nobody_from_unlocking(both, mallory):
    ada, ben = both
    before = bond_queries.one(ada.me, ada.bond).side.pin
    swap_keys(ben, mallory)
    assert unlocked(ada).key == ada.me.key
    assert bond_queries.one(ada.me, ada.bond).side.pin == before


def test_a_damaged_side_keeps_nobody_from_unlocking(both):
    ada, _ben = both
    Membership.objects.filter(person=ada.me.person.id).update(version=9)
    assert unlocked(ada).key == ada.me.key


def test_a_person_who_is_gone_has_no_keys_to_trust(ada):
    with pytest.raises(vault.PinMismatch):
        trusted(Pin(person=vault.new_id(), fingerprint=bytes(32)))


def test_swapped_keys_give_no_words_to_compare_before_the_yes(ada, ben):
    accepted(ben, invitations.invite(me=ada.me, bond=ada.bond, at=AT))
    Person.objects.filter(id=ben.me.person.id).update(sign_public=b"too short")
    assert standing(ada.me, ada.bond, at=AT).words == ()


def test_a_code_into_a_bond_that_its_maker_left_is_no_good(ada, ben):
    code = invitations.invite(me=ada.me, bond=ada.bond, at=AT)
    Membership.objects.filter(person=ada.me.person.id).delete()
    with pytest.raises(NotValid):
        accepted(ben, code)


def test_new_keys_leave_a_damaged_share_and_carry_the_others(both):
    ada, ben = both
    damaged, whole = shared(ada), shared(ada, what="whole")
    Share.objects.filter(id=damaged).update(owner_key=bytes(116), receiver_key=bytes(80))
    Invitation.objects.update(version=9)
    ada, ben = renewed(ada), renewed(ben)
    assert [one.id for one in reading.received(ben.me, at=AT)] == [whole]
    listed = {one.id: one.copy is not None for one in reading.given(ada.me, at=AT)}
    assert listed == {damaged: False, whole: True}
    assert standing(ada.me, ada.bond, at=AT).state == standing(ben.me, ada.bond, at=AT).state == "joined"
    assert shared(ada), "a damaged one hinders no other"
    shares.take_back(me=ada.me, id=damaged)
    assert len(reading.given(ada.me, at=AT)) == 2


def test_an_entry_that_this_program_does_not_know_makes_no_share(both):
    ada, _ben = both
    foreign = practices.decode(b'{"practice":"tides","schema":3,"height":2}')
    row = people.entries.add(me=ada.me, bond=ada.bond, document=foreign)
    assert reading.offered(ada.me, row.id) == ()
    with pytest.raises(practices.NotShareable):
        shares.give(me=ada.me, bond=ada.bond, id=row.id, fields=["height"], until=UNTIL, at=AT)


def test_a_pin_moves_along_when_something_is_given(both):
    ada, ben = both
    ben = renewed(ben)
    id = shared(ada)
    pin = bond_queries.one(ada.me, ada.bond).side.pin
    assert pin.fingerprint == vault.identity(ben.me.key).fingerprint
    assert reading.one_received(ben.me, id, at=AT).copy.fields["what"] == MARKER


def test_a_renamed_side_keeps_the_other_in_it(both):
    ada, _ben = both
    mine = bond_queries.one(ada.me, ada.bond)
    bonds.change_side(me=ada.me, bond=ada.bond, version=mine.version, side=replace(mine.side, name="B."))
    assert standing(ada.me, ada.bond, at=AT).state == "joined"
    joining.leave(me=ada.me, bond=ada.bond)
    assert bond_queries.one(ada.me, ada.bond).side.name == "B."
