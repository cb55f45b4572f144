"""Everything a person wrote, as plain data for a file: the documented, versioned shape of an export."""

from dataclasses import asdict
from datetime import datetime
from typing import Any

import msgspec

from troth import practices
from troth.store.me import Me
from troth.store.models import Entry
from troth.store.profile import Side
from troth.store.queries import bonds, entries
from troth.store.queries.entries import Opened

FORMAT = "troth-export"
VERSION = 1
BETWEEN_US = ("pin", "rules", "asked_on")


def everything(me: Me, *, at: datetime, program: str) -> dict[str, Any]:
    """Open all of my entries, bond by bond, oldest first. What cannot be opened is counted, never left out in silence."""
    mine = [(bond, _of(me, bond.id)) for bond in bonds.mine(me)]
    alone = _of(me, None)
    unreadable = sum(one.document is None for _, some in [*mine, (None, alone)] for one in some)
    return {
        "format": FORMAT,
        "version": VERSION,
        "program": program,
        "made_at": _plain(at),
        "person": {"name": me.profile.name, "zone": me.profile.zone, "language": me.profile.language},
        "bonds": [{"id": str(bond.id), **_side(bond.side), "entries": _entries(some)} for bond, some in mine],
        "entries": _entries(alone),
        "unreadable": unreadable,
    }


def _of(me: Me, bond: Any) -> list[Opened]:
    return entries.opened(me, Entry.objects.of(me).within(bond).order_by("sequence"))


def _side(side: Side) -> dict[str, Any]:
    """Return my side without the other's keys and what goes to them: it is nothing that I wrote, and joins nobody elsewhere."""
    return {name: value for name, value in _plain(asdict(side)).items() if name not in BETWEEN_US}


def _entries(some: list[Opened]) -> list[dict[str, Any]]:
    return [{"id": str(one.id), **practices.to_plain(one.document)} for one in some if one.document]


def _plain(value: Any) -> Any:
    return msgspec.to_builtins(value)
