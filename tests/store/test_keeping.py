"""What keeps words and people safe around the entries: limits, sessions, drafts, bonds, the engine's settings."""

import sqlite3
import threading
import uuid
from dataclasses import replace
from datetime import timedelta

import pytest
from django.db import connection, transaction
from hypothesis import given
from hypothesis import strategies as st

from tests import people
from troth.store import limits
from troth.store.actions import bonds, drafts, profiles, unlocking
from troth.store.actions.writing import refuse_when_full
from troth.store.errors import DiskFull, Gone, Stale, Wait
from troth.store.models import Draft, Limit, Session
from troth.store.profile import Side
from troth.store.queries import bonds as bond_queries
from troth.store.queries.drafts import for_address, kept
from troth.store.sessions import InMemory, InTable, OpenSession
from troth.store.sqlite.base import settle, unsettled
from troth.store.sqlite.journal import journal_mode

AT = people.NOW


@pytest.mark.parametrize(
    ("version", "mode"),
    [
        ((3, 7, 0), "truncate"), ((3, 40, 1), "truncate"), ((3, 44, 5), "truncate"), ((3, 44, 6), "wal"),
        ((3, 44, 9), "wal"), ((3, 45, 0), "truncate"), ((3, 50, 6), "truncate"), ((3, 50, 7), "wal"),
        ((3, 51, 2), "truncate"), ((3, 51, 3), "wal"), ((3, 52, 0), "truncate"), ((3, 52, 1), "wal"),
    ],
)  # fmt: skip
def test_wal_only_where_its_fault_is_mended(version, mode):
    assert journal_mode(version) == mode


@given(st.tuples(st.integers(3, 4), st.integers(0, 60), st.integers(0, 9)))
def test_no_other_mode_is_ever_chosen(version):
    assert journal_mode(version) in {"wal", "truncate"}


def test_every_connection_gets_the_settings_and_a_wrong_one_is_noticed(tmp_path):
    with sqlite3.connect(tmp_path / "x.sqlite3") as database:
        settle(database)
        assert unsettled(database) == []
        database.execute("PRAGMA synchronous=NORMAL")
        assert unsettled(database) == ["synchronous"]
    database.close()


