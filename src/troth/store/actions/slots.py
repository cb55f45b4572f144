"""Ways in: make, find and open the slots that hold the account key."""

from uuid import UUID

from troth import vault
from troth.store.errors import WrongWayIn
from troth.store.models import Person, Slot
from troth.store.stretching import NOBODYS_SALT, stretched, wanted_cost


def passphrase_slot(*, person: Person, account_key: vault.Key, passphrase: str) -> Slot:
    """Make a slot that this passphrase opens. It is not saved yet."""
    cost, salt = wanted_cost(), vault.random_bytes(16)
    opening_key = stretched(passphrase, salt=salt, cost=cost)
    slot = Slot(
        id=vault.new_id(),
        person=person,
        method="passphrase",
        salt=salt,
        memory=cost.memory_kib,
        passes=cost.passes,
        lanes=cost.lanes,
        generation=person.generation,
    )
    slot.sealed = vault.seal_key(opening_key, account_key, line=slot.line())
    return slot


def recovery_slot(*, person: Person, account_key: vault.Key, code: str) -> Slot:
    """Make a slot that this recovery code opens. It is not saved yet."""
    slot = Slot(
        id=vault.new_id(),
        person=person,
        method="recovery",
        salt=b"",
        lookup=vault.recovery_lookup(code),
        generation=person.generation,
    )
    slot.sealed = vault.seal_key(vault.recovery_key(code), account_key, line=slot.line())
    return slot


def open_with_passphrase(person: Person | None, passphrase: str) -> vault.Key:
    """Open a person's passphrase slot; nobody's costs the same and gives the same answer."""
    slot = Slot.objects.filter(person=person, method="passphrase").first() if person else None
    cost = slot.cost() if slot else wanted_cost()
    try:
        key = stretched(
            passphrase, salt=bytes(slot.salt) if slot else NOBODYS_SALT, cost=cost or wanted_cost()
        )
        if slot is None:
            raise WrongWayIn
        return vault.open_key(key, bytes(slot.sealed), line=slot.line())
    except (vault.VaultError, ValueError) as error:
        # ValueError: a slot changed by hand may hold what no line can be built from.
        raise WrongWayIn from error


def open_with_code(code: str) -> tuple[UUID, vault.Key]:
    """Open the slot that a recovery code belongs to; return the person's id and the account key."""
    try:
        slot = Slot.objects.filter(method="recovery", lookup=vault.recovery_lookup(code)).first()
        if slot is None:
            raise WrongWayIn
        return slot.person_id, vault.open_key(vault.recovery_key(code), bytes(slot.sealed), line=slot.line())
    except (vault.VaultError, ValueError) as error:
        raise WrongWayIn from error
