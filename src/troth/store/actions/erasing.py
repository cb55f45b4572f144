"""Erase so that it is gone: note it in the erased list, delete the rows, then the engine's own traces."""

import os
import time
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from uuid import UUID

from django.conf import settings
from django.db import connection, transaction

from troth.store.models import Entry, Invitation, Limit, Share
from troth.store.models.entries import UNDO
from troth.store.sessions import sessions

CHECKPOINT_PATIENCE_S = 20.0
AT_ONCE = 500


def note_erased(kind: str, ids: Iterable[UUID]) -> None:
    """Append to the erased list and sync it, before any row goes: a restored backup erases the same again."""
    lines = "".join(f"{kind} {id}\n" for id in ids)
    if not lines:
        return
    handle = os.open(Path(settings.ERASED_FILE), os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    with os.fdopen(handle, "a") as out:
        out.write(lines)
        out.flush()
        os.fsync(out.fileno())


def sweep(*, at: datetime) -> int:
    """Erase the entries whose undo hour is over, and copies and codes that ran out; return how many entries went."""
    with transaction.atomic():
        over = list(Entry.objects.filter(gone_at__lte=at - UNDO).values_list("id", flat=True)[:AT_ONCE])
        note_erased("entry", over)
        Entry.objects.filter(id__in=over).delete()
        copies = list(Share.objects.over(at=at).order_by("id").values_list("id", flat=True)[:AT_ONCE])
        note_erased("share", copies)
        Share.objects.filter(id__in=copies).delete()
        codes, _ = Invitation.objects.over(at=at).delete()
        Limit.objects.filter(until__lt=at - UNDO * 24).delete()
    sessions().drop_ended(at)
    if over or copies or codes:
        wipe_traces()
    return len(over)


def wipe_traces(*, slots: bool = False) -> None:
    """Remove what the engine keeps of deleted rows. Outside a transaction; done is said only after this."""
    if connection.in_atomic_block:
        transaction.on_commit(lambda: wipe_traces(slots=slots))
    elif connection.vendor == "sqlite":
        _empty_the_log()
    elif slots:
        with connection.cursor() as cursor:
            cursor.execute("VACUUM FULL slot")


def _empty_the_log() -> None:
    """Move the write-ahead log into the file and cut it; beside a reader SQLite answers 1 and keeps it, so try again."""
    until = time.monotonic() + CHECKPOINT_PATIENCE_S
    with connection.cursor() as cursor:
        if cursor.execute("PRAGMA journal_mode").fetchone()[0] != "wal":
            return
        while cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0] != 0:
            if time.monotonic() > until:
                raise TimeoutError("Erased, but a reader keeps a trace in the log. Erase again in a moment.")
            time.sleep(0.05)


def nightly() -> None:
    """Let PostgreSQL give back what deleted rows held."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("VACUUM")
