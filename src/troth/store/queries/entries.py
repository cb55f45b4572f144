"""Reading entries: rows in, opened documents out, for as long as one request."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from troth import practices
from troth.practices import Document, Foreign
from troth.store.errors import Gone, Unreadable
from troth.store.me import Me
from troth.store.models.entries import EntryQuerySet
from troth.store.queries.damage import note_damage
from troth.store.queries.rows import ROWS, Row, marks, mine, rows_in_turn, rows_of
from troth.store.sealed import unseal

__all__ = ["ROWS", "Opened", "Row", "one", "opened", "opening", "read", "rows_of", "some"]


@dataclass(frozen=True, slots=True)
class Opened:
    """One entry, opened. `document` is None where it could not be opened; it was kept as it is."""

    id: UUID
    bond: UUID | None
    sequence: int
    version: int
    due: datetime | None
    document: Document[Any] | Foreign | None

    def __repr__(self) -> str:
        return "Opened(…)"

    @property
    def practice(self) -> str:
        return self.document.practice if self.document else ""

    @property
    def is_readable(self) -> bool:
        return isinstance(self.document, Document)

    @property
    def line(self) -> practices.Line | None:
        return practices.line_of(self.document) if isinstance(self.document, Document) else None

    @property
    def content(self) -> Any:
        return self.document.content if isinstance(self.document, Document) else None


def read(me: Me, row: Row) -> Opened:
    """Open one row; refuse a document whose practice does not give the row's topic."""
    try:
        document = practices.decode(unseal(row, key=me.key))
        if bytes(row.topic) != me.topic(bond=row.bond, practice=document.practice):
            raise Unreadable
    except (Unreadable, practices.BadDocument):
        note_damage(me.session)
        return Opened(row.id, row.bond, row.sequence, row.version, row.due, None)
    return Opened(row.id, row.bond, row.sequence, row.version, row.due, document)


def opened(me: Me, entries: EntryQuerySet) -> list[Opened]:
    """Open all of these entries."""
    return [read(me, row) for row in rows_of(entries)]


def opening(me: Me, entries: EntryQuerySet) -> Iterator[Opened]:
    """Open these entries one by one, so that a caller may stop early or let go of what is not wanted."""
    return (read(me, row) for row in rows_in_turn(entries))


def one(me: Me, id: UUID, *, practice: str | None = None) -> Opened:
    """Open one of my entries, or raise `Gone`: not there, deleted, another's and another practice's are the same."""
    found = next((read(me, row) for row in mine(me, "AND id = %s", id)), None)
    if found is None or (practice is not None and found.practice != practice):
        raise Gone
    return found


def some(me: Me, ids: Iterable[UUID]) -> dict[UUID, Opened]:
    """Open those of my entries that are still there."""
    wanted = list(ids)
    rows = mine(me, f"AND id IN ({marks(wanted)})", *wanted) if wanted else []
    return {row.id: read(me, row) for row in rows}
