"""Invite the other into a bond, and take an invitation. To decline is to write nothing: there is no verb for it."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from math import ceil
from uuid import UUID

from troth import vault
from troth.store import limits
from troth.store.actions.bonds import change_side
from troth.store.actions.parting import end_open, withdraw
from troth.store.actions.profiles import change_profile
from troth.store.actions.writing import writing
from troth.store.errors import Gone, NotNow, NotValid, Taken, Wait
from troth.store.me import Me, opened
from troth.store.models import Invitation, Membership, Person
from troth.store.models.invitations import InvitationQuerySet
from troth.store.profile import Pin, Side, encode
from troth.store.queries import bonds, joining, paces
from troth.store.queries.guarding import gate_of
from troth.store.queries.pins import fingerprint_of
from troth.store.sealed import seal

LASTS = timedelta(hours=48)
MOST, WITHIN = 5, timedelta(days=30)


@dataclass(frozen=True)
class Invited:
    """What whoever holds a code may know before they accept: that it can be used, and until when."""

    until: datetime


def invite(*, me: Me, bond: UUID, at: datetime) -> str:
    """Make a code for one of my bonds; an open one ends. Nothing is sent: I say it, or hand it over."""
    code = vault.new_invitation_code()
    with writing(me) as person:
        may_open_up(me, bond, at=at)
        _check_room(me, bond, at=at)
        _count(me, at=at)
        end_open(person, bond=bond)  # last: what is noted as erased stays noted
        invitation = Invitation(
            id=vault.new_id(),
            lookup=vault.invitation_lookup(code),
            bond_id=bond,
            inviter=person,
            expires=at + LASTS,
            inviter_sum=vault.inviter_sum(
                code, bond=bond, person=person.id, fingerprint=vault.identity(me.key).fingerprint
            ),
            version=1,
            generation=person.generation,
        )
        seal(invitation, joining.encode(joining.Kept(code, invitation.expires)), key=me.key)
        invitation.save(force_insert=True)
    return code


def may_open_up(me: Me, bond: UUID, *, at: datetime) -> bonds.MyBond:
    """Return my bond where a step towards the other is offered now; else `NotNow`, which never says why.

    It is not while my gate is not open, while my bond is paused or closed, and while the other asks for quiet (W13, W19).
    """
    mine = bonds.one(me, bond)
    is_active = mine.side.state == "active" and gate_of(me, bond, on=me.day(at)).is_open
    if not is_active or paces.is_quiet(me, mine, at=at):
        raise NotNow("Not available now.")
    return mine


def _check_room(me: Me, bond: UUID, *, at: datetime) -> None:
    mine = Invitation.objects.of(me.person.id).filter(bond=bond)
    if mine.living(at=at).filter(invitee__isnull=False).exists():
        raise Taken("Someone is in this bond already, or waits to be let in.")


def _count(me: Me, *, at: datetime) -> None:
    """Note one more invitation in the profile as it is now; five in thirty days are enough."""
    now = opened(Person.objects.get(id=me.person.id), key=me.key, session=me.session)
    lately = tuple(made for made in now.profile.invited_at if at - WITHIN < made <= at)
    if len(lately) >= MOST:
        raise Wait(ceil((min(lately) + WITHIN - at).total_seconds()))
    change_profile(me=me, invited_at=(*lately, at))


def look_up(*, code: str, network: str, at: datetime) -> Invited:
    """Say whether a code can be used, signed in or not; `NotValid` is the one answer for everything else."""
    tried = limits.take(limits.INVITED, network, at=at)
    found = _usable(code, Invitation.objects.acceptable(at=at))
    limits.give_back(tried)
    return Invited(found.expires)


def accept(*, me: Me, code: str, side: Side, network: str, at: datetime) -> UUID:
    """Say yes to a code: my own side of the bond, the inviter's keys in it. The inviter confirms. Return the bond."""
    tried = limits.take(limits.INVITED, network, at=at)
    with writing(me) as person:
        row = _usable(code, Invitation.objects.acceptable(at=at).select_for_update())
        if _is_in_the_way(me, row, at=at):
            raise NotValid
        pin = Pin(person=row.inviter_id, fingerprint=fingerprint_of(row.inviter))
        _take_side(me, person, row.bond_id, replace(side, state="active", pin=pin))
        withdraw(person, bond=row.bond_id)  # an older yes of mine that ran out may still stand there
        mine = vault.identity(me.key).fingerprint
        row.invitee = person
        row.invitee_sum = vault.invitee_sum(code, bond=row.bond_id, person=person.id, fingerprint=mine)
        row.save(update_fields=["invitee", "invitee_sum"])
    limits.give_back(tried)
    return row.bond_id


def cancel(*, me: Me, bond: UUID) -> None:
    """End my code in a bond, whether someone accepted it or not; `Gone` where there is none that is not confirmed."""
    with writing(me, adds=False) as person:
        if not Invitation.objects.filter(inviter=person, bond=bond).unconfirmed().exists():
            raise Gone
        end_open(person, bond=bond)


def _usable(code: str, rows: InvitationQuerySet) -> Invitation:
    """Find the row of a code and check that the keys beside it are the ones that the code vouches for."""
    try:
        row = rows.filter(lookup=vault.invitation_lookup(code)).first()
        if row is None or row.inviter.gone_at is not None:
            raise NotValid
        vault.check_inviter(
            code,
            bytes(row.inviter_sum),
            bond=row.bond_id,
            person=row.inviter_id,
            fingerprint=fingerprint_of(row.inviter),
        )
    except vault.VaultError as error:
        raise NotValid from error
    if not Membership.objects.filter(bond=row.bond_id, person=row.inviter_id).exists():
        raise NotValid
    return row


def _is_in_the_way(me: Me, row: Invitation, *, at: datetime) -> bool:
    """Say whether it is my own code, or this bond or these two people are taken: two people share one bond."""
    living = Invitation.objects.living(at=at)
    return (
        row.inviter_id == me.person.id
        or living.of(me.person.id).filter(bond=row.bond_id).exists()
        or living.between(me.person.id, row.inviter_id).exists()
    )


def _take_side(me: Me, person: Person, bond: UUID, side: Side) -> None:
    """Write my side of the bond, over an older one where I was in it before: its entries are there still."""
    before = Membership.objects.filter(bond=bond, person=person).first()
    if before:
        now = bonds.one(me, bond)
        kept = {name: getattr(now.side, name) for name in ("opened_at", "origin", "read_roles")}
        change_side(me=me, bond=bond, version=now.version, side=replace(side, **kept))
        return
    membership = Membership(
        id=vault.new_id(), bond_id=bond, person=person, version=1, generation=person.generation
    )
    seal(membership, encode(side), key=me.key)
    membership.save(force_insert=True)
