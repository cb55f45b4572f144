"""A second database in one SQLite file, and rows carried between it and the home's own, whatever that is."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.core.management import call_command
from django.db import connections, models
from tqdm import tqdm

from troth.store.models import (
    Bond,
    Draft,
    Entry,
    Home,
    Invitation,
    KeyChange,
    Membership,
    Person,
    Share,
    Slot,
)

ALIAS = "copy"
CARRIED: tuple[type[models.Model], ...] = (
    *(Home, Person, Slot, KeyChange),
    *(Bond, Membership, Invitation, Share, Draft, Entry),
)
AT_ONCE = 500


@contextmanager
def second_database(file: Path) -> Iterator[str]:
    """Open one SQLite file under the alias `copy` for as long as the block."""
    connections.settings[ALIAS] = {
        **connections.settings["default"],
        "ENGINE": "troth.store.sqlite",
        "NAME": str(file),
        "USER": "",
        "PASSWORD": "",
        "HOST": "",
        "PORT": "",
        "OPTIONS": {"timeout": 20, "transaction_mode": "IMMEDIATE"},
        "CONN_MAX_AGE": None,
        "CONN_HEALTH_CHECKS": False,
    }
    try:
        yield ALIAS
    finally:
        connections[ALIAS].close()
        del connections[ALIAS]
        del connections.settings[ALIAS]


def make_tables(alias: str) -> None:
    """Give a new file the tables of this program."""
    call_command("migrate", database=alias, verbosity=0, interactive=False)


def carry(*, source: str, target: str) -> None:
    """Copy every row that a backup holds: no sessions, no limits. An older program's home may lack a table yet."""
    there = set(connections[source].introspection.table_names())
    for model in (one for one in CARRIED if one._meta.db_table in there):
        rows = []
        found = model._base_manager.using(source).iterator(chunk_size=AT_ONCE)
        for row in tqdm(found, desc=model._meta.db_table, unit=" rows", delay=1, disable=None):
            rows.append(row)
            if len(rows) == AT_ONCE:
                model._base_manager.using(target).bulk_create(rows)
                rows = []
        model._base_manager.using(target).bulk_create(rows)
