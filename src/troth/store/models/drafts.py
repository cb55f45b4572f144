"""What someone was writing when it locked."""

from django.db import models

from troth import vault
from troth.store.models.people import Person


class Draft(models.Model):
    """Kept words. Written unlocked it is a record; a form that arrived locked is a note to the person's receive key."""

    id = models.UUIDField(primary_key=True)
    person = models.ForeignKey(Person, models.CASCADE, related_name="drafts")
    generation = models.PositiveIntegerField()
    sealed = models.BinaryField()

    class Meta:
        db_table = "draft"

    def line(self) -> str:
        """Build the context line of a draft written unlocked."""
        return vault.record_line(
            table="draft",
            id=self.id,
            owner=self.person_id,
            bond=None,
            version=None,
            generation=self.generation,
        )

    def note_line(self) -> str:
        """Build the context line of a form that arrived locked."""
        return vault.note_line(table="draft", id=self.id, person=self.person_id, generation=self.generation)
