"""What leaves the reader: one's own messages, and counts of what was left behind."""

from dataclasses import dataclass, field
from datetime import datetime


@dataclass(frozen=True, slots=True)
class OwnMessage:
    """One message of one's own. There is no place in it for a name, or for what anybody else wrote.

    at : when it was written; without a zone where the export has none (then it is the wall clock of that phone)
    text : the words, hidden from reprs
    """

    at: datetime
    text: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Skipped:
    """How many messages were left behind: of others, of the system or without words, and unreadable ones."""

    others: int = 0
    system: int = 0
    unreadable: int = 0


@dataclass(slots=True)
class Tally:
    """The counts while reading."""

    others: int = 0
    system: int = 0
    unreadable: int = 0

    def as_skipped(self) -> Skipped:
        return Skipped(self.others, self.system, self.unreadable)