@pytest.mark.django_db(transaction=True)
def test_one_writer_at_a_time_in_this_process():
    if connection.vendor != "sqlite":
        pytest.skip("only on SQLite: PostgreSQL has row locks")
    inside, most = [0], [0]

    def write(number: int) -> None:
        with transaction.atomic():
            inside[0] += 1
            most[0] = max(most[0], inside[0])
            Limit.objects.create(key=bytes([number]), count=1, until=AT)
            inside[0] -= 1
        connection.close()

    threads = [threading.Thread(target=write, args=(number,)) for number in range(12)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert most == [1]
    assert Limit.objects.count() == 12


@pytest.mark.django_db(transaction=True)
def test_the_writers_lock_is_let_go_after_an_error():
    for _ in range(2):
        with pytest.raises(ZeroDivisionError), transaction.atomic():
            raise ZeroDivisionError
    Limit.objects.create(key=b"k", count=1, until=AT)


@pytest.mark.django_db
def test_limits_tell_nobody_who_or_where():
    key = limits.take(limits.NAME, "ada", "192.0.2.7", at=AT)
    assert b"ada" not in key
    assert limits.take(limits.NAME, "ada", "192.0.2.8", at=AT) != key
    assert limits.take(limits.NAME, "ada", "192.0.2.7", at=AT + timedelta(days=1)) != key


@pytest.mark.django_db
def test_tries_are_counted_afresh_after_their_window():
    for _ in range(4):
        limits.take(limits.NAME, "ada", "here", at=AT)
    for _ in range(4):
        limits.take(limits.NAME, "ada", "here", at=AT + timedelta(minutes=6))


@pytest.mark.django_db
def test_waits_double_to_fifteen_minutes_and_right_tries_are_given_back():
    at, waits = AT, []
    for _ in range(10):
        try:
            limits.take(limits.CODE, "here", at=at)
        except Wait as wait:
            waits.append(round(wait.seconds / 60))
            at += timedelta(seconds=wait.seconds)
            limits.take(limits.CODE, "here", at=at)
    assert waits == [1, 2, 4, 8, 15][: len(waits)]
    key = limits.take(limits.NETWORK, "there", at=AT)
    limits.give_back(key)
    assert Limit.objects.get(key=key).count == 0
    limits.clear(key)
    assert not Limit.objects.filter(key=key).exists()


@pytest.fixture(params=[InMemory, InTable])
def place(request, db):
    return request.param()


def a_session(person: uuid.UUID, minutes: int = 10) -> OpenSession:
    return OpenSession(
        id=uuid.uuid4(), person=person, generation=1, proof=b"p" * 32, idle_until=AT + timedelta(minutes=minutes),
        ends_at=AT + timedelta(hours=12, minutes=minutes), row_half=b"r" * 32, sealed=b"s" * 116,
    )  # fmt: skip


def test_both_places_keep_sessions_alike(place, ada):
    place.drop_all(ada.me.person.id)
    first, second = a_session(ada.me.person.id), a_session(ada.me.person.id, 20)
    for session in (second, first):
        place.put(session)
    assert place.of(ada.me.person.id) == [first, second], "the one that ends first comes first"
    assert place.find(uuid.uuid4()) is None
    place.lock(first.id)
    assert place.find(first.id).is_locked
    place.touch(first.id, idle_until=AT)
    assert place.find(first.id).idle_until == first.idle_until, "a locked one is not prolonged"
    place.touch(second.id, idle_until=AT)
    assert place.find(second.id).idle_until == AT
    place.drop_ended(first.ends_at)
    assert place.of(ada.me.person.id) == [replace(second, idle_until=AT)]
    place.drop_all(ada.me.person.id, but=second.id)
    assert place.find(second.id) is not None
    place.drop_all(ada.me.person.id)
    assert place.of(ada.me.person.id) == []
    assert "s" * 10 not in repr(first)


@pytest.mark.django_db
def test_on_sqlite_no_session_ever_reaches_the_database(ada):
    unlocking.enter(person=ada.me.person, account_key=ada.me.key, at=AT)
    assert Session.objects.exists() == (connection.vendor == "postgresql")


@pytest.mark.django_db
def test_drafts_written_unlocked_and_locked_both_open_again(ada):
    drafts.keep(me=ada.me, address="/a/", fields={"what": ["unlocked words"]})
    drafts.keep(me=ada.me, address="/a/", fields={"what": ["newer words"]})
    drafts.keep_locked(person=ada.me.person.id, address="/b/", fields={"what": ["locked words"]})
    assert {one.address: one.fields["what"] for one in kept(ada.me)} == {
        "/a/": ["newer words"],
        "/b/": ["locked words"],
    }
    raw = b"".join(bytes(row.sealed) for row in Draft.objects.all())
    assert b"words" not in raw
    drafts.forget(me=ada.me, address="/a/")
    assert for_address(ada.me, "/a/") is None
    assert for_address(ada.me, "/b/") is not None


@pytest.mark.django_db
def test_nobody_can_fill_a_locked_persons_drafts(ada):
    for number in range(30):
        drafts.keep_locked(person=ada.me.person.id, address=f"/{number}/", fields={"what": ["x"]})
    assert Draft.objects.count() == drafts.MOST_DRAFTS
    drafts.keep_locked(person=uuid.uuid4(), address="/x/", fields={"what": ["x"]})
    assert Draft.objects.count() == drafts.MOST_DRAFTS


@pytest.mark.django_db
def test_a_bond_changes_by_version_and_is_anothers_for_strangers(ada, mallory):
    bond = bond_queries.one(ada.me, ada.bond)
    bonds.change_side(me=ada.me, bond=ada.bond, version=1, side=replace(bond.side, state="paused"))
    assert bond_queries.one(ada.me, ada.bond).side.state == "paused"
    with pytest.raises(Stale):
        bonds.change_side(me=ada.me, bond=ada.bond, version=1, side=bond.side)
    with pytest.raises(Gone):
        bonds.change_side(me=mallory.me, bond=ada.bond, version=2, side=bond.side)
    with pytest.raises(Gone):
        bonds.delete_bond(me=mallory.me, bond=ada.bond)
    with pytest.raises(Gone):
        bond_queries.one(mallory.me, ada.bond)


@pytest.mark.django_db
def test_the_open_bond_is_the_chosen_one_else_the_oldest_that_is_not_closed(ada):
    later = bonds.open_bond(
        me=ada.me, side=Side(kind="friend", name="Cleo", opened_at=AT + timedelta(days=400))
    )
    assert bond_queries.current(ada.me).id == ada.bond
    chosen = profiles.save_profile(me=ada.me, profile=replace(ada.me.profile, bond=later))
    assert bond_queries.current(chosen).id == later
    bond = bond_queries.one(ada.me, ada.bond)
    bonds.change_side(me=chosen, bond=ada.bond, version=bond.version, side=replace(bond.side, state="closed"))
    again = profiles.save_profile(me=chosen, profile=replace(chosen.profile, bond=None))
    assert bond_queries.current(again).id == later


@pytest.mark.django_db
def test_a_profile_changed_in_two_places_is_not_silently_overwritten(ada):
    stale = replace(ada.me, person=type(ada.me.person).objects.get(id=ada.me.person.id))
    profiles.save_profile(me=ada.me, profile=replace(ada.me.profile, theme="dark"))
    with pytest.raises(Stale):
        profiles.save_profile(me=stale, profile=replace(ada.me.profile, theme="light"))


@pytest.mark.django_db
def test_adding_stops_while_little_room_is_left(monkeypatch):
    if connection.vendor != "sqlite":
        pytest.skip("only on SQLite: PostgreSQL's disk is elsewhere")
    refuse_when_full()
    monkeypatch.setattr("troth.store.actions.writing.ROOM_LEFT", 10**18)
    with pytest.raises(DiskFull, match="not saved: the disk is full"):
        refuse_when_full()
