"""People, their ways in, their sessions, their changes of keys."""

from django.db import models

from troth import vault


class Person(models.Model):
    """One account. `sealed` holds the profile: sign-in name, zone, language, choices."""

    id = models.UUIDField(primary_key=True)
    name_tag = models.BinaryField(unique=True, max_length=32)
    generation = models.PositiveIntegerField()
    receive_public = models.BinaryField(max_length=32)
    sign_public = models.BinaryField(max_length=32)
    version = models.PositiveIntegerField()
    gone_at = models.DateTimeField(null=True)
    sealed = models.BinaryField()

    class Meta:
        db_table = "person"

    def line(self) -> str:
        """Build the context line that the profile is bound to."""
        return vault.record_line(
            table="person",
            id=self.id,
            owner=self.id,
            bond=None,
            version=self.version,
            generation=self.generation,
        )


class Slot(models.Model):
    """One way in: a passphrase, a recovery code or a token. `sealed` holds the account key."""

    id = models.UUIDField(primary_key=True)
    person = models.ForeignKey(Person, models.CASCADE, related_name="slots")
    method = models.CharField(max_length=16)
    salt = models.BinaryField(max_length=16)
    memory = models.PositiveIntegerField(default=0)
    passes = models.PositiveIntegerField(default=0)
    lanes = models.PositiveIntegerField(default=0)
    lookup = models.BinaryField(max_length=16, null=True, unique=True)
    scope = models.CharField(max_length=16, default="")
    expires = models.DateField(null=True)
    used_on = models.DateField(null=True)
    generation = models.PositiveIntegerField()
    sealed = models.BinaryField()

    class Meta:
        db_table = "slot"

    def cost(self) -> vault.Cost | None:
        """Return what opening costs; nothing where no passphrase is stretched."""
        cost = vault.Cost(self.memory, self.passes, self.lanes)
        return None if cost == vault.Cost(0, 0, 0) else cost

    def line(self) -> str:
        """Build the context line that the account key in this slot is bound to."""
        return vault.slot_line(
            method=self.method,
            id=self.id,
            person=self.person_id,
            cost=self.cost(),
            scope=self.scope,
            expires=self.expires,
            generation=self.generation,
        )


class Session(models.Model):
    """One open browser, where several processes serve. With one process sessions live in its memory instead."""

    id = models.UUIDField(primary_key=True)
    person = models.ForeignKey(Person, models.CASCADE, related_name="sessions", db_constraint=False)
    generation = models.PositiveIntegerField()
    row_half = models.BinaryField(max_length=32, null=True)
    proof = models.BinaryField(max_length=32)
    idle_until = models.DateTimeField()
    ends_at = models.DateTimeField()
    sealed = models.BinaryField(null=True)

    class Meta:
        db_table = "session"

    def line(self) -> str:
        """Build the context line that the account key in this session is bound to."""
        return vault.session_line(id=self.id, person=self.person_id, generation=self.generation)


class KeyChange(models.Model):
    """The old signing key says which key follows it."""

    pk = models.CompositePrimaryKey("person_id", "generation")
    person = models.ForeignKey(Person, models.CASCADE)
    generation = models.PositiveIntegerField()
    old_receive_public = models.BinaryField(max_length=32)
    old_sign_public = models.BinaryField(max_length=32)
    receive_public = models.BinaryField(max_length=32)
    sign_public = models.BinaryField(max_length=32)
    signature = models.BinaryField(max_length=64)

    class Meta:
        db_table = "key_change"
