"""Ada's world of understanding, through the real actions: for the tests of the pages."""

from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

from tests.people import Someone
from troth import practices
from troth.practices import Document, Link
from troth.store.actions import entries
from troth.store.queries import entries as queries


def put(
    by: Someone,
    name: str,
    content: Any,
    *,
    moves: tuple[Any, ...] = (),
    ties: dict[str, UUID] | None = None,
    days_ago: int = 0,
) -> UUID:
    """Write an entry of any practice, make these moves, and return its id."""
    at = datetime.now(UTC) - timedelta(days=days_ago)
    links = [Link(to=to, as_=kind) for kind, to in (ties or {}).items()]
    document = practices.start(name, content, at=at, on=at.date(), links=links)
    for one in moves:
        move, given = one if isinstance(one, tuple) else (one, None)
        document = practices.move(document, move, at=at, given=given)
    entry: UUID = entries.add(me=by.me, bond=by.bond, document=document).id
    return entry


def document(by: Someone, id: UUID | str) -> Document[Any]:
    """Open an entry again."""
    found = queries.one(by.me, UUID(str(id))).document
    assert isinstance(found, Document)
    return found


def id_in(answer: Any) -> UUID:
    """Read the new entry's id from where a form leads."""
    return UUID(answer.headers["Location"].partition("?")[0].rstrip("/").rpartition("/")[2])


def text(answer: Any) -> str:
    """Return a page as text."""
    words: str = answer.content.decode()
    return words
