"""Two in one bond: each with a room of their own, the other's keys pinned, and a way out that says nothing."""

from copy import copy
from datetime import timedelta
from threading import Barrier, Thread

import pytest
from django.db import connection

from tests import people
from tests.store.two import AT, LATER, accepted, joined, renewed
from troth import vault
from troth.app import restoring
from troth.store.actions import accounts, bonds, invitations, joining, unlocking
from troth.store.errors import Changed, Unreadable
from troth.store.models import Bond, Entry, Invitation, KeyChange, Membership, Person
from troth.store.queries import bonds as bond_queries
from troth.store.queries import entries as entry_queries
from troth.store.queries.joining import standing
from troth.store.queries.pins import trusted
from troth.store.queries.takeout import everything
from troth.store.sealed import unseal

pytestmark = pytest.mark.django_db
SEEN = AT + timedelta(hours=1)


def pin_of(someone):
    return bond_queries.one(someone.me, someone.bond).side.pin


def state(someone):
    return standing(someone.me, someone.bond, at=SEEN).state


def test_each_side_is_sealed_to_its_own_person(both):
    ada, ben = both
    rows = {row.person_id: row for row in Membership.objects.filter(bond=ada.bond)}
    assert len(rows) == 2
    for mine, other in ((ada, ben), (ben, ada)):
        assert unseal(rows[mine.me.person.id], key=mine.me.key)
        with pytest.raises(Unreadable):
            unseal(rows[mine.me.person.id], key=other.me.key)
        assert pin_of(mine).person == other.me.person.id
        assert pin_of(mine).fingerprint == vault.identity(other.me.key).fingerprint


def test_each_writes_a_journal_of_their_own(both):
    for one, other in (both, both[::-1]):
        entry = people.a_win(by=one)
        assert entry_queries.one(one.me, entry.id).is_readable
        with pytest.raises(entry_queries.Gone):
            entry_queries.one(other.me, entry.id)


def test_a_pin_moves_along_signed_changes_without_a_word(both):
    ada, ben = both
    words = standing(ada.me, ada.bond, at=SEEN).words
    ben = renewed(renewed(ben))
    assert trusted(pin_of(ada)).pin.fingerprint == vault.identity(ben.me.key).fingerprint
    ours, theirs = (standing(one.me, ada.bond, at=SEEN) for one in (ada, ben))
    assert (ours.state, ours.words) == (theirs.state, theirs.words)
    assert ours.words != words
    unlocking.enter(person=Person.objects.get(id=ada.me.person.id), account_key=ada.me.key, at=SEEN)
    assert pin_of(ada).fingerprint == vault.identity(ben.me.key).fingerprint


def test_both_may_change_keys_and_stay_joined(both):
    ada, ben = (renewed(one) for one in both)
    assert state(ada) == state(ben) == "joined"
    assert standing(ada.me, ada.bond, at=SEEN).words == standing(ben.me, ada.bond, at=SEEN).words


@pytest.mark.parametrize(
    "column",
    ["generation", "old_receive_public", "old_sign_public", "receive_public", "sign_public", "signature"],
)
def test_a_change_of_keys_that_is_not_signed_as_it_stands_is_refused(both, column):
    ada, ben = both
    renewed(ben)
    before = getattr(KeyChange.objects.get(), column)
    other = before + 1 if isinstance(before, int) else bytes([bytes(before)[0] ^ 1]) + bytes(before)[1:]
    KeyChange.objects.update(**{column: other})
    with pytest.raises(vault.PinMismatch):
        trusted(pin_of(ada))
    assert standing(ada.me, ada.bond, at=SEEN).words == ()


def test_keys_swapped_without_any_chain_are_refused(both, mallory):
    ada, ben = both
    for column in ("receive_public", "sign_public"):
        Person.objects.filter(id=ben.me.person.id).update(**{column: getattr(mallory.me.person, column)})
        with pytest.raises(vault.PinMismatch):
            trusted(pin_of(ada))


def test_old_keys_cannot_lead_away_from_a_pin_that_moved_on(both):
    ada, ben = both
    old, thief = ben.me.key, vault.new_key()
    renewed(ben)
    unlocking.enter(person=Person.objects.get(id=ada.me.person.id), account_key=ada.me.key, at=SEEN)
    public, before = vault.identity(thief), vault.identity(old)
    forged = vault.sign_key_change(
        old, person=ben.me.person.id, old_generation=1, old_fingerprint=before.fingerprint,
        new_fingerprint=public.fingerprint,
    )  # fmt: skip
    theirs = {"receive_public": public.receive_public, "sign_public": public.sign_public}
    KeyChange.objects.update(**theirs, signature=forged)
    Person.objects.filter(id=ben.me.person.id).update(**theirs)
    with pytest.raises(vault.PinMismatch):
        trusted(pin_of(ada))


ENDS = {
    "leave": lambda me, bond: joining.leave(me=me, bond=bond),
    "close": lambda me, bond: bonds.alter_side(me=me, bond=bond, state="closed"),
    "delete the bond": lambda me, bond: bonds.delete_bond(me=me, bond=bond),
    "delete the account": lambda me, bond: accounts.delete_account(me=me),
}


