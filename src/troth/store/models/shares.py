"""Shares: copies with keys of their own, from one person to another, until a day."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TypedDict
from uuid import UUID

from django.db import models
from django.db.models import F, Q

from troth import vault
from troth.store.models.people import Person

COPY = "copy"


class Parts(TypedDict):
    """What every line about one share has."""

    share: UUID
    owner: UUID
    receiver: UUID
    scope: str
    expires: date | None


def last_day(at: datetime) -> date:
    """Return the day that it is in UTC: a share ends with its last day there."""
    return at.astimezone(UTC).date()


class ShareQuerySet(models.QuerySet["Share"]):
    """Reads start from the person, as owner or as receiver."""

    def given_by(self, person: UUID) -> ShareQuerySet:
        """Keep what this person shares."""
        return self.filter(owner=person)

    def received_by(self, person: UUID) -> ShareQuerySet:
        """Keep what is shared with this person."""
        return self.filter(receiver=person)

    def between(self, one: UUID, other: UUID) -> ShareQuerySet:
        """Keep what two people share with each other."""
        return self.filter(Q(owner=one, receiver=other) | Q(owner=other, receiver=one))

    def touching(self, person: UUID) -> ShareQuerySet:
        """Keep what this person shares and what is shared with them."""
        return self.filter(Q(owner=person) | Q(receiver=person))

    def living(self, *, at: datetime) -> ShareQuerySet:
        """Keep what has not run out."""
        return self.filter(expires__gte=last_day(at))

    def over(self, *, at: datetime) -> ShareQuerySet:
        """Keep what ran out."""
        return self.filter(expires__lt=last_day(at))


class Share(models.Model):
    """One copy. Under its own key: `copy`; that key for the owner and, sent, for the receiver; signed by the owner."""

    id = models.UUIDField(primary_key=True)
    owner = models.ForeignKey(Person, models.CASCADE, related_name="given")
    receiver = models.ForeignKey(Person, models.CASCADE, related_name="received")
    scope = models.CharField(max_length=16)
    expires = models.DateField()
    generation = models.PositiveIntegerField()
    copy = models.BinaryField()
    owner_key = models.BinaryField()
    receiver_key = models.BinaryField()
    signature = models.BinaryField(max_length=64)

    objects = ShareQuerySet.as_manager()

    class Meta:
        db_table = "share"
        constraints = (models.CheckConstraint(condition=~Q(owner=F("receiver")), name="not_to_oneself"),)
        indexes = (models.Index("expires", name="share_over"),)

    def parts(self) -> Parts:
        """Return what is bound and signed."""
        return Parts(
            share=self.id,
            owner=self.owner_id,
            receiver=self.receiver_id,
            scope=self.scope,
            expires=self.expires,
        )

    def copy_line(self) -> str:
        """Build the context line of the copy."""
        return vault.share_copy_line(**self.parts())

    def receiver_line(self) -> str:
        """Build the context line of the key that was sent."""
        return vault.share_line(**self.parts())

    def owner_line(self) -> str:
        """Build the context line of the key that the owner keeps."""
        return vault.share_owner_line(share=self.id, owner=self.owner_id, generation=self.generation)
