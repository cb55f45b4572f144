"""The home's own marks: its format, the host key's check value, and counts of wrong tries."""

from django.db import models

FORMAT = 1


class Home(models.Model):
    """One row: which format this home has and which host key belongs to it."""

    format = models.PositiveIntegerField(primary_key=True)
    host_check = models.BinaryField(max_length=16)

    class Meta:
        db_table = "home"


class Limit(models.Model):
    """How often something was tried, under a keyed hash that tells nobody who or where."""

    key = models.BinaryField(primary_key=True, max_length=32)
    count = models.PositiveIntegerField()
    until = models.DateTimeField()

    class Meta:
        db_table = "limit"