def seen_by(someone):
    """Everything of the bond that the other side can read or count."""
    rows = Membership.objects.filter(person=someone.me.person.id).order_by("id").values_list()
    return (
        repr(vars(standing(someone.me, someone.bond, at=SEEN))),
        [[bytes(value) if isinstance(value, memoryview) else value for value in row] for row in rows],
        Invitation.objects.of(someone.me.person.id).count(),
    )


@pytest.mark.parametrize("who", [0, 1])
def test_w15_the_other_sees_only_that_the_bond_is_closed_however_it_ended(both, who):
    looks = []
    for end in ENDS.values():
        kept = snapshot()
        end(both[who].me, both[0].bond)
        looks.append(seen_by(both[1 - who]))
        put_back(kept)
        assert state(both[0]) == state(both[1]) == "joined"
    assert all(look == looks[0] for look in looks)
    assert "closed" in looks[0][0]


def snapshot():
    tables = (Person, Bond, Membership, Invitation, Entry)
    return [copy(row) for table in tables for row in table._base_manager.all()]


def put_back(rows):
    for row in rows:
        row.save()


def test_w15_what_i_wrote_stays_mine_and_the_others_stays_theirs(both):
    ada, ben = both
    entries = [people.a_win(by=one) for one in both]
    joining.leave(me=ada.me, bond=ada.bond)
    assert (state(ada), state(ben)) == ("alone", "closed")
    for one, entry in zip(both, entries, strict=True):
        assert entry_queries.one(one.me, entry.id).is_readable
        assert people.a_win(by=one)
    assert bond_queries.one(ada.me, ada.bond).side.pin is None


def test_w15_whoever_left_may_ask_again_and_so_may_the_other(both):
    ada, ben = both
    joining.leave(me=ada.me, bond=ada.bond)
    code = invitations.invite(me=ben.me, bond=ben.bond, at=SEEN)
    accepted(ada, code, at=SEEN)
    joining.confirm(me=ben.me, bond=ben.bond, at=SEEN)
    assert state(ada) == state(ben) == "joined"


def test_w15_after_a_part_neither_sees_what_the_other_does_with_theirs(both):
    ada, ben = both
    joining.leave(me=ada.me, bond=ada.bond)
    bonds.alter_side(me=ada.me, bond=ada.bond, state="active")
    before = seen_by(ben)
    invitations.invite(me=ada.me, bond=ada.bond, at=SEEN)
    assert seen_by(ben) == before
    assert invitations.invite(me=ben.me, bond=ben.bond, at=SEEN)


def test_a_restored_older_home_parts_them_again(both, settings, tmp_path):
    settings.ERASED_FILE = tmp_path / "erased"
    ada, ben = both
    kept = snapshot()
    joining.leave(me=ada.me, bond=ada.bond)
    put_back(kept)
    assert state(ada) == "joined"
    counts = restoring._erase_again(set(settings.ERASED_FILE.read_text().splitlines()), alias="default")
    assert counts["invitation"] == 1
    assert state(ada) == state(ben) == "closed"


def test_a_pause_of_mine_is_not_seen_and_parts_nobody(both):
    ada, ben = both
    before = seen_by(ben)
    bonds.alter_side(me=ada.me, bond=ada.bond, state="paused")
    assert seen_by(ben) == before
    assert state(ada) == "joined"


def test_an_export_holds_nothing_of_the_others_keys(both):
    ada, ben = both
    plain = repr(everything(ada.me, at=SEEN, program="test"))
    assert "pin" not in everything(ada.me, at=SEEN, program="test")["bonds"][0]
    assert str(ben.me.person.id) not in plain


@pytest.mark.django_db(transaction=True)
def test_both_may_leave_at_once():
    ada, ben = people.an_account("Ada"), people.an_account("Ben")
    for _ in range(4):
        joined(ada, ben)
        start, faults = Barrier(2), []

        def click(who, start=start, faults=faults):
            start.wait()
            try:
                joining.leave(me=who.me, bond=ada.bond)
            except Exception as error:  # noqa: BLE001 - whatever it is, it is a fault
                faults.append(error)
            finally:
                connection.close()

        clicks = [Thread(target=click, args=(who,)) for who in (ada, ben)]
        for one in clicks:
            one.start()
        for one in clicks:
            one.join()
        assert faults == []
        assert not Invitation.objects.exists()
        bonds.alter_side(me=ada.me, bond=ada.bond, state="active")


def test_who_was_not_compared_is_not_let_in(ada, ben):
    accepted(ben, invitations.invite(me=ada.me, bond=ada.bond, at=AT))
    words = standing(ada.me, ada.bond, at=LATER).words
    with pytest.raises(Changed):
        joining.confirm(me=ada.me, bond=ada.bond, at=LATER, compared=tuple(reversed(words)))
    assert standing(ada.me, ada.bond, at=LATER).state == "to_confirm"
    joining.confirm(me=ada.me, bond=ada.bond, at=LATER, compared=words)
    assert standing(ada.me, ada.bond, at=LATER).state == "joined"
