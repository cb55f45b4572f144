"""Shares that must not be: of what may not leave, to nobody, under other keys, changed in the database."""

from dataclasses import fields as fields_of
from dataclasses import replace
from datetime import timedelta

import msgspec
import pytest

from tests import people
from tests.store.two import AT, UNTIL, shared
from tests.written import an_entry_of
from troth import practices, vault
from troth.practices import BadContent, NotShareable, Portion
from troth.practices.origins import Origin
from troth.store.actions import bonds, entries, shares
from troth.store.errors import Gone, NotNow
from troth.store.models import Person, Share
from troth.store.queries import entries as entry_queries
from troth.store.queries import shares as reading
from troth.store.queries.shares import given, offered, one_received, received

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


NEVER = [name for name in practices.names() if not practices.named(name).shareable]


@pytest.mark.parametrize("name", NEVER)
def test_w07_what_is_not_shareable_makes_no_share(both, name):
    ada, _ben = both
    entry = an_entry_of(name, by=ada)
    document = entry_queries.one(ada.me, entry.id).document
    every = tuple(one.name for one in fields_of(document.content))
    assert offered(ada.me, entry.id) == ()
    for chosen in (every, every[:1], (), ("state",)):
        with pytest.raises(NotShareable):
            Portion(document=document, fields=chosen)
        with pytest.raises((NotShareable, Gone)):
            shares.give(me=ada.me, bond=ada.bond, id=entry.id, fields=chosen, until=UNTIL, at=AT)
    assert not Share.objects.exists()


def test_w07_the_list_of_what_can_never_leave_is_this():
    never = {"heldback", "jealousy", "incidents", "stepbacks", "safety_plans", "supporters", "rests"}
    assert never | {"questionnaires", "crossings"} <= set(NEVER)


def test_w07_how_safe_someone_felt_is_not_among_the_fields(both):
    ada, _ben = both
    entry = people.a_checkin(by=ada, safety=9, felt_trust=4, at=AT)
    assert "safety" not in offered(ada.me, entry.id)
    for chosen in (["safety"], ["felt_trust", "safety"], [], ["no such field"]):
        with pytest.raises(NotShareable):
            shares.give(me=ada.me, bond=ada.bond, id=entry.id, fields=chosen, until=UNTIL, at=AT)


def test_only_what_they_told_of_where_it_comes_from_can_be_shared(both):
    ada, _ben = both
    for known, leaves in (("guessed", False), ("noticed", False), ("told", True)):
        document = practices.start("origins", Origin(kind="loss", known=known), at=AT, on=AT.date())
        entry = entries.add(me=ada.me, bond=ada.bond, document=document)
        assert bool(offered(ada.me, entry.id)) is leaves


def test_w07_a_copy_of_what_may_not_leave_is_not_read_either(both):
    ada, ben = both
    id = shared(ada)
    row = Share.objects.get(id=id)
    key = reading.owner_key(ada.me, row)
    for wrong in ({"practice": "heldback"}, {"practice": "checkins", "fields": {"safety": 1}}, {"schema": 0}):
        copy = {"practice": "wins", "schema": 1, "on": "2026-11-20", "state": "noted", "fields": {}, **wrong}
        if wrong == {"schema": 0}:
            copy["on"] = "no day"
        forged = msgspec.json.encode({"copy": copy, "since": AT.date(), "of": str(id)})
        Share.objects.update(copy=vault.seal_record(key, forged, line=row.copy_line()))
        assert received(ben.me, at=AT) == []


def swapped(row):
    row.owner_id, row.receiver_id = row.receiver_id, row.owner_id


def resigned(row, key, mallory):
    row.signature = vault.sign_share(mallory.me.key, **row.parts(), share_key=key)


def resealed(row):
    """A copy that Mallory made of her own words, under a key of hers, sent to Ben in Ada's name."""
    fresh = vault.new_key()
    receiver = Person.objects.get(id=row.receiver_id)
    row.receiver_key = vault.send_key(bytes(receiver.receive_public), fresh, line=row.receiver_line())
    row.copy = vault.seal_record(fresh, b"{}", line=row.copy_line())


