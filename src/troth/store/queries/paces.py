"""The pace: mine, and the other's present one. Of theirs there is nothing else to be read: no since when, no history."""

from datetime import datetime
from uuid import UUID

from troth.practices.paces import HOWS, How
from troth.store.me import Me
from troth.store.queries import bonds, shares
from troth.store.queries.bonds import MyBond
from troth.store.queries.recent import newest


def mine(me: Me, bond: UUID) -> How | None:
    """Return my pace in a bond: the one that I chose last."""
    found = newest(me, bond, "paces")
    return found.content.pace if found else None


def is_out(me: Me, bond: UUID, *, at: datetime) -> bool:
    """Say whether the other can see my present pace."""
    now = mine(me, bond)
    copies = (one.copy for one in shares.given(me, at=at) if one.bond == bond and one.copy)
    return any(copy.practice == "paces" and copy.fields.get("pace") == now for copy in copies)


def theirs(me: Me, bond: UUID, *, at: datetime) -> How | None:
    """Return the other's present pace, and nothing else; None where they gave none, or nobody is there."""
    return theirs_in(me, bonds.one(me, bond), at=at)


def theirs_in(me: Me, mine: MyBond, *, at: datetime) -> How | None:
    """Return it for a bond that is open already. Should two stand there, the slower one counts."""
    if mine.side.pin is None:
        return None
    given = {one.copy.fields.get("pace") for one in shares.apart(me, "paces", bond=mine.id, at=at)}
    return next((how for how in reversed(HOWS) if how in given), None)


def is_quiet(me: Me, mine: MyBond, *, at: datetime) -> bool:
    """Say whether the other asks for quiet: then nothing of mine goes to them, and nothing is suggested to me."""
    return theirs_in(me, mine, at=at) == "pause"
