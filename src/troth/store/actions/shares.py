"""Give the other a copy, and take it back: alone, at once, without a word."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from troth import practices, vault
from troth.practices import BadContent, Portion
from troth.store.actions.bonds import alter_side
from troth.store.actions.invitations import may_open_up
from troth.store.actions.parting import erase_shares
from troth.store.actions.writing import writing
from troth.store.errors import Gone, NotNow
from troth.store.me import Me
from troth.store.models import Invitation, Person, Share
from troth.store.models.shares import COPY, last_day
from troth.store.queries import entries, joining, shares
from troth.store.queries.bonds import MyBond
from troth.store.queries.pins import Keys, trusted
from troth.store.queries.shares import Shared

LONGEST = timedelta(days=366)


@dataclass(frozen=True)
class Way:
    """The way to the other of a bond, open and held: the row that joins us, and their keys, checked."""

    joining: UUID
    keys: Keys


def give(*, me: Me, bond: UUID, id: UUID, fields: Iterable[str], until: date, at: datetime) -> UUID:
    """Give the other of a bond a copy of chosen fields of one of my entries, until the end of a day (UTC).

    An older copy of the same entry is taken back with it. Raises `NotShareable` for what may not leave, `NotNow` where
    sharing is not offered, `PinMismatch` where the other's keys are not those that were pinned.
    """
    with writing(me) as person:
        way = way_to(me, bond, at=at)
        if entries.one(me, id).bond != bond:
            raise Gone
        portion = shares.portion(me, id, fields=fields)
        if practices.named(portion.document.practice).apart:
            raise practices.NotShareable
        check_end(until, at=at, longest=LONGEST)
        erase_given(me, to=way.keys.pin.person, which=lambda shared: shared.of == id)
        return sealed(me, person, way.keys, portion, of=id, until=until, at=at)


def take_back(*, me: Me, id: UUID) -> None:
    """Erase one of my shares. What was seen stays seen; what is kept of it opens nothing that is left."""
    with writing(me, adds=False) as person:
        mine = Share.objects.given_by(person.id).filter(id=id)
        if not mine.exists():
            raise Gone
        erase_shares(mine)


def way_to(me: Me, bond: UUID, *, at: datetime) -> Way:
    """Hold the row that says we are joined: whoever parts us meanwhile waits, or was first. Else `NotNow`."""
    return way_anyhow(me, may_open_up(me, bond, at=at))


def way_anyhow(me: Me, mine: MyBond) -> Way:
    """Hold the same row whether or not sharing is offered: for my own pace, and for taking back what I said."""
    row = Invitation.objects.of(me.person.id).joined().filter(bond=mine.id).select_for_update().first()
    if row is None or not joining.is_with(mine.side, row, me.person.id):
        raise NotNow("Not available now.")
    return Way(row.id, _keys(me, mine))


def check_end(until: date, *, at: datetime, longest: timedelta) -> None:
    """Refuse a last day that has passed or is too far away."""
    first = last_day(at)
    if until < first:
        raise BadContent("until", "a day that has not passed", reason="past")
    if until > first + longest:
        raise BadContent("until", f"a day within {longest.days} days", reason="late")


def erase_given(me: Me, *, which: Callable[[Shared], bool], to: UUID | None = None) -> tuple[date, ...]:
    """Erase those of my copies that fit, and return their last days.

    One that does not open fits nothing, and is left to be taken back by hand.
    """
    rows = Share.objects.given_by(me.person.id)
    older = {}
    for row in rows.received_by(to) if to else rows:
        try:
            if which(shares.read_shared(row, key=shares.owner_key(me, row))):
                older[row.id] = row.expires
        except shares.DAMAGED:
            continue
    if older:
        erase_shares(Share.objects.filter(id__in=older))
    return tuple(older.values())


def sealed(
    me: Me,
    person: Person,
    keys: Keys,
    portion: Portion,
    *,
    of: UUID,
    until: date,
    at: datetime,
    by_rule: bool = False,
) -> UUID:
    """Seal a portion for the other and write the row; everything was checked before."""
    key = vault.new_key()
    row = Share(
        id=vault.new_id(),
        owner=person,
        receiver_id=keys.pin.person,
        scope=COPY,
        expires=until,
        generation=person.generation,
    )
    since = None if practices.named(portion.document.practice).apart else me.day(at)
    content = shares.encode(practices.copy_of(portion), since=since, of=of, by_rule=by_rule)
    row.copy = vault.seal_record(key, content, line=row.copy_line())
    row.owner_key = vault.seal_key(me.key, key, line=row.owner_line())
    row.receiver_key = vault.send_key(keys.receive_public, key, line=row.receiver_line())
    row.signature = vault.sign_share(me.key, **row.parts(), share_key=key)
    row.save(force_insert=True)
    return row.id


def _keys(me: Me, mine: MyBond) -> Keys:
    assert mine.side.pin is not None
    keys = trusted(mine.side.pin)
    if keys.pin != mine.side.pin:
        alter_side(me=me, bond=mine.id, pin=keys.pin)
    return keys
