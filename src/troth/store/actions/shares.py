"""Give the other a copy, and take it back: alone, at once, without a word."""

from collections.abc import Iterable
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

LONGEST = timedelta(days=366)


def give(*, me: Me, bond: UUID, id: UUID, fields: Iterable[str], until: date, at: datetime) -> UUID:
    """Give the other of a bond a copy of chosen fields of one of my entries, until the end of a day (UTC).

    An older copy of the same entry is taken back with it. Raises `NotShareable` for what may not leave, `NotNow` where
    sharing is not offered, `PinMismatch` where the other's keys are not those that were pinned.
    """
    with writing(me) as person:
        mine = may_open_up(me, bond, at=at)
        _hold_joined(me, mine)
        keys = _keys(me, mine)
        if entries.one(me, id).bond != bond:
            raise Gone
        portion = shares.portion(me, id, fields=fields)
        _check_end(until, at=at)
        _take_back_older(me, keys.pin.person, of=id)
        return _sealed(me, person, keys, portion, of=id, until=until, at=at)


def take_back(*, me: Me, id: UUID) -> None:
    """Erase one of my shares. What was seen stays seen; what is kept of it opens nothing that is left."""
    with writing(me, adds=False) as person:
        mine = Share.objects.given_by(person.id).filter(id=id)
        if not mine.exists():
            raise Gone
        erase_shares(mine)


def _hold_joined(me: Me, mine: MyBond) -> None:
    """Hold the row that says we are joined: whoever parts us meanwhile waits, or was first."""
    row = Invitation.objects.of(me.person.id).joined().filter(bond=mine.id).select_for_update().first()
    if row is None or not joining.is_with(mine.side, row, me.person.id):
        raise NotNow("Not available now.")


def _keys(me: Me, mine: MyBond) -> Keys:
    assert mine.side.pin is not None
    keys = trusted(mine.side.pin)
    if keys.pin != mine.side.pin:
        alter_side(me=me, bond=mine.id, pin=keys.pin)
    return keys


def _check_end(until: date, *, at: datetime) -> None:
    first = last_day(at)
    if until < first:
        raise BadContent("until", "a day that has not passed", reason="past")
    if until > first + LONGEST:
        raise BadContent("until", "a day within a year", reason="late")


def _take_back_older(me: Me, receiver: UUID, *, of: UUID) -> None:
    older = []
    for row in Share.objects.given_by(me.person.id).received_by(receiver):
        try:
            if shares.read_shared(row, key=shares.owner_key(me, row)).of == of:
                older.append(row.id)
        except shares.DAMAGED:
            continue
    erase_shares(Share.objects.filter(id__in=older))


def _sealed(
    me: Me, person: Person, keys: Keys, portion: Portion, *, of: UUID, until: date, at: datetime
) -> UUID:
    key = vault.new_key()
    row = Share(
        id=vault.new_id(),
        owner=person,
        receiver_id=keys.pin.person,
        scope=COPY,
        expires=until,
        generation=person.generation,
    )
    content = shares.encode(practices.copy_of(portion), since=me.day(at), of=of)
    row.copy = vault.seal_record(key, content, line=row.copy_line())
    row.owner_key = vault.seal_key(me.key, key, line=row.owner_line())
    row.receiver_key = vault.send_key(keys.receive_public, key, line=row.receiver_line())
    row.signature = vault.sign_share(me.key, **row.parts(), share_key=key)
    row.save(force_insert=True)
    return row.id
