"""Let the pins of my sides move along the changes that the others signed, so that old keys are worth nothing here."""

from troth import vault
from troth.store.actions.bonds import alter_side
from troth.store.errors import Unreadable
from troth.store.me import Me
from troth.store.queries import bonds
from troth.store.queries.pins import trusted


def follow_pins(me: Me) -> None:
    """Keep the keys that the others have now; a change without a valid chain is left, and nothing is sent to it."""
    try:
        mine = bonds.mine(me)
    except Unreadable:
        return  # said where the bonds are shown
    for bond in mine:
        if bond.side.pin is None:
            continue
        try:
            now = trusted(bond.side.pin).pin
        except vault.VaultError:
            continue
        if now != bond.side.pin:
            alter_side(me=me, bond=bond.id, pin=now)
