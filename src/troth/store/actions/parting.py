"""End what binds two people: open codes, what was accepted, the joining itself. Without a word to the other."""

from uuid import UUID

from django.db.models import QuerySet

from troth.store.actions.erasing import note_erased, wipe_traces
from troth.store.models import Bond, Draft, Entry, Invitation, KeyChange, Membership, Person, Share, Slot
from troth.store.models.invitations import InvitationQuerySet
from troth.store.models.shares import ShareQuerySet


def end_open(person: Person, *, bond: UUID | None = None) -> None:
    """End the person's codes that are not confirmed yet, in one bond or in all."""
    _erase(_within(Invitation.objects.filter(inviter=person).unconfirmed(), bond))


def withdraw(person: Person, *, bond: UUID | None = None) -> None:
    """Take back a yes that is not confirmed yet: for the inviter it looks as if nobody had come."""
    accepted = _within(Invitation.objects.filter(invitee=person).unconfirmed(), bond)
    accepted.update(invitee=None, invitee_sum=None)


def part(person: Person, *, bond: UUID | None = None) -> None:
    """End the joining in one bond or in all. Whoever writes to the other meanwhile waits for this row or finds it gone."""
    rows = _within(Invitation.objects.of(person.id).joined(), bond)
    for row in rows:
        assert row.invitee_id is not None
        erase_shares(Share.objects.between(row.inviter_id, row.invitee_id))
    _erase(rows)


def erase_shares(rows: ShareQuerySet) -> None:
    """Erase copies: noted first, so that a restored backup erases them again."""
    ids = list(rows.select_for_update().order_by("id").values_list("id", flat=True))
    note_erased("share", ids)
    Share.objects.filter(id__in=ids).delete()
    if ids:
        wipe_traces()


def end_all(person: Person, *, bond: UUID | None = None) -> None:
    """End everything that binds this person to another."""
    end_open(person, bond=bond)
    withdraw(person, bond=bond)
    part(person, bond=bond)


def erase_bond(*, person: Person, bond: UUID) -> None:
    """Delete one side of a bond with all entries of this person in it; the bond itself when nobody is left."""
    end_all(person, bond=bond)
    ids = list(Entry.objects.filter(owner=person, bond=bond).values_list("id", flat=True))
    note_erased("entry", ids)
    sides = Membership.objects.filter(person=person, bond=bond)
    note_erased("membership", sides.values_list("id", flat=True))
    Entry.objects.filter(owner=person, bond=bond).delete()
    sides.delete()
    if not Membership.objects.filter(bond=bond).exists():
        Bond.objects.filter(id=bond).delete()


def erase_person(person: Person) -> None:
    """Delete slots first, then everything else of this person."""
    note_erased("person", [person.id])
    Slot.objects.filter(person=person).delete()
    end_all(person)
    erase_shares(Share.objects.touching(person.id))
    bonds = list(Membership.objects.filter(person=person).values_list("bond_id", flat=True))
    for model in (Draft, KeyChange, Membership):
        model.objects.filter(person=person).delete()
    Entry.objects.filter(owner=person).delete()
    Bond.objects.filter(id__in=bonds, membership=None).delete()
    Person.objects.filter(id=person.id).delete()


def _within(rows: InvitationQuerySet, bond: UUID | None) -> InvitationQuerySet:
    held = rows.select_for_update().order_by("id")
    return held.filter(bond=bond) if bond else held


def _erase(rows: QuerySet[Invitation]) -> None:
    ids = [row.id for row in rows]
    note_erased("invitation", ids)
    Invitation.objects.filter(id__in=ids).delete()
    if ids:
        wipe_traces()
