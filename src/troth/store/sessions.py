"""Where sessions live: in this process' memory, or in an unlogged PostgreSQL table when several processes serve.

With SQLite the browser's cookie file and the database may lie on one disk, and a thief must not find both halves.
"""

import threading
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Protocol
from uuid import UUID

from django.db import connection

from troth import vault
from troth.store.models import Session


@dataclass(frozen=True)
class OpenSession:
    """One browser. Locked where `sealed` is empty. Its repr shows nothing."""

    id: UUID
    person: UUID
    generation: int
    proof: bytes
    idle_until: datetime
    ends_at: datetime
    row_half: bytes | None
    sealed: bytes | None

    def __repr__(self) -> str:
        return "OpenSession(…)"

    @property
    def is_locked(self) -> bool:
        return self.sealed is None

    def line(self) -> str:
        """Build the context line that the account key is bound to."""
        return vault.session_line(id=self.id, person=self.person, generation=self.generation)


class Sessions(Protocol):
    """What both places can do."""

    def put(self, session: OpenSession) -> None: ...
    def find(self, id: UUID) -> OpenSession | None: ...
    def of(self, person: UUID) -> list[OpenSession]: ...
    def touch(self, id: UUID, *, idle_until: datetime) -> None: ...
    def lock(self, id: UUID) -> None: ...
    def drop(self, id: UUID) -> None: ...
    def drop_all(self, person: UUID, *, but: UUID | None = None) -> None: ...
    def drop_ended(self, at: datetime) -> None: ...


class InMemory:
    """Sessions of the one process that serves; a restart locks all."""

    def __init__(self) -> None:
        self._rows: dict[UUID, OpenSession] = {}
        self._lock = threading.Lock()

    def put(self, session: OpenSession) -> None:
        with self._lock:
            self._rows[session.id] = session

    def find(self, id: UUID) -> OpenSession | None:
        return self._rows.get(id)

    def of(self, person: UUID) -> list[OpenSession]:
        with self._lock:
            return sorted(
                (row for row in self._rows.values() if row.person == person), key=lambda row: row.ends_at
            )

    def touch(self, id: UUID, *, idle_until: datetime) -> None:
        with self._lock:
            row = self._rows.get(id)
            if row and not row.is_locked:
                self._rows[id] = replace(row, idle_until=idle_until)

    def lock(self, id: UUID) -> None:
        with self._lock:
            if id in self._rows:
                self._rows[id] = replace(self._rows[id], row_half=None, sealed=None)

    def drop(self, id: UUID) -> None:
        with self._lock:
            self._rows.pop(id, None)

    def drop_all(self, person: UUID, *, but: UUID | None = None) -> None:
        with self._lock:
            self._rows = {id: row for id, row in self._rows.items() if row.person != person or id == but}

    def drop_ended(self, at: datetime) -> None:
        with self._lock:
            self._rows = {id: row for id, row in self._rows.items() if row.ends_at > at}


class InTable:
    """Sessions that several processes share, in a table that PostgreSQL neither logs nor dumps."""

    def put(self, session: OpenSession) -> None:
        values = {
            "person_id": session.person,
            "generation": session.generation,
            "proof": session.proof,
            "idle_until": session.idle_until,
            "ends_at": session.ends_at,
            "row_half": session.row_half,
            "sealed": session.sealed,
        }
        Session.objects.update_or_create(id=session.id, defaults=values)

    def find(self, id: UUID) -> OpenSession | None:
        row = Session.objects.filter(id=id).first()
        return _from_row(row) if row else None

    def of(self, person: UUID) -> list[OpenSession]:
        return [_from_row(row) for row in Session.objects.filter(person=person).order_by("ends_at")]

    def touch(self, id: UUID, *, idle_until: datetime) -> None:
        # Only an unlocked row: another process may have locked it since this one read it.
        Session.objects.filter(id=id, sealed__isnull=False).update(idle_until=idle_until)

    def lock(self, id: UUID) -> None:
        Session.objects.filter(id=id).update(row_half=None, sealed=None)

    def drop(self, id: UUID) -> None:
        Session.objects.filter(id=id).delete()

    def drop_all(self, person: UUID, *, but: UUID | None = None) -> None:
        others = Session.objects.filter(person=person)
        (others.exclude(id=but) if but else others).delete()

    def drop_ended(self, at: datetime) -> None:
        Session.objects.filter(ends_at__lte=at).delete()


def _from_row(row: Session) -> OpenSession:
    return OpenSession(
        id=row.id,
        person=row.person_id,
        generation=row.generation,
        proof=bytes(row.proof),
        idle_until=row.idle_until,
        ends_at=row.ends_at,
        row_half=bytes(row.row_half) if row.row_half is not None else None,
        sealed=bytes(row.sealed) if row.sealed is not None else None,
    )


IN_MEMORY = InMemory()
IN_TABLE = InTable()


def sessions() -> Sessions:
    """Return the place that fits the database."""
    return IN_TABLE if connection.vendor == "postgresql" else IN_MEMORY


__all__ = ["InMemory", "InTable", "OpenSession", "Sessions", "sessions"]
