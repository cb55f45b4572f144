"""Renew the account key: "someone may know my passphrase". Complete, and all or nothing."""

from copy import copy
from dataclasses import replace
from datetime import datetime
from typing import Any

from django.db import connection

from troth import practices, vault
from troth.store.actions.erasing import wipe_traces
from troth.store.actions.parting import end_open, withdraw
from troth.store.actions.slots import passphrase_slot, recovery_slot
from troth.store.actions.unlocking import enter
from troth.store.actions.writing import writing
from troth.store.errors import Unreadable
from troth.store.me import Me
from troth.store.models import Draft, Entry, Invitation, KeyChange, Membership, Share, Slot
from troth.store.profile import encode
from troth.store.queries import shares
from troth.store.queries.drafts import encode as encode_draft
from troth.store.queries.drafts import kept
from troth.store.queries.rows import Row, rows_of, taken
from troth.store.sealed import seal, unseal
from troth.store.sessions import sessions


def rekey(*, me: Me, passphrase: str, code: str | None, at: datetime) -> tuple[Me, str]:
    """Seal everything anew under a new account key; old passphrase, code, cookies and tokens open nothing.

    `code` is the new recovery code, or None for none.
    """
    new = _with_new_key(me, has_recovery=code is not None)
    slots = [passphrase_slot(person=new.person, account_key=new.key, passphrase=passphrase)]
    if code is not None:
        slots.append(recovery_slot(person=new.person, account_key=new.key, code=code))
    with writing(me, adds=False) as person:
        new.person.version = person.version + 1
        seal(new.person, encode(new.profile), key=new.key)
        # Whoever knows the old keys may know an open code too.
        end_open(person)
        withdraw(person)
        _say_so(me, new)
        _joinings(me, new)
        _shares(me, new)
        _entries(me, new)
        _memberships(me, new)
        _drafts(me, new)
        Slot.objects.filter(person=person).delete()
        Slot.objects.bulk_create(slots)
        new.person.save(update_fields=["generation", "version", "receive_public", "sign_public", "sealed"])
        sessions().drop_all(person.id)
    wipe_traces(slots=True)
    return enter(person=new.person, account_key=new.key, at=at)


def _with_new_key(me: Me, *, has_recovery: bool) -> Me:
    key, person = vault.new_key(), copy(me.person)
    public = vault.identity(key)
    person.generation += 1
    person.receive_public, person.sign_public = public.receive_public, public.sign_public
    return Me(person, key, None, replace(me.profile, has_recovery=has_recovery))


def _say_so(me: Me, new: Me) -> None:
    """The old signing key signs which keys follow, so that a bonded person's pin can move along."""
    before, after = vault.identity(me.key), vault.identity(new.key)
    signature = vault.sign_key_change(
        me.key,
        person=me.person.id,
        old_generation=me.person.generation,
        old_fingerprint=before.fingerprint,
        new_fingerprint=after.fingerprint,
    )
    KeyChange.objects.create(
        person_id=me.person.id,
        generation=me.person.generation,
        old_receive_public=before.receive_public,
        old_sign_public=before.sign_public,
        receive_public=after.receive_public,
        sign_public=after.sign_public,
        signature=signature,
    )


def _entries(me: Me, new: Me) -> None:
    """Seal every entry anew with its new topic; one that does not open is left as it is, for it opens for nobody."""
    changes = []
    for row in rows_of(Entry.objects.filter(owner=me.person.id)):
        try:
            content = unseal(row, key=me.key)
            practice = practices.practice_of(content)
        except (Unreadable, practices.BadDocument):
            continue
        fresh = row._replace(
            topic=new.topic(bond=row.bond, practice=practice), generation=new.person.generation
        )
        changes.append(_change(fresh, vault.seal_record(new.key, content, line=fresh.line())))
    with connection.cursor() as cursor:
        cursor.executemany("UPDATE entry SET topic = %s, generation = %s, sealed = %s WHERE id = %s", changes)


def _change(row: Row, sealed: bytes) -> tuple[Any, ...]:
    return row.topic, row.generation, sealed, *taken(row.id)


def _memberships(me: Me, new: Me) -> None:
    for membership in Membership.objects.filter(person=me.person.id):
        content = unseal(membership, key=me.key)
        membership.generation = new.person.generation
        seal(membership, content, key=new.key)
        membership.save(update_fields=["generation", "sealed"])


def _joinings(me: Me, new: Me) -> None:
    """Seal anew what I keep of joinings that I began; one that does not open is left: the joining does not need it.

    All are held, so that nobody gives me a copy under my old key meanwhile.
    """
    for row in Invitation.objects.of(me.person.id).select_for_update().order_by("id"):
        if row.inviter_id != me.person.id:
            continue
        try:
            content = unseal(row, key=me.key)
        except Unreadable:
            continue
        row.generation = new.person.generation
        seal(row, content, key=new.key)
        row.save(update_fields=["generation", "sealed"])


def _shares(me: Me, new: Me) -> None:
    """Keep and sign anew the keys of copies that I gave, and send myself anew those that I was given.

    One that does not open is left: it opens for nobody.
    """
    for row in Share.objects.touching(me.person.id).select_for_update().order_by("id"):
        try:
            changed = _given(me, new, row) if row.owner_id == me.person.id else _received(me, new, row)
        except (vault.VaultError, ValueError):
            continue
        row.save(update_fields=changed)


def _given(me: Me, new: Me, row: Share) -> list[str]:
    key = shares.owner_key(me, row)
    row.generation = new.person.generation
    row.owner_key = vault.seal_key(new.key, key, line=row.owner_line())
    row.signature = vault.sign_share(new.key, **row.parts(), share_key=key)
    return ["generation", "owner_key", "signature"]


def _received(me: Me, new: Me, row: Share) -> list[str]:
    key = shares.receiver_key(me, row)
    row.receiver_key = vault.send_key(bytes(new.person.receive_public), key, line=row.receiver_line())
    return ["receiver_key"]


def _drafts(me: Me, new: Me) -> None:
    found = kept(me)
    Draft.objects.filter(person=me.person.id).delete()
    for draft in found:
        row = Draft(id=draft.id, person_id=me.person.id, generation=new.person.generation)
        seal(row, encode_draft(draft.address, draft.fields), key=new.key)
        row.save(force_insert=True)
