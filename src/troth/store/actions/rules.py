"""Standing rules: from now on each new version of a practice's entries goes to the other as a copy, until a day."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from troth import vault
from troth.practices import Document, Foreign, NotShareable, Portion
from troth.store.actions.bonds import alter_side
from troth.store.actions.shares import check_end, erase_given, sealed, way_to
from troth.store.actions.writing import writing
from troth.store.errors import Gone, NotNow, Unreadable
from troth.store.me import Me
from troth.store.models import Person, Share
from troth.store.profile import Rule
from troth.store.queries import bonds, rules
from troth.store.queries.bonds import MyBond
from troth.store.queries.shares import Shared

LONGEST = timedelta(days=90)


def keep_up(*, me: Me, bond: UUID, practice: str, fields: Iterable[str], until: date, at: datetime) -> None:
    """Let copies of a practice's entries go to the other by themselves, from now until the end of a day (UTC).

    There is one rule a practice: an older one is stopped. Raises `NotShareable`, `NotNow` and `PinMismatch` as `give`.
    """
    chosen = set(fields)
    every = rules.fields_for(practice)
    if not chosen or not chosen <= set(every):
        raise NotShareable
    with writing(me):
        way = way_to(me, bond, at=at)
        check_end(until, at=at, longest=LONGEST)
        in_turn = tuple(name for name in every if name in chosen)
        rule = Rule(practice=practice, fields=in_turn, until=until, made_at=at, joining=way.joining)
        mine = bonds.one(me, bond)
        _erase_made(me, mine, practice)
        alter_side(me=me, bond=bond, rules=(*_others(mine, practice), rule))


def stop(*, me: Me, bond: UUID, practice: str) -> None:
    """Stop a rule and erase the copies that it made; `Gone` where there is none."""
    with writing(me, adds=False):
        mine = bonds.one(me, bond)
        left = _others(mine, practice)
        if left == mine.side.rules:
            raise Gone
        _erase_made(me, mine, practice)
        alter_side(me=me, bond=bond, rules=left)


def follow(me: Me, person: Person, *, id: UUID, bond: UUID | None, document: Document[Any] | Foreign) -> None:
    """Where a rule stands, put a copy of the version just written in place of the copy of the one before.

    Where sharing is not offered now the entry is written all the same: nothing leaves, nothing changes for the other.
    """
    if bond is None or not isinstance(document, Document):
        return
    at = document.changed_at
    try:
        rule = rules.one(me, bond, document.practice, at=at)
        if rule is None or document.written_at < rule.made_at:
            return
        fields = rules.taken_of(document, fields=rule.fields)
        if not fields:
            forget(me, id=id)
            return
        way = way_to(me, bond, at=at)
    except (NotNow, Unreadable, vault.VaultError):
        return
    forget(me, id=id)
    portion = Portion(document=document, fields=fields)
    sealed(me, person, way.keys, portion, of=id, until=rule.until, at=at, by_rule=True)


def forget(me: Me, *, id: UUID) -> None:
    """Erase the copy that a rule made of an entry, wherever it is."""
    if Share.objects.given_by(me.person.id).exists():
        erase_given(me, which=lambda shared: shared.by_rule and shared.of == id)


def _others(mine: MyBond, practice: str) -> tuple[Rule, ...]:
    return tuple(rule for rule in mine.side.rules if rule.practice != practice)


def _erase_made(me: Me, mine: MyBond, practice: str) -> None:
    def is_made(shared: Shared) -> bool:
        return shared.by_rule and shared.copy.get("practice") == practice

    if mine.side.pin is not None:
        erase_given(me, which=is_made, to=mine.side.pin.person)
