"""The lines of the list: what is out there of mine, and what was given to me."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext as _

from troth.store.queries.bonds import MyBond
from troth.store.queries.out_there import Outside
from troth.store.queries.shares import Given, Received
from troth.web.parts.copies import begins
from troth.web.parts.shown import plural, practice_icon, singular


@dataclass(frozen=True, repr=False)
class Line:
    """One line. `name` is my own name for the other, `words` begin my own copy; `practice` is empty where it does not open."""

    id: UUID
    practice: str
    what: str
    icon: str
    name: str
    until: date
    since: date | None = None
    bond: UUID | None = None
    by_rule: bool = False
    words: str = ""

    def __repr__(self) -> str:
        return "Line(…)"


def copies_of(out: Outside, mine: list[MyBond]) -> list[Line]:
    """Draw up my copies."""
    return [_copy(one, _names(mine)) for one in out.copies]


def rules_of(out: Outside, mine: list[MyBond]) -> list[Line]:
    """Draw up my standing rules."""
    names = _names(mine)
    return [
        Line(
            id=one.bond,
            practice=one.rule.practice,
            what=plural(one.rule.practice),
            icon=practice_icon(one.rule.practice),
            name=names.get(one.bond, ""),
            until=one.rule.until,
            since=timezone.localdate(one.rule.made_at),
        )
        for one in out.rules
    ]


def given_to_me(received: list[Received], mine: list[MyBond]) -> list[Line]:
    """Draw up what others gave me: kind, from whom, day."""
    names = _names(mine)
    return [
        Line(
            id=one.id,
            practice=one.copy.practice,
            what=singular(one.copy.practice).capitalize(),
            icon=practice_icon(one.copy.practice),
            name=names.get(one.bond, ""),
            until=one.until,
            since=one.since,
        )
        for one in received
    ]


def _copy(one: Given, names: dict[UUID, str]) -> Line:
    practice = one.copy.practice if one.copy else ""
    return Line(
        id=one.id,
        practice=practice,
        what=singular(practice).capitalize() if practice else _("Something that does not open any more"),
        icon=practice_icon(practice),
        name=names.get(one.bond, "") if one.bond else "",
        until=one.until,
        since=one.since,
        bond=one.bond,
        by_rule=one.by_rule,
        words=begins(one.copy) if one.copy else "",
    )


def _names(mine: list[MyBond]) -> dict[UUID, str]:
    return {bond.id: bond.side.name for bond in mine}
