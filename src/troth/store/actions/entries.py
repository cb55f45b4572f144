"""Write entries: add, save, delete, undo."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Max

from troth import practices, vault
from troth.practices import Document, Foreign
from troth.store.actions import following, rules
from troth.store.actions.guarding import end_where_closed
from troth.store.actions.writing import writing
from troth.store.errors import Gone, Stale
from troth.store.me import Me
from troth.store.models import Entry, Membership, Person
from troth.store.models.entries import UNDO
from troth.store.sealed import seal


def add(*, me: Me, bond: UUID | None, document: Document[Any], id: UUID | None = None) -> Entry:
    """Write a new entry into one of my bonds; where a standing rule asks for it, a copy goes to the other."""
    with writing(me) as person:
        entry = add_all(me=me, bond=bond, documents=[(id or vault.new_id(), document)])[0]
        rules.follow(me, person, id=entry.id, bond=bond, document=document)
        following.follow(me, person, id=entry.id, bond=bond, document=document)
        return entry


def add_all(
    *, me: Me, bond: UUID | None, documents: Iterable[tuple[UUID, Document[Any] | Foreign]]
) -> list[Entry]:
    """Write several new entries into one bond, all or none. What is brought in from elsewhere follows no rule."""
    with writing(me) as person:
        if bond is not None and not Membership.objects.filter(bond=bond, person=person).exists():
            raise Gone
        last = Entry.objects.filter(owner=person).aggregate(last=Max("sequence"))["last"] or 0
        written = list(documents)
        entries = [
            _new(me, person, bond=bond, sequence=count, document=document, id=id)
            for count, (id, document) in enumerate(written, last + 1)
        ]
        saved = Entry.objects.bulk_create(entries, batch_size=200)
        end_where_closed(me, person, [document for _, document in written])
        return saved


def _new(
    me: Me, person: Person, *, bond: UUID | None, sequence: int, document: Document[Any] | Foreign, id: UUID
) -> Entry:
    entry = Entry(
        id=id,
        owner=person,
        bond_id=bond,
        sequence=sequence,
        topic=me.topic(bond=bond, practice=document.practice),
        due=_whole_minute(practices.due_of(document)) if isinstance(document, Document) else None,
        version=1,
        generation=person.generation,
    )
    seal(entry, practices.encode(document), key=me.key)
    return entry


def save(*, me: Me, id: UUID, version: int, document: Document[Any]) -> Entry:
    """Write a new version over the one that was read; raise `Stale` where another came first."""
    with writing(me) as person:
        entry = _mine(me, id)
        if entry.version != version:
            raise Stale(entry.version)
        entry.version += 1
        entry.generation = person.generation
        entry.topic = me.topic(bond=entry.bond_id, practice=document.practice)
        entry.due = _whole_minute(practices.due_of(document))
        seal(entry, practices.encode(document), key=me.key)
        entry.save(update_fields=["version", "generation", "topic", "due", "sealed"])
        end_where_closed(me, person, [document])
        rules.follow(me, person, id=id, bond=entry.bond_id, document=document)
        following.follow(me, person, id=id, bond=entry.bond_id, document=document)
        return entry


def delete(*, me: Me, id: UUID, at: datetime) -> None:
    """Hide an entry for an hour; then it is erased. A copy that a standing rule made of it goes at once."""
    with writing(me, adds=False) as person:
        entry = _mine(me, id)
        Entry.objects.filter(id=id).update(gone_at=at)
        rules.forget(me, id=id)
        following.step_with(me, person, entry=entry, at=at)


def undo(*, me: Me, id: UUID, at: datetime) -> None:
    """Bring back an entry that was deleted within the hour; a rule copies it again with its next version."""
    with writing(me, adds=False) as person:
        entry = Entry.objects.deleted_by(me, at=at).select_for_update().filter(id=id).first()
        if entry is None:
            raise Gone
        Entry.objects.filter(id=id).update(gone_at=None)
        following.step_with(me, person, entry=entry, at=at)


def undo_ends(gone_at: datetime) -> datetime:
    """Return the moment from which a deleted entry cannot come back."""
    return gone_at + UNDO


def _mine(me: Me, id: UUID) -> Entry:
    entry = Entry.objects.of(me).select_for_update().filter(id=id).first()
    if entry is None:
        raise Gone
    return entry


def _whole_minute(due: datetime | None) -> datetime | None:
    return due - timedelta(seconds=due.second, microseconds=due.microsecond) if due else None
