"""Make an account, change its ways in, renew its keys, end it."""

from dataclasses import replace
from datetime import datetime

from django.db import IntegrityError, transaction

from troth import vault
from troth.store import limits
from troth.store.actions.erasing import wipe_traces
from troth.store.actions.parting import erase_person
from troth.store.actions.slots import open_with_code, passphrase_slot, recovery_slot
from troth.store.actions.unlocking import enter
from troth.store.actions.writing import refuse_when_full, writing
from troth.store.errors import NameTaken, WrongWayIn
from troth.store.host import name_tag
from troth.store.me import Me, opened
from troth.store.models import Person, Slot
from troth.store.profile import Profile, encode
from troth.store.sealed import seal
from troth.store.sessions import sessions


def sign_up(*, profile: Profile, passphrase: str, network: str, at: datetime) -> tuple[Me, str]:
    """Make an account that this passphrase opens; return the person and the cookie."""
    refuse_when_full()
    limits.take(limits.NEW, network, at=at)
    key = vault.new_key()
    person = _new_person(key, profile, at=at)
    slot = passphrase_slot(person=person, account_key=key, passphrase=passphrase)
    try:
        with transaction.atomic():
            person.save(force_insert=True)
            slot.save(force_insert=True)
    except IntegrityError as error:
        raise NameTaken("Choose another name.") from error
    return enter(person=person, account_key=key, at=at)


def _new_person(key: vault.Key, profile: Profile, *, at: datetime) -> Person:
    public = vault.identity(key)
    person = Person(
        id=vault.new_id(),
        name_tag=name_tag(profile.name),
        generation=1,
        receive_public=public.receive_public,
        sign_public=public.sign_public,
        version=1,
    )
    seal(person, encode(replace(profile, made_at=at)), key=key)
    return person


def change_passphrase(*, me: Me, passphrase: str, at: datetime) -> tuple[Me, str]:
    """Put a new passphrase in place of the old; all other sessions and all tokens end. No entry is touched."""
    slot = passphrase_slot(person=me.person, account_key=me.key, passphrase=passphrase)
    with writing(me, adds=False) as person:
        Slot.objects.filter(person=person, method__in=("passphrase", "token")).delete()
        slot.save(force_insert=True)
        sessions().drop_all(person.id)
    wipe_traces(slots=True)
    return enter(person=me.person, account_key=me.key, at=at)


def set_recovery_code(*, me: Me, code: str) -> Me:
    """Make this code the one recovery code; an older one opens nothing any more."""
    slot = recovery_slot(person=me.person, account_key=me.key, code=code)
    with writing(me) as person:
        Slot.objects.filter(person=person, method="recovery").delete()
        slot.save(force_insert=True)
        found = _with_profile(me, person, replace(me.profile, has_recovery=True))
    wipe_traces(slots=True)
    return found


def drop_recovery_code(*, me: Me) -> Me:
    """Have no recovery code: for people whose papers are searched."""
    with writing(me, adds=False) as person:
        Slot.objects.filter(person=person, method="recovery").delete()
        found = _with_profile(me, person, replace(me.profile, has_recovery=False))
    wipe_traces(slots=True)
    return found


def _with_profile(me: Me, person: Person, profile: Profile) -> Me:
    person.version += 1
    seal(person, encode(profile), key=me.key)
    person.save(update_fields=["version", "sealed"])
    return Me(person, me.key, me.session, profile)


def use_recovery_code(*, code: str, passphrase: str, network: str, at: datetime) -> tuple[Me, str, str]:
    """Open an account by its code, which is burnt: new passphrase, new code, sessions end.

    Returns the person, the cookie and the new code. The sign-in name comes back from the sealed record, so this also
    works after the host key was lost.
    """
    tried = limits.take(limits.CODE, network, at=at)
    owner, key = open_with_code(code)
    limits.clear(tried)
    person = Person.objects.filter(id=owner, gone_at=None).first()
    if person is None:
        raise WrongWayIn
    me = opened(person, key=key, session=None)
    new_code = vault.new_recovery_code()
    fresh = (
        passphrase_slot(person=person, account_key=key, passphrase=passphrase),
        recovery_slot(person=person, account_key=key, code=new_code),
    )
    with writing(me, adds=False) as held:
        if not Slot.objects.filter(lookup=vault.recovery_lookup(code)).exists():
            raise WrongWayIn
        Slot.objects.filter(person=held).delete()
        Slot.objects.bulk_create(fresh)
        held.name_tag = name_tag(me.profile.name)
        held.save(update_fields=["name_tag"])
        sessions().drop_all(held.id)
    wipe_traces(slots=True)
    found, cookie = enter(person=held, account_key=key, at=at)
    return found, cookie, new_code


def delete_account(*, me: Me) -> None:
    """End the account: its ways in, its sessions and all its rows. What remains are sealed backups, for 14 days."""
    with writing(me, adds=False) as person:
        erase_person(person)
    sessions().drop_all(me.person.id)
    wipe_traces(slots=True)
