"""Which browsers of mine are open. Nothing is known of them but when they end."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from troth.store.me import Me
from troth.store.sessions import sessions


@dataclass(frozen=True)
class Browser:
    """One open or locked browser."""

    id: UUID
    is_this: bool
    is_locked: bool
    idle_until: datetime
    ends_at: datetime


def open_browsers(me: Me) -> list[Browser]:
    """Return my browsers, the one that ends last first."""
    rows = reversed(sessions().of(me.person.id))
    return [Browser(row.id, row.id == me.session, row.is_locked, row.idle_until, row.ends_at) for row in rows]
