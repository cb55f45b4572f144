"""Whose keys these are: the pin of the other side, moved along the changes that its owner signed."""

from dataclasses import dataclass
from uuid import UUID

from troth import vault
from troth.store.models import KeyChange, Person
from troth.store.profile import Pin


@dataclass(frozen=True)
class Keys:
    """The other's public keys, checked, and the pin that stands for them now."""

    receive_public: bytes
    sign_public: bytes
    pin: Pin


def fingerprint_of(person: Person) -> bytes:
    """Return the fingerprint of the keys that stand in the database; not trusted before it is compared."""
    return vault.fingerprint_of(
        receive_public=bytes(person.receive_public), sign_public=bytes(person.sign_public)
    )


def trusted(pin: Pin) -> Keys:
    """Return the other's keys, or raise `PinMismatch`: swapped, changed without a signature, or the person is gone."""
    person = Person.objects.filter(id=pin.person, gone_at=None).first()
    if person is None:
        raise vault.PinMismatch
    now = vault.follow_pin(pin.fingerprint, person=pin.person, changes=_changes(pin.person))
    receive, sign = bytes(person.receive_public), bytes(person.sign_public)
    vault.check_pin(receive_public=receive, sign_public=sign, pinned=now)
    return Keys(receive, sign, Pin(person=pin.person, fingerprint=now))


def _changes(person: UUID) -> list[vault.KeyChange]:
    rows = KeyChange.objects.filter(person=person).order_by("generation")
    return [
        vault.KeyChange(
            row.generation,
            bytes(row.old_receive_public),
            bytes(row.old_sign_public),
            vault.fingerprint_of(
                receive_public=bytes(row.receive_public), sign_public=bytes(row.sign_public)
            ),
            bytes(row.signature),
        )
        for row in rows
    ]
