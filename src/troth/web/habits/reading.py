"""Read an uploaded chat in memory: once to see who is who, then only one's own newest messages for what they do."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import tzinfo
from importlib import import_module
from itertools import islice
from typing import IO, TYPE_CHECKING, Any

from troth.web.parts.lazily import coach

if TYPE_CHECKING:
    from troth.coach import Habits, Reading, Skipped

# What a page reads at most: some ten seconds of work. The command line reads all.
MOST_READ = 30_000


@dataclass(frozen=True)
class Chat:
    """A chat that can be read: how many messages are mine, and what was left behind."""

    file: IO[bytes]
    me: str
    format: str | None
    order: str | None
    mine: int
    skipped: Skipped

    @property
    def read(self) -> int:
        """How many are read: the newest."""
        return min(self.mine, MOST_READ)

    @property
    def is_cut(self) -> bool:
        """Whether older ones are left out."""
        return self.mine > MOST_READ

    def opened(self) -> Reading:
        """Begin to read from the start."""
        return _begun(self.file, me=self.me, format=self.format, order=self.order)


def look_at(file: IO[bytes], *, me: str, format: str, order: str) -> Chat:
    """Go through it once; raises the coach's `BadExport` where something has to be asked."""
    how: dict[str, Any] = {"me": me, "format": format or None, "order": order or None}
    reading = _begun(file, **how)
    mine = sum(1 for _ in reading)
    return Chat(file=file, **how, mine=mine, skipped=reading.skipped)


def counting(chat: Chat, *, zone: tzinfo) -> Iterator[tuple[int, Habits | None]]:
    """Count in batches: how many are read so far, and at the end what was found."""
    room: Any = import_module("troth.coach.habits")
    counts = room.Counting(zone)
    for batch in room.batches(islice(chat.opened(), chat.mine - chat.read, None)):
        counts.add(batch)
        yield counts.messages, None
    yield counts.messages, counts.habits()


def _begun(file: IO[bytes], **how: Any) -> Reading:
    file.seek(0)
    return coach.read_export(file, **how)
