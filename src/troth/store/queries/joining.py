"""Where a bond stands between two people, as one of them may see it: never why, never when."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal
from uuid import UUID

import msgspec

from troth import vault
from troth.practices import reader_of
from troth.store.me import Me
from troth.store.models import Invitation, Person
from troth.store.profile import Side
from troth.store.queries import bonds
from troth.store.queries.pins import fingerprint_of, trusted
from troth.store.sealed import unseal

State = Literal["alone", "invited", "to_confirm", "waiting", "joined", "closed"]


@dataclass(frozen=True)
class Standing:
    """What one side sees of a bond. Its repr shows nothing.

    state : alone (nobody else is here), invited (my code is open), to_confirm (someone accepted it), waiting (I accepted,
        they have not confirmed), joined, closed (we were joined, or were to be)
    code, until : my open code and its end; empty otherwise
    words : six numbers of words to read to each other; empty where there is nobody, or the keys are not theirs
    """

    state: State
    code: str = ""
    until: datetime | None = None
    words: tuple[int, ...] = ()

    def __repr__(self) -> str:
        return "Standing(…)"


class Kept(msgspec.Struct, frozen=True):
    """What the inviter keeps sealed of an invitation."""

    code: str
    expires: datetime


_KEPT = reader_of(Kept)


def encode(kept: Kept) -> bytes:
    """Turn it into the bytes that are sealed."""
    return msgspec.json.encode(kept)


def kept_of(me: Me, invitation: Invitation) -> Kept:
    """Open what I keep of my invitation."""
    return _KEPT.decode(unseal(invitation, key=me.key))


def standing(me: Me, bond: UUID, *, at: datetime) -> Standing:
    """Say where one of my bonds stands, or raise `Gone`."""
    side = bonds.one(me, bond).side
    row = Invitation.objects.of(me.person.id).living(at=at).filter(bond=bond).first()
    if row is None or (row.is_joined and not is_with(side, row, me.person.id)):
        return Standing("closed" if side.pin else "alone")
    if row.is_joined:
        return Standing("joined", words=_compared(me, side))
    if row.invitee_id == me.person.id:
        return Standing("waiting", words=_compared(me, side))
    if row.invitee is not None:
        return Standing("to_confirm", words=_words(me, row.invitee))
    kept = kept_of(me, row)
    return Standing("invited", code=kept.code, until=kept.expires)


def is_with(side: Side, row: Invitation, me: UUID) -> bool:
    """Say whether the other of this row is the one whose keys my side holds: a row alone joins nobody."""
    return side.pin is not None and side.pin.person == row.other_than(me)


def _compared(me: Me, side: Side) -> tuple[int, ...]:
    assert side.pin is not None
    try:
        now = trusted(side.pin).pin.fingerprint
    except vault.VaultError:
        return ()
    return vault.compare_numbers(vault.identity(me.key).fingerprint, now)


def _words(me: Me, other: Person) -> tuple[int, ...]:
    try:
        return vault.compare_numbers(vault.identity(me.key).fingerprint, fingerprint_of(other))
    except vault.VaultError:
        return ()
