"""Reading my bonds."""

from dataclasses import dataclass
from uuid import UUID

from troth.store.errors import Gone
from troth.store.me import Me
from troth.store.models import Membership
from troth.store.profile import Side, decode_side
from troth.store.queries.rows import taken
from troth.store.sealed import unseal

# Every page asks for it, and building it anew would cost more than everything else that is done with a bond.
MINE = "SELECT * FROM membership WHERE person_id = %s"


@dataclass(frozen=True)
class MyBond:
    """One of my bonds, my side of it opened."""

    id: UUID
    version: int
    side: Side

    def __repr__(self) -> str:
        return "MyBond(…)"


def mine(me: Me) -> list[MyBond]:
    """Return all my bonds, oldest first."""
    rows = Membership.objects.raw(MINE, taken(me.person.id))
    return sorted((_opened(me, row) for row in rows), key=lambda bond: bond.side.opened_at)


def one(me: Me, id: UUID) -> MyBond:
    """Return one of my bonds, or raise `Gone`."""
    row = Membership.objects.filter(person=me.person.id, bond=id).first()
    if row is None:
        raise Gone
    return _opened(me, row)


def current(me: Me) -> MyBond | None:
    """Return the bond that is open on Today: my choice, else the oldest that is not closed."""
    bonds = mine(me)
    chosen = next((bond for bond in bonds if bond.id == me.profile.bond), None)
    return chosen or next((bond for bond in bonds if bond.side.state != "closed"), None)


def _opened(me: Me, row: Membership) -> MyBond:
    return MyBond(row.bond_id, row.version, decode_side(unseal(row, key=me.key)))
