"""Let in who accepted, and leave: alone, at once, without a word."""

from datetime import datetime
from uuid import UUID

from troth import vault
from troth.store.actions.bonds import alter_side
from troth.store.actions.invitations import may_open_up
from troth.store.actions.writing import writing
from troth.store.errors import Changed, Gone, Unreadable
from troth.store.me import Me
from troth.store.models import Invitation, Membership, Person
from troth.store.profile import Pin
from troth.store.queries import joining
from troth.store.queries.pins import fingerprint_of
from troth.store.sealed import seal


def confirm(*, me: Me, bond: UUID, at: datetime, compared: tuple[int, ...] | None = None) -> None:
    """Say yes to who accepted my code: their keys are pinned on my side, and the code is forgotten.

    `compared` are the numbers of the words that were read to each other: raises `Changed` where somebody else waits now,
    and `PinMismatch` where the keys in the database are not those that came with the code.
    """
    with writing(me) as person:
        may_open_up(me, bond, at=at)
        row = _accepted(me, bond, at=at)
        pin = _pinned(me, row)
        words = vault.compare_numbers(vault.identity(me.key).fingerprint, pin.fingerprint)
        if compared is not None and compared != words:
            raise Changed
        alter_side(me=me, bond=bond, pin=pin)
        row.lookup, row.version, row.generation = None, row.version + 1, person.generation
        seal(row, joining.encode(joining.Kept("", row.expires)), key=me.key)
        row.save(update_fields=["lookup", "version", "generation", "sealed"])


def leave(*, me: Me, bond: UUID) -> None:
    """Close my side of a bond and end what binds me to the other; what I wrote stays mine."""
    alter_side(me=me, bond=bond, state="closed")


def _accepted(me: Me, bond: UUID, *, at: datetime) -> Invitation:
    rows = Invitation.objects.filter(inviter=me.person.id, bond=bond, invitee__isnull=False)
    row = rows.unconfirmed().living(at=at).select_for_update().first()
    if row is None:
        raise Gone
    return row


def _pinned(me: Me, row: Invitation) -> Pin:
    """Check what came with the code against what I keep sealed; return the pin of whoever accepted."""
    kept = joining.kept_of(me, row)
    now = (bytes(row.lookup or b""), row.expires)
    if (
        row.invitee_id is None
        or row.invitee_sum is None
        or now != (vault.invitation_lookup(kept.code), kept.expires)
    ):
        raise Unreadable("This invitation is not as it was made. Make a new one.")
    other = Person.objects.filter(id=row.invitee_id, gone_at=None).first()
    if other is None or not Membership.objects.filter(bond=row.bond_id, person=other).exists():
        raise Gone
    print_ = fingerprint_of(other)
    vault.check_invitee(
        kept.code, bytes(row.invitee_sum), bond=row.bond_id, person=other.id, fingerprint=print_
    )
    return Pin(person=other.id, fingerprint=print_)
