"""The cast: Ada supports Ben; Petra is a professional; Mallory must see nothing; Hester hosts and can read nothing."""

from copy import copy
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from uuid import UUID

from django.test import Client

from troth import practices
from troth.practices.checkins import Checkin
from troth.practices.promises import Promise
from troth.practices.wins import Win
from troth.store.actions import accounts, bonds, entries, unlocking
from troth.store.me import Me, opened
from troth.store.models import Bond, Entry, Membership, Person, Slot
from troth.store.profile import Profile, Side

PASSPHRASES = {
    "Ada": "river lamp copper nine walnut",
    "Ben": "paper cloud seven acorn drum",
    "Petra": "slow orange window kettle moss",
    "Mallory": "grey ladder button forty pine",
    "Hester": "tin harbour quiet violet rope",
}
NOW = datetime(2026, 11, 20, 18, 0, tzinfo=UTC)


@dataclass(frozen=True)
class Someone:
    """One of the cast: who they are, their keys, their bond."""

    name: str
    passphrase: str
    me: Me
    bond: UUID

    def __repr__(self) -> str:
        return f"Someone({self.name})"


def an_account(
    name: str, *, kind: str = "partner", other: str = "my person", at: datetime | None = None
) -> Someone:
    """Make an account with one bond through the real actions; where it was made before, bring the same rows back.

    Stretching a passphrase is slow on purpose. Once for each of the cast is enough: their keys and rows stay the same.
    """
    wanted = (name, kind, other)
    if at is not None or wanted not in _MADE or Person.objects.filter(id=_MADE[wanted].person).exists():
        return _signed_up(name, kind, other, at or datetime.now(UTC), again=at is None)
    return _MADE[wanted].back()


def _signed_up(name: str, kind: str, other: str, at: datetime, *, again: bool) -> Someone:
    passphrase = PASSPHRASES.get(name, f"{name} walks over nine hills slowly")
    me, _cookie = accounts.sign_up(
        profile=Profile(name=name, zone="Europe/London"), passphrase=passphrase, network=f"test-{name}", at=at
    )
    bond = bonds.open_bond(me=me, side=Side(kind=kind, name=other, opened_at=at, read_roles=True))  # type: ignore[arg-type]
    someone = Someone(name, passphrase, me, bond)
    if again:
        _MADE[name, kind, other] = _Made(someone)
    return someone


class _Made:
    """The rows of an account as it was when it was new."""

    def __init__(self, someone: Someone) -> None:
        self.someone, self.person = someone, someone.me.person.id
        mine = {"person": self.person}
        self.rows = [
            Person.objects.get(id=self.person),
            Bond.objects.get(id=someone.bond),
            *Slot.objects.filter(**mine),
            *Membership.objects.filter(**mine),
        ]

    def back(self) -> Someone:
        """Put the rows into the empty database of another test."""
        rows = [copy(row) for row in self.rows]
        for row in rows:
            row.save(force_insert=True)
        person = rows[0]
        assert isinstance(person, Person)
        me = opened(person, key=self.someone.me.key, session=self.someone.me.session)
        return replace(self.someone, me=me)


_MADE: dict[tuple[str, str, str], _Made] = {}


def unlock(client: Client, someone: Someone) -> None:
    """Sign in as this person: a session of their own, its cookie in the client."""
    _me, cookie = unlocking.enter(person=someone.me.person, account_key=someone.me.key, at=datetime.now(UTC))
    client.cookies["troth"] = cookie


def a_promise(
    *, by: Someone, wording: str = "Ring from the station", at: datetime | None = None, **given: object
) -> Entry:
    """Write an open promise, due tomorrow unless said otherwise."""
    at = at or datetime.now(UTC)
    due = given.pop("due", None) or (at + timedelta(days=1)).replace(second=0, microsecond=0)
    content = Promise(
        wording=wording,
        to=str(given.pop("to", "")),
        due=due,  # type: ignore[arg-type]
        size=given.pop("size", "small"),  # type: ignore[arg-type]
        dimension=given.pop("dimension", "integrity"),  # type: ignore[arg-type]
        sure=given.pop("sure", 80),  # type: ignore[arg-type]
        made_at=at,
    )
    return entries.add(
        me=by.me, bond=by.bond, document=practices.start("promises", content, at=at, on=at.date())
    )


def a_checkin(*, by: Someone, note: str = "", at: datetime | None = None, **given: int | None) -> Entry:
    """Write a check-in."""
    at = at or datetime.now(UTC)
    content = Checkin(
        felt_trust=given.get("felt_trust", 6),
        closeness=given.get("closeness"),
        safety=given.get("safety"),
        energy=given.get("energy"),
        note=note,
        role="supporter",
    )
    return entries.add(
        me=by.me, bond=by.bond, document=practices.start("checkins", content, at=at, on=at.date())
    )


def a_win(*, by: Someone, what: str = "They told me a fear", at: datetime | None = None) -> Entry:
    """Write a win."""
    at = at or datetime.now(UTC)
    content = Win(what=what, kind="told_fear")
    return entries.add(me=by.me, bond=by.bond, document=practices.start("wins", content, at=at, on=at.date()))
