"""What is shared: my list of what is out there, and what others gave me. To read writes nothing at all."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from typing import Any
from uuid import UUID

import msgspec

from troth import practices, vault
from troth.practices import Copy, Document, Portion, reader_of
from troth.store.errors import Gone
from troth.store.me import Me
from troth.store.models import Invitation, Share
from troth.store.models.shares import ShareQuerySet
from troth.store.profile import Pin
from troth.store.queries import bonds, entries
from troth.store.queries.pins import Keys, trusted


@dataclass(frozen=True, repr=False)
class Given:
    """One line of what is out there: what, in which bond, since when, until when, and whether a standing rule made it.

    `copy` is None where it is damaged.
    """

    id: UUID
    bond: UUID | None
    until: date
    since: date | None
    of: UUID | None
    copy: Copy | None
    by_rule: bool = False

    def __repr__(self) -> str:
        return "Given(…)"


@dataclass(frozen=True, repr=False)
class Received:
    """What the other gave me: exactly these, and nothing else of theirs, is there to be read."""

    id: UUID
    bond: UUID
    since: date
    until: date
    of: UUID
    copy: Copy

    def __repr__(self) -> str:
        return "Received(…)"


@dataclass(frozen=True, repr=False)
class Apart:
    """A copy of a practice that stands apart. It is never listed or opened as such, and carries no day of giving."""

    id: UUID
    bond: UUID
    until: date
    of: UUID
    copy: Copy

    def __repr__(self) -> str:
        return "Apart(…)"


class Shared(msgspec.Struct, frozen=True):
    """What is sealed in a share: the copy, its day, the owner's entry, and whether a standing rule made it.

    What stands apart carries no day: nothing in its bytes says since when.
    """

    copy: dict[str, Any]
    since: date | None
    of: UUID
    by_rule: bool = False

    def __repr__(self) -> str:
        return "Shared(…)"


_SHARED = reader_of(Shared)
DAMAGED = (vault.VaultError, ValueError, msgspec.MsgspecError, practices.BadDocument)


def encode(copy: Copy, *, since: date | None, of: UUID, by_rule: bool = False) -> bytes:
    """Turn a copy into the bytes that are sealed."""
    return msgspec.json.encode(Shared(msgspec.to_builtins(copy), since, of, by_rule))


def offered(me: Me, id: UUID) -> tuple[str, ...]:
    """List what I may choose of one of my entries; empty where nothing of it may be shared."""
    document = entries.one(me, id).document
    return practices.offered(document) if isinstance(document, Document) else ()


def portion(me: Me, id: UUID, *, fields: Iterable[str]) -> Portion:
    """Take chosen fields out of one of my entries; raises `NotShareable`, whatever the reason."""
    document = entries.one(me, id).document
    if not isinstance(document, Document):
        raise practices.NotShareable
    return Portion(document=document, fields=tuple(fields))


def preview(me: Me, id: UUID, *, fields: Iterable[str]) -> Copy:
    """Return exactly what the other would see."""
    return practices.copy_of(portion(me, id, fields=fields))


def given(me: Me, *, at: datetime) -> list[Given]:
    """List all that is out there of mine, the newest first. A copy that does not open is listed too: it is out there."""
    places = {pin.person: bond for bond, pin in _pins(me)}
    rows = Share.objects.given_by(me.person.id).living(at=at)
    found = [_given(me, row, places.get(row.receiver_id)) for row in rows]
    return sorted(found, key=lambda one: (one.since or date.min, str(one.id)), reverse=True)


def received(me: Me, *, at: datetime) -> list[Received]:
    """List what others gave me and what opens, the newest first. Nobody learns that I looked."""
    rows = Share.objects.received_by(me.person.id).living(at=at)
    found = _received(_readable(me, rows))
    return sorted(found, key=lambda one: (one.since, str(one.id)), reverse=True)


def one_received(me: Me, id: UUID, *, at: datetime) -> Received:
    """Open one. Never there, taken back, run out, another's, forged, damaged: all are the same `Gone`."""
    found = _received(_readable(me, Share.objects.received_by(me.person.id).living(at=at).filter(id=id)))
    if not found:
        raise Gone
    return found[0]


def apart(me: Me, practice: str, *, at: datetime, bond: UUID | None = None) -> list[Apart]:
    """List what others gave me of one practice that stands apart, in one bond or in all. Nobody learns that I looked."""
    rows = Share.objects.received_by(me.person.id).living(at=at)
    found = _readable(me, rows, bond=bond)
    return [
        Apart(one.id, one.bond, one.until, one.shared.of, one.copy)
        for one in found
        if one.copy.practice == practice
    ]


def owner_key(me: Me, row: Share) -> vault.Key:
    """Open the key of a copy as its owner."""
    return vault.open_key(me.key, bytes(row.owner_key), line=row.owner_line())


def receiver_key(me: Me, row: Share) -> vault.Key:
    """Open the key of a copy as its receiver; whose signature stands beside it is still to be checked."""
    return vault.receive_key(me.key, bytes(row.receiver_key), line=row.receiver_line())


def read_shared(row: Share, *, key: vault.Key) -> Shared:
    """Open a copy with its key."""
    return _SHARED.decode(vault.open_record(key, bytes(row.copy), line=row.copy_line()))


def _given(me: Me, row: Share, bond: UUID | None) -> Given:
    try:
        shared = read_shared(row, key=owner_key(me, row))
        copy = practices.read_copy(shared.copy)
    except DAMAGED:
        return Given(row.id, bond, row.expires, None, None, None)
    return Given(row.id, bond, row.expires, shared.since, shared.of, copy, shared.by_rule)


@dataclass(frozen=True, repr=False)
class _Read:
    """A copy that opened, as its receiver reads it."""

    id: UUID
    bond: UUID
    until: date
    shared: Shared
    copy: Copy


def _readable(me: Me, rows: ShareQuerySet, *, bond: UUID | None = None) -> list[_Read]:
    joined = set(Invitation.objects.of(me.person.id).joined().values_list("bond_id", flat=True))
    pins = {pin.person: (place, pin) for place, pin in _pins(me) if place in joined and bond in (None, place)}
    known = cache(trusted)
    found = []
    for row in rows.filter(owner__in=pins):
        try:
            place, pin = pins[row.owner_id]
            found.append(_read(me, row, place, known(pin)))
        except DAMAGED:
            continue
    return found


def _read(me: Me, row: Share, bond: UUID, keys: Keys) -> _Read:
    key = receiver_key(me, row)
    vault.check_share(keys.sign_public, bytes(row.signature), **row.parts(), share_key=key)
    shared = read_shared(row, key=key)
    return _Read(row.id, bond, row.expires, shared, practices.read_copy(shared.copy))


def _received(some: Iterable[_Read]) -> list[Received]:
    """Keep what is listed: of a day, and of no practice that stands apart."""
    return [
        Received(one.id, one.bond, one.shared.since, one.until, one.shared.of, one.copy)
        for one in some
        if one.shared.since is not None and not practices.named(one.copy.practice).apart
    ]


def _pins(me: Me) -> list[tuple[UUID, Pin]]:
    return [(bond.id, bond.side.pin) for bond in bonds.mine(me) if bond.side.pin]
