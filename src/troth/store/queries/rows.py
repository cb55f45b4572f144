"""Rows of entries: plain columns, no models. What every page asks is written as SQL here.

For so small a table Django takes ten times longer to build a query and to look at its rows than the database to answer.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime
from operator import itemgetter
from typing import Any, NamedTuple
from uuid import UUID

from django.core.exceptions import EmptyResultSet
from django.db import connection

from troth import vault
from troth.store.me import Me
from troth.store.models import Entry
from troth.store.models.entries import EntryQuerySet

COLUMNS = ("id", "owner_id", "bond_id", "sequence", "topic", "due", "version", "generation", "sealed")
# Where a page asks in its own way, reads begin with `ROWS.of(me)`: naming nine columns anew is slow too.
ROWS: EntryQuerySet = Entry.objects.values_list(*COLUMNS)  # type: ignore[assignment]
MINE = f"SELECT {', '.join(COLUMNS)} FROM entry WHERE owner_id = %s AND gone_at IS NULL "
_SEQUENCE = itemgetter(COLUMNS.index("sequence"))
_DUE = Entry._meta.get_field("due").get_col("entry")


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


def mine(me: Me, also: str, *given: object) -> list[Row]:
    """Read those of my rows that fit a condition in SQL; values never stand in it, each has its `%s`."""
    return _all(MINE + also, taken(me.person.id, *given))


def mine_in_turn(me: Me, also: str, *given: object) -> Iterator[Row]:
    """Read the same rows one by one: a caller may stop early, and the rest is never read."""
    return _in_turn(MINE + also, taken(me.person.id, *given))


def mine_newest_first(me: Me, also: str, *given: object) -> Iterator[Row]:
    """Read the same rows, sorted here; what the caller does not come to is never made into a `Row`.

    Asked to sort several topics, SQLite reads every entry there is instead of the few.
    """
    with connection.cursor() as cursor:
        cursor.execute(MINE + also, taken(me.person.id, *given))
        found = cursor.fetchall()
    return _rows(sorted(found, key=_SEQUENCE, reverse=True))


def rows_of(entries: EntryQuerySet) -> list[Row]:
    """Read the rows of a query that Django built."""
    sql, given = _built(entries)
    return _all(sql, given) if sql else []


def rows_in_turn(entries: EntryQuerySet) -> Iterator[Row]:
    """Read the rows of a query that Django built, one by one."""
    sql, given = _built(entries)
    return _in_turn(sql, given) if sql else iter(())


def marks(values: Sequence[object]) -> str:
    """Write as many places as there are values, for `IN (…)`."""
    return ", ".join(["%s"] * len(values))


def taken(*given: Any) -> list[Any]:
    """Turn identifiers into what this database keeps them as; other values stay."""
    if connection.features.has_native_uuid_field:
        return list(given)
    return [value.hex if isinstance(value, UUID) else value for value in given]


def _built(entries: EntryQuerySet) -> tuple[str, Sequence[Any]]:
    plain = entries if entries.query.values_select else entries.values_list(*COLUMNS)
    try:
        return plain.query.sql_with_params()
    except EmptyResultSet:  # Django knows without asking that nothing can fit
        return "", ()


def _all(sql: str, given: Sequence[Any]) -> list[Row]:
    with connection.cursor() as cursor:
        cursor.execute(sql, given)
        return list(_rows(cursor.fetchall()))


def _in_turn(sql: str, given: Sequence[Any]) -> Iterator[Row]:
    # "Chunked", so that PostgreSQL too hands rows out as they are asked for, and not all at once.
    with connection.chunked_cursor() as cursor:
        cursor.execute(sql, given)
        yield from _rows(cursor)


class _Ids(dict[str, UUID]):
    """Identifiers read once: owner and bond are the same on thousands of rows."""

    def __missing__(self, text: str) -> UUID:
        self[text] = found = UUID(text)
        return found


def _rows(found: Iterable[Sequence[Any]]) -> Iterator[Row]:
    return map(Row._make, found) if connection.features.has_native_uuid_field else _from_text(found)


def _from_text(found: Iterable[Sequence[Any]]) -> Iterator[Row]:
    """Read rows of a database that keeps identifiers and moments as text."""
    ids, as_moment = _Ids(), _as_moment()
    for id, owner, bond, sequence, topic, due, version, generation, sealed in found:
        place = None if bond is None else ids[bond]
        moment = None if due is None else as_moment(due)
        yield Row(UUID(id), ids[owner], place, sequence, topic, moment, version, generation, sealed)


def _as_moment() -> Callable[[Any], datetime]:
    """Say how this database's moments are read: by Django's own reader where its driver gives text."""
    readers = connection.ops.get_db_converters(_DUE)
    return (lambda due: readers[0](due, _DUE, connection)) if readers else (lambda due: due)
