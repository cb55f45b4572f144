"""How every write begins: room on the disk, one transaction, the person's row held, the keys still the same."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.db import connection, transaction

from troth.store.errors import DiskFull, KeysChanged
from troth.store.me import Me
from troth.store.models import Person

ROOM_LEFT = 32 * 1024 * 1024


def refuse_when_full() -> None:
    """Refuse what adds while less than 32 MiB are free: erasing and locking need that room."""
    if connection.vendor != "sqlite":
        return
    if shutil.disk_usage(Path(str(connection.settings_dict["NAME"])).parent).free < ROOM_LEFT:
        raise DiskFull


@contextmanager
def writing(me: Me, *, adds: bool = True) -> Iterator[Person]:
    """Hold the person's row for one transaction; raise `KeysChanged` where the account key was renewed."""
    if adds:
        refuse_when_full()
    with transaction.atomic():
        person = (
            # "No key": another's row that names this person may be written meanwhile, else two could wait for each other.
            Person.objects.select_for_update(no_key=True)
            .filter(id=me.person.id, generation=me.person.generation, gone_at=None)
            .first()
        )
        if person is None:
            raise KeysChanged("The keys were renewed elsewhere. Sign in again.")
        yield person
