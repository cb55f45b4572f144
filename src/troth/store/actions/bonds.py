"""Open, change, pause, close and delete a bond."""

from dataclasses import replace
from typing import Any
from uuid import UUID

from troth import vault
from troth.store.actions.erasing import wipe_traces
from troth.store.actions.parting import end_all, end_open, erase_bond
from troth.store.actions.writing import writing
from troth.store.errors import Gone, Stale
from troth.store.me import Me
from troth.store.models import Bond, Membership
from troth.store.profile import Side, encode
from troth.store.queries.bonds import one
from troth.store.sealed import seal


def open_bond(*, me: Me, side: Side, id: UUID | None = None) -> UUID:
    """Open a bond with one member: me."""
    with writing(me) as person:
        bond = Bond.objects.create(id=id or vault.new_id())
        membership = Membership(
            id=vault.new_id(), bond=bond, person=person, version=1, generation=person.generation
        )
        seal(membership, encode(side), key=me.key)
        membership.save(force_insert=True)
        return bond.id


def change_side(*, me: Me, bond: UUID, version: int, side: Side) -> None:
    """Seal a changed side over the one that was read: rename, pause, close, take up again.

    A pause ends open invitations; to close is to leave: all that binds me to the other ends, and nobody is told.
    """
    with writing(me, adds=False) as person:
        membership = Membership.objects.select_for_update().filter(bond=bond, person=person).first()
        if membership is None:
            raise Gone
        if membership.version != version:
            raise Stale(membership.version)
        if side.state == "paused":
            end_open(person, bond=bond)
        if side.state == "closed":
            end_all(person, bond=bond)
            side = replace(side, pin=None)
        membership.version += 1
        membership.generation = person.generation
        seal(membership, encode(side), key=me.key)
        membership.save(update_fields=["version", "generation", "sealed"])


def alter_side(*, me: Me, bond: UUID, **changes: Any) -> None:
    """Change single things on my side as it is now: another tab may just have changed others."""
    with writing(me, adds=False):
        now = one(me, bond)
        change_side(me=me, bond=bond, version=now.version, side=replace(now.side, **changes))


def delete_bond(*, me: Me, bond: UUID) -> None:
    """Delete my side with everything that I wrote in it, at once and for good."""
    with writing(me, adds=False) as person:
        if not Membership.objects.filter(bond=bond, person=person).exists():
            raise Gone
        erase_bond(person=person, bond=bond)
    wipe_traces()
