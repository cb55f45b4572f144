"""Count what could not be opened; twenty in one session lock it, because someone may be trying rows."""

from collections import Counter
from uuid import UUID

from troth.store.sessions import sessions

TOO_MANY = 20
_seen: Counter[UUID] = Counter()


def note_damage(session: UUID | None) -> None:
    """Count one row that could not be opened."""
    if session is None:
        return
    _seen[session] += 1
    if _seen[session] >= TOO_MANY:
        del _seen[session]
        sessions().lock(session)
