"""What a person's two sealed records hold: the profile, and one side of each bond."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Literal
from uuid import UUID

import msgspec

from troth.practices import reader_of
from troth.values import BondKind, Role

SideState = Literal["active", "paused", "closed"]
Theme = Literal["system", "light", "dark"]
LeaveTo = Literal["", "wikipedia", "weather", "news"]


@dataclass(frozen=True, kw_only=True, slots=True)
class Profile:
    """A person's own settings. Its repr shows nothing."""

    name: str
    zone: str
    language: str = "en"
    theme: Theme = "system"
    idle_minutes: Literal[2, 5, 10, 15] = 10
    plain_titles: bool = False
    spell_check: bool = False
    leave_to: LeaveTo = ""
    has_recovery: bool = False
    bond: UUID | None = None  # the bond that is open on Today
    last_unlock: datetime | None = None
    unlock_before: datetime | None = None
    made_at: datetime | None = None
    plan_on_today: bool = False  # whether Today shows a link to the safety plan
    imported_at: datetime | None = None  # since then the order of entries may not be that of their days
    step: str | None = None  # where I am in the programme
    opened_days: tuple[
        date, ...
    ] = ()  # the last 28 days on which it was unlocked: when a step could be suggested
    not_today: date | None = None  # the day on which the small step was sent away
    invited_at: tuple[datetime, ...] = ()  # when I made invitations, the last thirty days
    danger_card: bool = True  # whether words that sound of danger open the card with people to call
    out_seen: str = ""  # marks of what was out there of mine when I was last led to look
    out_looked: date | None = None  # the day on which I last looked

    def __repr__(self) -> str:
        return "Profile(…)"


@dataclass(frozen=True, kw_only=True, slots=True)
class Pin:
    """Who the other is, and the fingerprint of the keys that the code vouched for. Its repr shows nothing."""

    person: UUID
    fingerprint: bytes

    def __repr__(self) -> str:
        return "Pin(…)"


@dataclass(frozen=True, kw_only=True, slots=True)
class Rule:
    """A standing rule: of one practice, what I write from now on goes to the other as a copy. Its repr shows nothing.

    practice, fields, until : of which entries, what of them, and the last day (UTC)
    made_at : older entries stay here
    joining : the row that joins us; a rule ends with it, and never goes on with somebody else
    """

    practice: str
    fields: tuple[str, ...]
    until: date
    made_at: datetime
    joining: UUID

    def __repr__(self) -> str:
        return "Rule(…)"


@dataclass(frozen=True, kw_only=True, slots=True)
class Side:
    """One person's side of a bond. Its repr shows nothing."""

    kind: BondKind
    name: str
    role: Role = "supporter"
    state: SideState = "active"
    opened_at: datetime
    read_roles: bool = False
    origin: UUID | None = None  # the bond's id in the home it was imported from
    pin: Pin | None = None  # the other person's keys, from the moment of joining
    rules: tuple[Rule, ...] = ()  # what goes to the other by itself, one rule a practice
    asked_on: date | None = None  # the day on which I was last asked whether sharing could be used against me

    def __repr__(self) -> str:
        return "Side(…)"


_PROFILE, _SIDE = reader_of(Profile), reader_of(Side)


def encode(record: Profile | Side) -> bytes:
    """Turn a record into the bytes that are sealed."""
    return msgspec.json.encode(record)


def decode_profile(content: bytes) -> Profile:
    """Read a profile back."""
    return _PROFILE.decode(content)


def decode_side(content: bytes) -> Side:
    """Read one side of a bond back."""
    return _SIDE.decode(content)


__all__ = [
    "LeaveTo",
    "Pin",
    "Profile",
    "Rule",
    "Side",
    "SideState",
    "Theme",
    "decode_profile",
    "decode_side",
    "encode",
    "replace",
]
