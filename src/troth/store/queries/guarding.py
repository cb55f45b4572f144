"""Where the safety gate stands for me in one bond. Computed at each reading, never stored, never shown to the other side."""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from troth import practices
from troth.practices import Document
from troth.safety import Gate
from troth.store.me import Me
from troth.store.queries.entries import Opened
from troth.store.queries.recent import guarding


def gate_of(me: Me, bond: UUID, *, on: date) -> Gate:
    """Read the gate from the entries of the last four weeks that it looks at."""
    return gate_from(guarding(me, bond, on=on), on=on)


def gate_from(some: Iterable[Opened], *, on: date) -> Gate:
    """Read the gate from entries that are open already."""
    return practices.gate_of([one.document for one in some if isinstance(one.document, Document)], on=on)
