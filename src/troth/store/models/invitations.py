"""Invitations, and what they become once both sides said yes: the one row that says two people are joined."""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import UUID

from django.db import models
from django.db.models import Q

from troth import vault
from troth.store.models.bonds import Bond
from troth.store.models.people import Person

TO_CONFIRM = timedelta(days=7)  # after an accepted code ran out, the inviter may still say yes so long


class InvitationQuerySet(models.QuerySet["Invitation"]):
    """Open: nobody accepted. Accepted: the inviter has not confirmed. Joined: the code is forgotten."""

    def of(self, person: UUID) -> InvitationQuerySet:
        """Keep those that this person made or accepted."""
        return self.filter(Q(inviter=person) | Q(invitee=person))

    def between(self, one: UUID, other: UUID) -> InvitationQuerySet:
        """Keep those that one of two people accepted from the other."""
        return self.filter(Q(inviter=one, invitee=other) | Q(inviter=other, invitee=one))

    def joined(self) -> InvitationQuerySet:
        """Keep those that both said yes to."""
        return self.filter(lookup__isnull=True)

    def unconfirmed(self) -> InvitationQuerySet:
        """Keep those that are open or accepted."""
        return self.filter(lookup__isnull=False)

    def acceptable(self, *, at: datetime) -> InvitationQuerySet:
        """Keep those that a code can still be used for."""
        return self.unconfirmed().filter(invitee__isnull=True, expires__gt=at)

    def over(self, *, at: datetime) -> InvitationQuerySet:
        """Keep those that ran out: nobody accepted in time, or the inviter never confirmed."""
        late = Q(invitee__isnull=True, expires__lte=at) | Q(expires__lte=at - TO_CONFIRM)
        return self.unconfirmed().filter(late)

    def living(self, *, at: datetime) -> InvitationQuerySet:
        """Keep those that have not run out."""
        waits = Q(invitee__isnull=False, expires__gt=at - TO_CONFIRM)
        return self.filter(Q(lookup__isnull=True) | Q(expires__gt=at) | waits)


class Invitation(models.Model):
    """One code, said from person to person. `sealed` keeps code and end for the inviter, who compares at the yes."""

    id = models.UUIDField(primary_key=True)
    lookup = models.BinaryField(max_length=16, null=True, unique=True)
    bond = models.ForeignKey(Bond, models.CASCADE, related_name="invitations")
    inviter = models.ForeignKey(Person, models.CASCADE, related_name="invitations")
    invitee = models.ForeignKey(Person, models.CASCADE, null=True, related_name="accepted")
    expires = models.DateTimeField()
    inviter_sum = models.BinaryField(max_length=32)
    invitee_sum = models.BinaryField(max_length=32, null=True)
    version = models.PositiveIntegerField()
    generation = models.PositiveIntegerField()
    sealed = models.BinaryField()

    objects = InvitationQuerySet.as_manager()

    class Meta:
        db_table = "invitation"
        constraints = (
            models.UniqueConstraint(fields=("bond", "inviter"), name="one_invitation_each"),
            models.UniqueConstraint(fields=("bond", "invitee"), name="one_acceptance_each"),
            models.CheckConstraint(
                condition=Q(invitee__isnull=True, invitee_sum__isnull=True, lookup__isnull=False)
                | Q(invitee__isnull=False, invitee_sum__isnull=False),
                name="accepted_with_a_sum",
            ),
        )

    @property
    def is_joined(self) -> bool:
        return self.lookup is None

    def other_than(self, person: UUID) -> UUID | None:
        """Return the other of the two people."""
        return self.invitee_id if person == self.inviter_id else self.inviter_id

    def line(self) -> str:
        """Build the context line that code and end are bound to."""
        return vault.record_line(
            table="invitation",
            id=self.id,
            owner=self.inviter_id,
            bond=self.bond_id,
            version=self.version,
            generation=self.generation,
        )
