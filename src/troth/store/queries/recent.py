"""The newest writings of one bond, opened only as far as they are needed. Most of what Today shows stands on them."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from uuid import UUID

from troth import practices
from troth.practices import Document
from troth.safety import LAST_ANSWERS, LAST_DAYS
from troth.store.me import Me
from troth.store.queries import entries
from troth.store.queries.entries import Opened
from troth.store.queries.rows import Row, marks, mine, mine_in_turn, mine_newest_first
from troth.values import Rating

# The day it was written on, in UTC, may lie a day beside the writer's own.
A_DAY = timedelta(days=1)
OLDEST = timedelta(days=LAST_DAYS) + A_DAY
ABOUT, NEWEST_FIRST = "AND bond_id = %s AND topic = %s", "ORDER BY sequence DESC"
SEEN = "AND (bond_id = %s OR bond_id IS NULL)"
LAST = 2**53  # no entry is counted as high as this


def recent(me: Me, bond: UUID, *, on: date) -> list[Opened]:
    """Open what was written in the four weeks before a day, newest first."""
    rows = mine_in_turn(me, f"{SEEN} {NEWEST_FIRST}", bond)
    return list(_lately(me, _opening(me, rows), on=on))


def seen_before(me: Me, bond: UUID, *, before: int, most: int) -> list[Opened]:
    """Open the newest entries that are seen from a bond and were counted before a number."""
    also = f"{SEEN} AND sequence < %s {NEWEST_FIRST} LIMIT %s"
    return list(_opening(me, mine(me, also, bond, min(before, LAST), most)))


def guarding(me: Me, bond: UUID, *, on: date, besides: Iterable[str] = ()) -> list[Opened]:
    """Open what the safety gate looks at, and some practices besides; of answers on felt safety only the newest."""
    signs = _newest_first(me, bond, of=[*practices.guards(by="gate_signs"), *besides])
    near = list(_lately(me, signs, on=on))
    for name in practices.guards(by="felt_safety"):
        near += _newest_answers(_lately(me, one_by_one(me, bond, name), on=on))
    return near


def one_by_one(me: Me, bond: UUID, practice: str, *, settled: bool = False) -> Iterator[Opened]:
    """Open the entries of one practice, or those that wait for nothing, newest first, as far as the caller goes."""
    which = f"{ABOUT} AND due IS NULL" if settled else ABOUT
    rows = mine_in_turn(me, f"{which} {NEWEST_FIRST}", bond, me.topic(bond=bond, practice=practice))
    return _opening(me, rows)


def newest(me: Me, bond: UUID, practice: str) -> Opened | None:
    """Open the newest entry of one practice."""
    found = mine(me, f"{ABOUT} {NEWEST_FIRST} LIMIT 1", bond, me.topic(bond=bond, practice=practice))
    return next(iter(_readable(_opening(me, found))), None)


def waiting(me: Me, bond: UUID) -> list[Opened]:
    """Open what waits for its moment, in this bond and of the person alone, what is due first first."""
    rows = mine(me, "AND due IS NOT NULL ORDER BY due, sequence")
    return _readable(_opening(me, (row for row in rows if row.bond in (bond, None))))


def lasting(me: Me, bond: UUID | None, *, of: Iterable[str]) -> list[Opened]:
    """Open all entries of some practices, newest first: those that are few however long the journal is."""
    return _readable(_newest_first(me, bond, of=of))


def open_promises(me: Me, bond: UUID) -> list[Opened]:
    """Open the promises that are still open, the one that is due first first."""
    topic = me.topic(bond=bond, practice="promises")
    return _readable(_opening(me, mine(me, f"{ABOUT} AND due IS NOT NULL ORDER BY due", bond, topic)))


def _opening(me: Me, rows: Iterable[Row]) -> Iterator[Opened]:
    return (entries.read(me, row) for row in rows)


def _newest_first(me: Me, bond: UUID | None, *, of: Iterable[str]) -> Iterator[Opened]:
    topics = [me.topic(bond=bond, practice=name) for name in of]
    if not topics:
        return iter(())
    place, given = ("bond_id = %s", [bond]) if bond else ("bond_id IS NULL", [])
    return _opening(me, mine_newest_first(me, f"AND {place} AND topic IN ({marks(topics)})", *given, *topics))


def _lately(me: Me, some: Iterable[Opened], *, on: date) -> Iterator[Opened]:
    """Go through entries, newest writing first, as far as they can be about the four weeks before a day."""
    # No entry is about a later day than it was written on, so older writings are not about these weeks. An import may
    # have put old entries behind new ones; until it is four weeks old everything is read.
    brought = me.profile.imported_at
    in_order = brought is None or brought.date() < on - OLDEST
    for one in some:
        if not isinstance(one.document, Document):
            continue
        if one.document.written_at.date() >= on - OLDEST:
            yield one
        elif in_order:
            return


def _newest_answers(rated: Iterator[Opened]) -> Iterator[Opened]:
    """Keep entries, newest writing first, until none that comes after can be about a later day than those counted."""
    days: list[date] = []
    for one in rated:
        assert isinstance(one.document, Document)
        latest_possible = one.document.written_at.date() + A_DAY
        if len(days) >= LAST_ANSWERS and sorted(days)[-LAST_ANSWERS] > latest_possible:
            return
        yield one
        ratings = practices.readings_of([one.document], kind=Rating)
        days += [rating.on for rating in ratings if rating.scale == "safety"]


def _readable(some: Iterable[Opened]) -> list[Opened]:
    return [one for one in some if isinstance(one.document, Document)]
