"""Two people of the sample world share one bond: how they joined, what each gave the other, what goes by a rule."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from troth import practices
from troth.app.sample_days import Days, Written
from troth.practices import Document
from troth.store.actions import bonds, entries, invitations, joining, looking, profiles, rules, shares
from troth.store.me import Me
from troth.store.profile import Side

JOINED_AGO, RULED_AGO, RULE_LASTS = 98, 6, 50
RULED, RULE_FIELDS = "headsups", ("kind", "what", "at")


def join(*, inviter: Me, invitee: Me, bond: UUID, days: Days) -> None:
    """Join them as two people do: a code, a yes, let in."""
    code = invitations.invite(me=inviter, bond=bond, at=days.moment(JOINED_AGO, 19))
    yes = days.moment(JOINED_AGO, 20)
    side = Side(kind="partner", name="Ada", role="person", opened_at=yes, read_roles=True)
    invitations.accept(me=invitee, code=code, side=side, network="sample", at=yes)
    joining.confirm(me=inviter, bond=bond, at=days.moment(JOINED_AGO, 20, 5))
    profiles.change_profile(me=invitee, bond=bond)


def write_with_rule(*, me: Me, bond: UUID, written: Iterable[Written], days: Days) -> None:
    """Write the weeks: what came after the standing rule is written one by one, so that the rule follows it."""
    ruled_at = days.moment(RULED_AGO, 8)
    before, after = _parted(written, at=ruled_at)
    entries.add_all(me=me, bond=bond, documents=before)
    until = days.day(days.at) + timedelta(days=RULE_LASTS)
    rules.keep_up(me=me, bond=bond, practice=RULED, fields=RULE_FIELDS, until=until, at=ruled_at)
    for id, document in after:
        entries.add(me=me, bond=bond, document=document, id=id)


def give(*, me: Me, bond: UUID, written: Iterable[Written], copies: list[dict[str, Any]], days: Days) -> None:
    """Give copies of what was written, each on its own day; then look through what is out there."""
    bonds.alter_side(me=me, bond=bond, asked_on=days.day(days.moment(copies[0]["ago"], 20)))
    known = list(written)
    for one in copies:
        shares.give(
            me=me,
            bond=bond,
            id=_begins(known, one["practice"], one["begins"]),
            fields=one["fields"],
            until=days.day(days.at) + timedelta(days=one["ends"]),
            at=days.moment(one["ago"], 22),
        )
    looking.looked(me=me, at=days.moment(1, 22))


def _parted(written: Iterable[Written], *, at: datetime) -> tuple[list[Written], list[Written]]:
    known = list(written)
    return [one for one in known if one[1].written_at < at], [one for one in known if one[1].written_at >= at]


def _begins(written: Iterable[Written], practice: str, begins: str) -> UUID:
    """Find the one entry of a practice with these first words."""
    [id] = [id for id, document in written if _is(document, practice, begins)]
    return id


def _is(document: Document[Any], practice: str, begins: str) -> bool:
    return document.practice == practice and practices.line_of(document).title.startswith(begins)
