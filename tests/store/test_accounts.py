"""Accounts: sign-up, sign-in, ways in, keys, the end."""

from dataclasses import replace
from datetime import timedelta

import pytest

from tests import people
from troth import vault
from troth.store import limits
from troth.store.actions import accounts, bonds, entries, rekey, unlocking
from troth.store.errors import KeysChanged, NameTaken, Wait, WrongWayIn
from troth.store.models import Bond, Draft, Entry, KeyChange, Membership, Person, Slot
from troth.store.profile import Profile
from troth.store.queries.entries import one

pytestmark = pytest.mark.django_db
AT = people.NOW


def test_a_name_and_a_passphrase_open_the_account_again(ada):
    me, cookie = unlocking.sign_in(name=" ADA ", passphrase=ada.passphrase, network="here", at=AT)
    assert me.key == ada.me.key
    found, locked = unlocking.recognise(cookie=cookie, at=AT)
    assert found is not None
    assert found.profile.name == "Ada"
    assert locked is not None


@pytest.mark.parametrize(
    ("name", "passphrase"),
    [("Ada", "wrong words for this door"), ("Nobody", "river lamp copper nine walnut")],
)
def test_a_wrong_way_in_says_nothing_about_which_part_was_wrong(ada, name, passphrase):
    with pytest.raises(WrongWayIn) as caught:
        unlocking.sign_in(name=name, passphrase=passphrase, network="here", at=AT)
    assert str(caught.value) == ""


def test_a_name_is_had_only_once_whatever_its_case(ada):
    with pytest.raises(NameTaken):
        accounts.sign_up(profile=Profile(name="ada ", zone="UTC"), passphrase="x" * 20, network="n", at=AT)
    assert Person.objects.count() == 1


def test_five_wrong_tries_are_slowed_and_the_owner_gets_in_after_the_wait(ada):
    for _ in range(5):
        with pytest.raises(WrongWayIn):
            unlocking.sign_in(name="Ada", passphrase="not this one, no", network="here", at=AT)
    with pytest.raises(Wait) as caught:
        unlocking.sign_in(name="Ada", passphrase=ada.passphrase, network="here", at=AT)
    assert caught.value.seconds <= 61
    later = AT + timedelta(seconds=caught.value.seconds)
    me, _ = unlocking.sign_in(name="Ada", passphrase=ada.passphrase, network="here", at=later)
    assert me.key == ada.me.key


def test_no_wait_is_ever_longer_than_fifteen_minutes(db):
    at, waits = AT, []
    for _ in range(40):
        try:
            limits.take(limits.NAME, "someone", "somewhere", at=at)
        except Wait as wait:
            waits.append(wait.seconds)
            at += timedelta(seconds=wait.seconds)
    assert len(waits) > 10
    assert max(waits) <= 15 * 60 + 1


def test_another_network_is_not_slowed_by_a_guesser(ada):
    for _ in range(5):
        with pytest.raises(WrongWayIn):
            unlocking.sign_in(name="Ada", passphrase="not this one, no", network="guesser", at=AT)
    assert unlocking.sign_in(name="Ada", passphrase=ada.passphrase, network="home", at=AT)


def test_idle_time_locks_and_the_end_of_the_day_signs_out(ada):
    _me, cookie = unlocking.enter(person=ada.me.person, account_key=ada.me.key, at=AT)
    assert unlocking.recognise(cookie=cookie, at=AT + timedelta(minutes=9))[0] is not None
    me, locked = unlocking.recognise(cookie=cookie, at=AT + timedelta(minutes=30))
    assert me is None
    assert locked is not None
    assert unlocking.recognise(cookie=cookie, at=AT + timedelta(minutes=9))[0] is None, (
        "a locked one stays locked"
    )
    assert unlocking.recognise(cookie=cookie, at=AT + timedelta(hours=13)) == (None, None)


def test_a_clock_set_back_ends_a_session_rather_than_prolongs_it(ada):
    _me, cookie = unlocking.enter(person=ada.me.person, account_key=ada.me.key, at=AT)
    assert unlocking.recognise(cookie=cookie, at=AT - timedelta(seconds=30))[0] is not None
    assert unlocking.recognise(cookie=cookie, at=AT - timedelta(days=1)) == (None, None)
    assert unlocking.recognise(cookie=cookie, at=AT) == (None, None), "an ended one stays ended"


def test_a_sixth_browser_ends_the_oldest(ada):
    unlocking.sign_out_everywhere(me=ada.me)
    cookies = [
        unlocking.enter(person=ada.me.person, account_key=ada.me.key, at=AT + timedelta(minutes=n))[1]
        for n in range(6)
    ]
    later = AT + timedelta(minutes=6)
    assert [unlocking.recognise(cookie=cookie, at=later)[0] is not None for cookie in cookies] == [False] + [
        True
    ] * 5


