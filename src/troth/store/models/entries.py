"""Entries: every private thing that a practice holds."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Protocol
from uuid import UUID

from django.db import models

from troth import vault
from troth.store.models.bonds import Bond
from troth.store.models.people import Person

UNDO = timedelta(hours=1)


class Me(Protocol):
    """Whom reads start from: a signed-in person, who can find topics."""

    @property
    def person(self) -> Person: ...

    def topic(self, *, bond: UUID | None, practice: str) -> bytes: ...


class EntryQuerySet(models.QuerySet["Entry"]):
    """Reads start from the person: whatever such a chain does not find is 404."""

    def of(self, me: Me) -> EntryQuerySet:
        """Keep what this person owns and has not deleted."""
        return self.filter(owner_id=me.person.id, gone_at=None)

    def deleted_by(self, me: Me, *, at: datetime) -> EntryQuerySet:
        """Keep what this person deleted less than an hour ago."""
        return self.filter(owner_id=me.person.id, gone_at__gt=at - UNDO)

    def within(self, bond: UUID | None) -> EntryQuerySet:
        """Keep one bond's entries."""
        return self.filter(bond_id=bond) if bond else self.filter(bond_id__isnull=True)

    def about(self, me: Me, *, bond: UUID | None, practice: str) -> EntryQuerySet:
        """Keep one practice's entries, found by their blind topic."""
        # None is IS NULL here, as everywhere in Django.
        return self.filter(bond_id=bond, topic=me.topic(bond=bond, practice=practice))  # type: ignore[misc]

    def seen_from(self, bond: UUID) -> EntryQuerySet:
        """Keep one bond's entries and those that belong to the person alone."""
        return self.filter(models.Q(bond_id=bond) | models.Q(bond_id__isnull=True))

    def about_any(self, me: Me, *, bond: UUID | None, practices: Iterable[str]) -> EntryQuerySet:
        """Keep the entries of several practices of one bond, found by their blind topics."""
        topics = [me.topic(bond=bond, practice=name) for name in practices]
        return self.within(bond).filter(topic__in=topics)

    def waiting(self) -> EntryQuerySet:
        """Keep what has a due moment: open things."""
        return self.filter(due__isnull=False)

    def newest_first(self) -> EntryQuerySet:
        """Order by the person's own count, newest first."""
        return self.order_by("-sequence")


class Entry(models.Model):
    """One sealed document. Words, ratings, names and kinds are inside; see section 8 of the sealing notes."""

    id = models.UUIDField(primary_key=True)
    owner = models.ForeignKey(Person, models.CASCADE, related_name="entries", db_index=False)
    bond = models.ForeignKey(Bond, models.CASCADE, null=True, related_name="entries")
    sequence = models.PositiveBigIntegerField()
    topic = models.BinaryField(max_length=16)
    due = models.DateTimeField(null=True)
    version = models.PositiveIntegerField()
    generation = models.PositiveIntegerField()
    gone_at = models.DateTimeField(null=True)
    sealed = models.BinaryField()

    objects = EntryQuerySet.as_manager()

    class Meta:
        db_table = "entry"
        constraints = (models.UniqueConstraint(fields=("owner", "sequence"), name="one_count_each"),)
        indexes = (
            models.Index("owner", models.F("sequence").desc(), name="entry_newest"),
            models.Index("owner", "bond", "topic", models.F("sequence").desc(), name="entry_of_topic"),
            models.Index("owner", "bond", "due", name="entry_waiting", condition=models.Q(due__isnull=False)),
            models.Index("gone_at", name="entry_gone", condition=models.Q(gone_at__isnull=False)),
        )

    def line(self) -> str:
        """Build the context line that the document is bound to."""
        return vault.entry_line(
            id=self.id,
            owner=self.owner_id,
            bond=self.bond_id,
            sequence=self.sequence,
            topic=bytes(self.topic),
            due=self.due,
            version=self.version,
            generation=self.generation,
        )
