"""The space between two people, and each one's side of it."""

from django.db import models

from troth import vault
from troth.store.models.people import Person


class Bond(models.Model):
    """A bond is an identifier; what it is called and of what kind stands sealed on each side."""

    id = models.UUIDField(primary_key=True)

    class Meta:
        db_table = "bond"


class Membership(models.Model):
    """One person's side of a bond. `sealed` holds kind, the other's name, role, state."""

    id = models.UUIDField(primary_key=True)
    bond = models.ForeignKey(Bond, models.CASCADE)
    person = models.ForeignKey(Person, models.CASCADE)
    version = models.PositiveIntegerField()
    generation = models.PositiveIntegerField()
    sealed = models.BinaryField()

    class Meta:
        db_table = "membership"
        constraints = (models.UniqueConstraint(fields=("bond", "person"), name="one_side_each"),)

    def line(self) -> str:
        """Build the context line that this side is bound to."""
        return vault.record_line(
            table="membership",
            id=self.id,
            owner=self.person_id,
            bond=self.bond_id,
            version=self.version,
            generation=self.generation,
        )
