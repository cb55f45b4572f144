"""Copies that follow their entry by themselves: my present pace, and my replies. Nothing else does without a rule."""

from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from troth import vault
from troth.practices import Document, Foreign, Portion, offered
from troth.store.actions.shares import erase_given, sealed, way_anyhow, way_to
from troth.store.errors import NotNow
from troth.store.me import Me
from troth.store.models import Entry, Person
from troth.store.models.shares import last_day
from troth.store.queries import bonds, shares
from troth.store.queries.recent import newest
from troth.store.queries.shares import Shared

YEAR = timedelta(days=365)


def follow(me: Me, person: Person, *, id: UUID, bond: UUID | None, document: Document[Any] | Foreign) -> None:
    """Keep what the other sees in step with an entry that was just written."""
    if bond is None or not isinstance(document, Document):
        return
    if document.practice == "paces":
        _pace(me, person, bond, at=document.changed_at)
    elif document.practice == "replies":
        _reply(me, person, bond, id, document)


def step_with(me: Me, person: Person, *, entry: Entry, at: datetime) -> None:
    """Keep it in step with an entry that was just deleted, or came back."""
    topic, bond = bytes(entry.topic), entry.bond_id
    if bond is None:
        return
    if topic == me.topic(bond=bond, practice="paces"):
        _pace(me, person, bond, at=at)
    elif topic == me.topic(bond=bond, practice="replies"):
        erase_given(me, which=lambda shared: shared.of == entry.id)


def _pace(me: Me, person: Person, bond: UUID, *, at: datetime) -> None:
    """Put my newest pace in the place of the one that the other sees, for half a year or longer.

    My gate and a pause of my bond do not matter here, and that is a choice (W13, W19; decision 0021). A pace is a limit
    that its setter owns, no step of openness. Did it go only while the gate is open, a word that stays behind after it was
    pressed in front of the other would tell that the gate closed; and a slower one that stays behind would let them go on
    too fast. So every pace goes, at every gate, with the same bytes: what the other sees is what was pressed last, and
    nothing can be read off it. Where nobody is joined, or their keys are not the pinned ones, it is simply kept here.
    """
    try:
        way = way_anyhow(me, bonds.one(me, bond))
    except (NotNow, vault.VaultError):
        return
    erase_given(me, to=way.keys.pin.person, which=_is_pace)
    found = newest(me, bond, "paces")
    if found is None or not isinstance(found.document, Document):
        return
    portion = Portion(document=found.document, fields=("pace",))
    sealed(me, person, way.keys, portion, of=found.id, until=_half_year_end(last_day(at) + YEAR), at=at)


def _reply(me: Me, person: Person, bond: UUID, id: UUID, document: Document[Any]) -> None:
    """Put a changed reply in the place of the one that the other sees. Taking it back goes whatever the gate says."""
    if not any(one.of == id for one in shares.given(me, at=document.changed_at)):
        return
    at, is_back = document.changed_at, document.state == "withdrawn"
    try:
        way = way_anyhow(me, bonds.one(me, bond)) if is_back else way_to(me, bond, at=at)
    except (NotNow, vault.VaultError):
        if is_back:
            erase_given(me, which=lambda shared: shared.of == id)
        return
    ends = erase_given(me, which=lambda shared: shared.of == id)
    portion = Portion(document=document, fields=offered(document))
    sealed(me, person, way.keys, portion, of=id, until=max(ends), at=at)


def _half_year_end(latest: date) -> date:
    """Return the last end of a half-year up to then: a last day stands in clear, and must not tell when a pace was chosen."""
    ends = (date(latest.year - 1, 12, 31), date(latest.year, 6, 30), date(latest.year, 12, 31))
    return max(end for end in ends if end <= latest)


def _is_pace(shared: Shared) -> bool:
    return shared.copy.get("practice") == "paces"