def test_a_new_passphrase_ends_other_sessions_and_leaves_entries(ada):
    entry = people.a_promise(by=ada)
    before = bytes(entry.sealed)
    _me, old_cookie = unlocking.enter(person=ada.me.person, account_key=ada.me.key, at=AT)
    me, cookie = accounts.change_passphrase(me=_me, passphrase="eleven quiet rivers hum", at=AT)
    assert unlocking.recognise(cookie=old_cookie, at=AT) == (None, None)
    assert unlocking.recognise(cookie=cookie, at=AT)[0] is not None
    assert bytes(Entry.objects.get(id=entry.id).sealed) == before
    with pytest.raises(WrongWayIn):
        unlocking.sign_in(name="Ada", passphrase=ada.passphrase, network="n", at=AT)
    assert (
        unlocking.sign_in(name="Ada", passphrase="eleven quiet rivers hum", network="n", at=AT)[0].key
        == me.key
    )


def test_a_recovery_code_opens_everything_once(ada):
    entry = people.a_promise(by=ada, wording="Water the plants")
    code = vault.new_recovery_code()
    accounts.set_recovery_code(me=ada.me, code=code)
    me, _cookie, new_code = accounts.use_recovery_code(
        code=code.lower(), passphrase="new words after the loss", network="n", at=AT
    )
    assert one(me, entry.id).content.wording == "Water the plants"
    assert new_code != code
    with pytest.raises(WrongWayIn):
        accounts.use_recovery_code(code=code, passphrase="again and again now", network="n", at=AT)
    with pytest.raises(WrongWayIn):
        unlocking.sign_in(name="Ada", passphrase=ada.passphrase, network="n", at=AT)


def test_a_code_brings_the_sign_in_name_back_after_the_host_key_was_lost(ada, settings):
    code = vault.new_recovery_code()
    accounts.set_recovery_code(me=ada.me, code=code)
    settings.HOST_KEY = vault.Key(b"\x07" * 32)
    with pytest.raises(WrongWayIn):
        unlocking.sign_in(name="Ada", passphrase=ada.passphrase, network="n", at=AT)
    accounts.use_recovery_code(code=code, passphrase="words under a new key", network="n", at=AT)
    assert unlocking.sign_in(name="Ada", passphrase="words under a new key", network="n", at=AT)


def test_a_rekey_makes_everything_old_worthless(ada):
    entry = people.a_promise(by=ada, wording="Call before noon")
    code = vault.new_recovery_code()
    me = accounts.set_recovery_code(me=ada.me, code=code)
    old_box, old_topic = bytes(entry.sealed), bytes(entry.topic)
    new, cookie = rekey.rekey(me=me, passphrase="nobody knows these words", code=None, at=AT)
    row = Entry.objects.get(id=entry.id)
    assert one(new, entry.id).content.wording == "Call before noon"
    assert bytes(row.sealed) != old_box
    assert bytes(row.topic) != old_topic
    assert row.generation == 2
    assert not one(replace(new, key=ada.me.key, _topics={}), entry.id).is_readable
    assert unlocking.recognise(cookie=cookie, at=AT)[0] is not None
    for wrong in (
        lambda: accounts.use_recovery_code(code=code, passphrase="y" * 14, network="n", at=AT),
        lambda: unlocking.sign_in(name="Ada", passphrase=ada.passphrase, network="n", at=AT),
    ):
        with pytest.raises(WrongWayIn):
            wrong()
    change = KeyChange.objects.get()
    vault.check_key_change(
        bytes(change.old_sign_public),
        bytes(change.signature),
        person=me.person.id,
        old_generation=1,
        old_fingerprint=vault.identity(ada.me.key).fingerprint,
        new_fingerprint=vault.identity(new.key).fingerprint,
    )


def test_a_write_with_old_keys_is_refused_after_a_rekey(ada):
    rekey.rekey(me=ada.me, passphrase="nobody knows these words", code=None, at=AT)
    with pytest.raises(KeysChanged):
        people.a_promise(by=ada)


def test_after_an_account_ends_no_row_of_it_is_left(ada, mallory, settings):
    people.a_promise(by=ada)
    other = bonds.open_bond(me=ada.me, side=people.Side(kind="friend", name="Cleo", opened_at=AT))
    accounts.delete_account(me=ada.me)
    assert Person.objects.count() == 1
    for model in (Entry, Draft, KeyChange):
        assert not model.objects.exists()
    assert Bond.objects.count() == Membership.objects.count() == Slot.objects.count() == 1
    assert not Bond.objects.filter(id=other).exists()
    assert f"person {ada.me.person.id}" in settings.ERASED_FILE.read_text()


def test_entries_of_a_bond_go_with_it(ada):
    people.a_promise(by=ada)
    bonds.delete_bond(me=ada.me, bond=ada.bond)
    assert not Entry.objects.exists()
    with pytest.raises(entries.Gone):
        people.a_promise(by=ada)