FORGED = {
    "expiry moved": lambda row, key, mallory: setattr(row, "expires", UNTIL + DAY),
    "owner and receiver swapped": lambda row, key, mallory: swapped(row),
    "other share": lambda row, key, mallory: setattr(row, "id", vault.new_id()),
    "scope widened": lambda row, key, mallory: setattr(row, "scope", "live"),
    "signed by another": resigned,
    "other receiver": lambda row, key, mallory: setattr(row, "receiver_id", mallory.me.person.id),
    "other owner": lambda row, key, mallory: setattr(row, "owner_id", mallory.me.person.id),
    "key sealed by someone who is not the owner": lambda row, key, mallory: resealed(row),
    "other generation": lambda row, key, mallory: setattr(row, "generation", 2),
    **{
        f"{column} changed": lambda row, key, mallory, column=column: setattr(
            row, column, bytes(getattr(row, column))[:-1] + bytes([bytes(getattr(row, column))[-1] ^ 1])
        )
        for column in ("copy", "receiver_key", "signature", "owner_key")
    },
    **{
        f"{column} cut": lambda row, key, mallory, column=column: setattr(
            row, column, bytes(getattr(row, column))[:-1]
        )
        for column in ("copy", "receiver_key", "signature", "owner_key")
    },
}
# Bound for the owner only: the receiver's copy is as it was signed.
OWNERS = {"other generation", "owner_key changed", "owner_key cut"}


@pytest.mark.parametrize("name", FORGED)
def test_a_row_changed_in_the_database_is_not_there(both, mallory, name):
    ada, ben = both
    row = Share.objects.get(id=shared(ada))
    key = reading.owner_key(ada.me, row)
    Share.objects.all().delete()
    FORGED[name](row, key, mallory)
    row.save(force_insert=True)
    everyone = [received(one.me, at=AT) for one in (ada, ben, mallory)]
    if name in OWNERS:
        assert [len(some) for some in everyone] == [0, 1, 0]
        assert given(ada.me, at=AT)[0].copy is None
        return
    assert everyone == [[], [], []]
    for one in (ada, ben, mallory):
        with pytest.raises(Gone) as caught:
            one_received(one.me, row.id, at=AT)
        assert str(caught.value) == ""


@pytest.mark.parametrize("column", ["copy", "receiver_key", "signature", "owner_key"])
def test_parts_of_two_shares_cannot_be_mixed(both, column):
    ada, ben = both
    first, second = (Share.objects.get(id=shared(ada, what=what)) for what in ("one", "two"))
    Share.objects.filter(id=first.id).update(**{column: getattr(second, column)})
    readable = {one.id for one in received(ben.me, at=AT)}
    assert readable == ({first.id, second.id} if column == "owner_key" else {second.id})


@pytest.mark.parametrize(("days", "reason"), [(-1, "past"), (367, "late")])
def test_an_end_is_a_day_within_a_year(both, days, reason):
    with pytest.raises(BadContent) as caught:
        shared(both[0], until=AT.date() + days * DAY)
    assert caught.value.reason == reason


def test_keys_that_changed_without_a_chain_are_sent_nothing(both, mallory):
    ada, ben = both
    id = shared(ada)
    Person.objects.filter(id=ben.me.person.id).update(receive_public=mallory.me.person.receive_public)
    with pytest.raises(vault.PinMismatch):
        shared(ada)
    assert Share.objects.count() == 1
    Person.objects.filter(id=ada.me.person.id).update(sign_public=mallory.me.person.sign_public)
    with pytest.raises(Gone):
        one_received(ben.me, id, at=AT)


def test_nothing_is_given_in_a_bond_that_is_not_joined_or_out_of_another(both, mallory):
    ada, _ben = both
    alone = bonds.open_bond(me=ada.me, side=people.Side(kind="friend", name="Cleo", opened_at=AT))
    entry, there = people.a_win(by=ada), people.a_win(by=replace(ada, bond=alone))
    tries = [(ada, alone, entry.id, NotNow), (ada, ada.bond, there.id, Gone), (mallory, ada.bond, entry.id, Gone),
             (mallory, mallory.bond, entry.id, NotNow), (ada, ada.bond, vault.new_id(), Gone)]  # fmt: skip
    for who, bond, id, error in tries:
        with pytest.raises(error):
            shares.give(me=who.me, bond=bond, id=id, fields=["what"], until=UNTIL, at=AT)
    assert not Share.objects.exists()
