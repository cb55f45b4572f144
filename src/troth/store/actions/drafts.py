"""Keep what someone was writing: locking must not lose words."""

from collections.abc import Mapping
from uuid import UUID

from troth import vault
from troth.store.actions.writing import refuse_when_full, writing
from troth.store.errors import Gone
from troth.store.me import Me
from troth.store.models import Draft, Person
from troth.store.queries.drafts import KeptDraft, encode, kept
from troth.store.sealed import seal

MOST_DRAFTS = 20


def keep(*, me: Me, address: str, fields: Mapping[str, list[str]]) -> None:
    """Keep a form that is being written; one draft an address, the newest twenty."""
    content = encode(address, fields)
    before = [draft.id for draft in kept(me) if draft.address == address]
    with writing(me) as person:
        Draft.objects.filter(person=person, id__in=before).delete()
        draft = Draft(id=vault.new_id(), person=person, generation=person.generation)
        seal(draft, content, key=me.key)
        draft.save(force_insert=True)


def keep_locked(*, person: UUID, address: str, fields: Mapping[str, list[str]]) -> None:
    """Keep a form that arrived locked: sealed to the person's receive key, so that nobody here can read it."""
    refuse_when_full()
    row = Person.objects.filter(id=person, gone_at=None).first()
    if row is None or Draft.objects.filter(person=row).count() >= MOST_DRAFTS:
        return
    draft = Draft(id=vault.new_id(), person=row, generation=row.generation)
    draft.sealed = vault.send_note(bytes(row.receive_public), encode(address, fields), line=draft.note_line())
    draft.save(force_insert=True)


def forget(*, me: Me, address: str) -> None:
    """Drop the drafts of a form that was saved or given up."""
    _drop(me, [draft for draft in kept(me) if draft.address == address])


def forget_one(*, me: Me, id: UUID) -> None:
    """Drop one draft; another's, a dropped one and none are the same `Gone`."""
    dropped, _ = Draft.objects.filter(person=me.person.id, id=id).delete()
    if not dropped:
        raise Gone


def _drop(me: Me, drafts: list[KeptDraft]) -> None:
    if drafts:
        Draft.objects.filter(person=me.person.id, id__in=[draft.id for draft in drafts]).delete()
