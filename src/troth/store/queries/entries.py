"""Reading entries: rows in, opened documents out, for as long as one request."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple
from uuid import UUID

from troth import practices, vault
from troth.practices import Document, Foreign
from troth.store.errors import Gone, Unreadable
from troth.store.me import Me
from troth.store.models import Entry
from troth.store.models.entries import EntryQuerySet
from troth.store.queries.damage import note_damage
from troth.store.sealed import unseal

COLUMNS = ("id", "owner_id", "bond_id", "sequence", "topic", "due", "version", "generation", "sealed")
# Prepared once: naming nine columns costs Django more than finding the rows. Reads begin with `ROWS.of(me)`.
ROWS: EntryQuerySet = Entry.objects.values_list(*COLUMNS)  # type: ignore[assignment]
AT_ONCE = 50


class Row(NamedTuple):
    """The columns of an entry, read without a model: five thousand of them are opened in one request."""

    id: UUID
    owner: UUID
    bond: UUID | None
    sequence: int
    topic: bytes
    due: datetime | None
    version: int
    generation: int
    sealed: bytes

    def line(self) -> str:
        """Build the context line that the document is bound to."""
        return vault.entry_line(
            id=self.id,
            owner=self.owner,
            bond=self.bond,
            sequence=self.sequence,
            topic=bytes(self.topic),
            due=self.due,
            version=self.version,
            generation=self.generation,
        )


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


def rows_of(entries: EntryQuerySet) -> Iterable[Row]:
    """Read the plain columns of entries."""
    return map(Row._make, _plain(entries))


def _plain(entries: Any) -> Any:
    return entries if entries.query.values_select else entries.values_list(*COLUMNS)


def opened(me: Me, entries: EntryQuerySet) -> list[Opened]:
    """Open all of these entries."""
    return [read(me, row) for row in rows_of(entries)]


def opening(me: Me, entries: EntryQuerySet) -> Iterator[Opened]:
    """Open these entries one by one, so that a caller may stop early or let go of what is not wanted."""
    return (read(me, Row._make(row)) for row in _plain(entries).iterator(chunk_size=AT_ONCE))


def one(me: Me, id: UUID, *, practice: str | None = None) -> Opened:
    """Open one of my entries, or raise `Gone`: not there, deleted, another's and another practice's are the same."""
    found = next(iter(opened(me, ROWS.of(me).filter(id=id))), None)
    if found is None or (practice is not None and found.practice != practice):
        raise Gone
    return found


def some(me: Me, ids: Iterable[UUID]) -> dict[UUID, Opened]:
    """Open those of my entries that are still there."""
    return {found.id: found for found in opened(me, ROWS.of(me).filter(id__in=list(ids)))}
