"""Standing rules: which there are, what one may take, and whether sharing is offered at all. To read writes nothing."""

from collections.abc import Iterable
from dataclasses import dataclass
from dataclasses import fields as fields_of
from datetime import datetime
from uuid import UUID

from troth import practices
from troth.practices import Document
from troth.store.errors import Unreadable
from troth.store.me import Me
from troth.store.models import Invitation
from troth.store.models.shares import last_day
from troth.store.profile import Rule
from troth.store.queries import bonds, joining, paces
from troth.store.queries.bonds import MyBond
from troth.store.queries.guarding import gate_of


@dataclass(frozen=True)
class Standing:
    """One of my rules, and the bond in which it stands."""

    bond: UUID
    rule: Rule

    def __repr__(self) -> str:
        return "Standing(…)"


def for_rules() -> tuple[str, ...]:
    """Name the practices that a rule may stand for: nothing of them is withheld, so nothing of them is a watch over days."""
    return tuple(name for name in practices.names() if fields_for(name))


def fields_for(practice: str) -> tuple[str, ...]:
    """Name the fields that a rule of this practice may take; empty where there can be no rule."""
    if practice not in practices.names():
        return ()
    found = practices.named(practice)
    if not found.shareable or found.withheld or found.apart:
        return ()
    return tuple(one.name for one in fields_of(found.content))


def taken_of(document: Document, *, fields: Iterable[str]) -> tuple[str, ...]:
    """Name what of an entry goes with a rule for these fields; empty where it may not leave, or is meant for somebody else."""
    if not practices.named(document.practice).for_other(document):
        return ()
    offered = practices.offered(document)
    return tuple(name for name in fields if name in offered)


def standing(me: Me, *, at: datetime) -> list[Standing]:
    """List my rules that stand, bond by bond."""
    mine = [bond for bond in bonds.mine(me) if bond.side.rules]
    if not mine:
        return []
    rows = _joined(me)
    return [Standing(bond.id, rule) for bond in mine for rule in _living(bond, rows.get(bond.id), at=at)]


def one(me: Me, bond: UUID, practice: str, *, at: datetime) -> Rule | None:
    """Find the rule of a practice in one of my bonds."""
    return stands_for(me, bonds.one(me, bond), practice, at=at)


def stands_for(me: Me, mine: MyBond, practice: str, *, at: datetime) -> Rule | None:
    """Find the rule of a practice in a bond that is open already."""
    if not mine.side.rules:
        return None
    living = _living(mine, _joined(me).get(mine.id), at=at)
    return next((rule for rule in living if rule.practice == practice), None)


def is_offered(me: Me, mine: MyBond, *, at: datetime) -> bool:
    """Say whether something may be shared in this bond now. Never why not, and nothing is kept of it."""
    row = _joined(me).get(mine.id)
    if row is None or mine.side.state != "active" or not joining.is_with(mine.side, row, me.person.id):
        return False
    try:
        return gate_of(me, mine.id, on=me.day(at)).is_open and not paces.is_quiet(me, mine, at=at)
    except Unreadable:
        return False


def _joined(me: Me) -> dict[UUID, Invitation]:
    return {row.bond_id: row for row in Invitation.objects.of(me.person.id).joined()}


def _living(mine: MyBond, row: Invitation | None, *, at: datetime) -> list[Rule]:
    if row is None:
        return []
    return [rule for rule in mine.side.rules if rule.joining == row.id and rule.until >= last_day(at)]
