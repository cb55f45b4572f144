"""Entries: sealed, counted, found by topic, changed by version, deleted for an hour, then erased."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest

from tests import people
from troth import practices, vault
from troth.practices.promises import Kept
from troth.practices.wins import Win
from troth.store.actions import bonds, entries
from troth.store.actions.erasing import sweep
from troth.store.errors import Gone, Stale, Unreadable
from troth.store.models import Entry
from troth.store.profile import Side
from troth.store.queries import entries as queries
from troth.store.sealed import unseal

pytestmark = pytest.mark.django_db
AT = people.NOW


def test_the_row_tells_neither_words_nor_kind(ada):
    entry = people.a_promise(by=ada, wording="Ring from the station")
    row = Entry.objects.filter(id=entry.id).values().get()
    flat = b"".join(
        bytes(value) if isinstance(value, bytes | memoryview) else str(value).encode()
        for value in row.values()
    )
    for word in (b"Ring", b"promise", b"small", b"integrity"):
        assert word not in flat


def test_entries_are_counted_per_person(ada, mallory):
    numbers = [people.a_win(by=ada).sequence for _ in range(3)] + [people.a_win(by=mallory).sequence]
    assert numbers == [1, 2, 3, 1]


def test_several_are_written_in_order_or_not_at_all(ada):
    documents = [
        (vault.new_id(), practices.start("wins", Win(what=f"n {n}", kind="other"), at=AT, on=AT.date()))
        for n in range(4)
    ]
    written = entries.add_all(me=ada.me, bond=ada.bond, documents=documents)
    assert [one.sequence for one in written] == [1, 2, 3, 4]
    with pytest.raises(Exception, match=r"(?i)unique"):
        entries.add_all(me=ada.me, bond=ada.bond, documents=[documents[0]])


def test_nothing_can_be_written_into_anothers_bond(ada, mallory):
    document = practices.start("wins", Win(what="x", kind="other"), at=AT, on=AT.date())
    with pytest.raises(Gone):
        entries.add(me=mallory.me, bond=ada.bond, document=document)


def test_a_due_moment_stands_in_clear_only_while_something_is_open(ada):
    entry = people.a_promise(by=ada)
    assert entry.due is not None
    assert entry.due.second == 0
    opened = queries.one(ada.me, entry.id)
    kept = practices.move(opened.document, "keep", at=datetime.now(UTC), given=Kept())
    assert entries.save(me=ada.me, id=entry.id, version=1, document=kept).due is None


def test_topics_are_blind_and_differ_between_bonds_and_people(ada, mallory):
    other = bonds.open_bond(me=ada.me, side=Side(kind="friend", name="Cleo", opened_at=AT))
    here, there = people.a_win(by=ada), people.a_win(by=people.Someone("Ada", "", ada.me, other))
    again, theirs = people.a_win(by=ada), people.a_win(by=mallory)
    assert bytes(here.topic) == bytes(again.topic)
    assert len({bytes(one.topic) for one in (here, there, theirs)}) == 3
    found = Entry.objects.of(ada.me).about(ada.me, bond=ada.bond, practice="wins")
    assert {one.id for one in found} == {here.id, again.id}


def test_the_second_writer_of_a_version_is_told_and_writes_nothing(ada):
    entry = people.a_win(by=ada)
    document = queries.one(ada.me, entry.id).document
    entries.save(me=ada.me, id=entry.id, version=1, document=document)
    with pytest.raises(Stale) as caught:
        entries.save(me=ada.me, id=entry.id, version=1, document=document)
    assert caught.value.now == 2
    assert Entry.objects.get(id=entry.id).version == 2


@pytest.mark.parametrize(
    "act",
    [
        lambda me, id: queries.one(me, id),
        lambda me, id: entries.delete(me=me, id=id, at=AT),
        lambda me, id: entries.undo(me=me, id=id, at=AT),
        lambda me, id: entries.save(
            me=me,
            id=id,
            version=1,
            document=practices.start("wins", Win(what="x", kind="other"), at=AT, on=AT.date()),
        ),
    ],
)
def test_what_is_anothers_is_not_there(ada, mallory, act):
    entry = people.a_win(by=ada)
    for id in (entry.id, UUID(int=5)):
        with pytest.raises(Gone):
            act(mallory.me, id)
    assert queries.one(ada.me, entry.id).version == 1


def test_one_practice_does_not_find_anothers_entry(ada):
    entry = people.a_win(by=ada)
    with pytest.raises(Gone):
        queries.one(ada.me, entry.id, practice="promises")


def test_undo_works_for_an_hour_to_the_second(ada):
    entry = people.a_win(by=ada)
    entries.delete(me=ada.me, id=entry.id, at=AT)
    with pytest.raises(Gone):
        entries.delete(me=ada.me, id=entry.id, at=AT)
    entries.undo(me=ada.me, id=entry.id, at=AT + timedelta(minutes=59, seconds=59))
    entries.delete(me=ada.me, id=entry.id, at=AT)
    with pytest.raises(Gone):
        entries.undo(me=ada.me, id=entry.id, at=AT + timedelta(hours=1))


def test_the_sweep_erases_only_what_is_over_and_notes_it_first(ada, settings, tmp_path):
    settings.ERASED_FILE = tmp_path / "erased"
    old, new, kept = (people.a_win(by=ada) for _ in range(3))
    entries.delete(me=ada.me, id=old.id, at=AT)
    entries.delete(me=ada.me, id=new.id, at=AT + timedelta(minutes=30))
    assert sweep(at=AT + timedelta(hours=1)) == 1
    assert sweep(at=AT + timedelta(hours=1)) == 0
    assert {one.id for one in Entry.objects.all()} == {new.id, kept.id}
    assert (tmp_path / "erased").read_text() == f"entry {old.id}\n"
    assert (tmp_path / "erased").stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize(
    "change",
    [
        {"version": 2},
        {"sequence": 9},
        {"topic": b"0" * 16},
        {"due": AT},
        {"generation": 3},
        {"bond_id": None},
    ],
)
def test_a_row_whose_clear_columns_were_changed_does_not_open(ada, change):
    entry = people.a_win(by=ada)
    Entry.objects.filter(id=entry.id).update(**change)
    with pytest.raises(Unreadable):
        unseal(Entry.objects.get(id=entry.id), key=ada.me.key)


def test_a_row_with_impossible_values_is_unreadable_not_an_error(ada):
    entry = people.a_win(by=ada)
    Entry.objects.filter(id=entry.id).update(due=datetime(1960, 1, 1, tzinfo=UTC))
    assert not queries.opened(ada.me, Entry.objects.of(ada.me))[0].is_readable


def test_a_document_under_a_wrong_topic_is_refused(ada):
    entry = people.a_win(by=ada)
    row = Entry.objects.get(id=entry.id)
    content = unseal(row, key=ada.me.key)
    row.topic = ada.me.topic(bond=ada.bond, practice="promises")
    row.sealed = vault.seal_record(ada.me.key, content, line=row.line())
    row.save()
    assert not queries.opened(ada.me, Entry.objects.of(ada.me))[0].is_readable


def test_an_entry_of_a_practice_that_is_gone_stays_and_is_exported(ada):
    foreign = practices.decode(b'{"practice":"tides","schema":3,"height":2}')
    entry = entries.add(me=ada.me, bond=ada.bond, document=foreign)
    opened = queries.one(ada.me, entry.id)
    assert not opened.is_readable
    assert practices.to_plain(opened.document)["height"] == 2


def test_opened_things_show_nothing_of_themselves(ada):
    opened = queries.one(ada.me, people.a_win(by=ada, what="golden words").id)
    for thing in (opened, opened.document, opened.content, ada.me, ada.me.profile):
        assert "golden" not in repr(thing)
        assert "Ada" not in repr(thing)
    assert "golden" not in repr(replace(opened))
