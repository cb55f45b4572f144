"""Shares: a copy that leaves, exactly as chosen, for one person, until a day; and is gone when it is taken back."""

from dataclasses import fields as fields_of
from dataclasses import replace
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests import people
from tests.store.two import AT, MARKER, UNTIL, renewed, shared
from troth import practices, vault
from troth.app import restoring
from troth.practices import Copy
from troth.practices.incidents import Incident
from troth.store.actions import accounts, bonds, entries, erasing, joining, shares
from troth.store.errors import Gone, NotNow
from troth.store.models import Share
from troth.store.queries import entries as entry_queries
from troth.store.queries import shares as reading
from troth.store.queries.shares import Received, given, offered, one_received, preview, received

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


def test_the_other_sees_exactly_what_was_previewed_and_chosen(both):
    ada, ben = both
    entry = people.a_promise(by=ada, wording=MARKER, at=AT, sure=35)
    assert "sure" in offered(ada.me, entry.id)
    seen = preview(ada.me, entry.id, fields=["size", "wording"])
    id = shares.give(me=ada.me, bond=ada.bond, id=entry.id, fields=["size", "wording"], until=UNTIL, at=AT)
    [found] = received(ben.me, at=AT)
    assert (found.id, found.bond, found.since, found.until) == (id, ada.bond, AT.date(), UNTIL)
    assert found.copy == seen == one_received(ben.me, id, at=AT).copy
    assert dict(seen.fields) == {"wording": MARKER, "size": "small"}


def test_w12_the_owner_sees_all_that_is_out_there(both):
    ada, ben = both
    ids = [shared(ada), shared(ada, what="another")]
    listed = given(ada.me, at=AT)
    assert {one.id for one in listed} == set(ids) == set(Share.objects.values_list("id", flat=True))
    assert {(one.bond, one.since, one.until) for one in listed} == {(ada.bond, AT.date(), UNTIL)}
    assert given(ben.me, at=AT) == received(ada.me, at=AT) == []
    Share.objects.filter(id=ids[0]).update(owner_key=bytes(116))
    assert {one.id for one in given(ada.me, at=AT)} == set(ids), "a damaged one is out there too"


def test_a_copy_stays_as_it_was_when_the_entry_changes(both):
    ada, ben = both
    id = shared(ada)
    [line] = given(ada.me, at=AT)
    now = entry_queries.one(ada.me, line.of)
    changed = practices.edit(now.document, replace(now.content, what="other words"), at=AT)
    entries.save(me=ada.me, id=now.id, version=now.version, document=changed)
    assert one_received(ben.me, id, at=AT).copy.fields["what"] == MARKER
    again = shares.give(me=ada.me, bond=ada.bond, id=now.id, fields=["what"], until=UNTIL, at=AT)
    assert [one.id for one in received(ben.me, at=AT)] == [again], "giving it again takes the older copy back"
    assert one_received(ben.me, again, at=AT).copy.fields["what"] == "other words"


def test_the_last_day_counts_and_then_it_is_gone_for_both(both, settings, tmp_path):
    settings.ERASED_FILE = tmp_path / "erased"
    ada, ben = both
    id = shared(ada, until=AT.date())
    midnight = AT.replace(hour=23, minute=59, second=59)
    assert one_received(ben.me, id, at=midnight)
    for at in (midnight + timedelta(seconds=1), midnight + 90 * DAY):
        with pytest.raises(Gone):
            one_received(ben.me, id, at=at)
        assert given(ada.me, at=at) == received(ben.me, at=at) == []
    erasing.sweep(at=midnight)
    assert Share.objects.exists()
    erasing.sweep(at=midnight + timedelta(hours=1))
    assert not Share.objects.exists()
    assert settings.ERASED_FILE.read_text() == f"share {id}\n"


def test_w05_never_ended_expired_and_not_yours_are_the_same(both, mallory):
    ada, ben = both
    live, ended, expired = shared(ada), shared(ada), shared(ada, until=AT.date())
    shares.take_back(me=ada.me, id=ended)
    later = AT + 2 * DAY
    tries = [(ben, ended, later), (ben, expired, later), (ben, vault.new_id(), later), (mallory, live, later),
             (ada, live, later)]  # fmt: skip
    answers = []
    for who, id, at in tries:
        with pytest.raises(Gone) as caught:
            one_received(who.me, id, at=at)
        answers.append(repr(caught.value))
    assert set(answers) == {"Gone()"}
    assert one_received(ben.me, live, at=later)


@pytest.mark.parametrize("whose", ["ben", "mallory"])
def test_only_the_owner_takes_back(both, mallory, whose):
    ada, ben = both
    id = shared(ada)
    with pytest.raises(Gone):
        shares.take_back(me={"ben": ben, "mallory": mallory}[whose].me, id=id)
    assert one_received(ben.me, id, at=AT)


def test_kept_keys_open_nothing_that_is_left_and_a_restored_home_erases_again(both, settings, tmp_path):
    settings.ERASED_FILE = tmp_path / "erased"
    ada, ben = both
    id, other = shared(ada), shared(ada, what="stays")
    row = Share.objects.get(id=id)
    key = reading.receiver_key(ben.me, row)
    shares.take_back(me=ada.me, id=id)
    for left in Share.objects.all():
        with pytest.raises(vault.CannotOpen):
            vault.open_record(key, bytes(left.copy), line=left.copy_line())
    row.save(force_insert=True)  # an older backup
    assert (
        restoring._erase_again({*settings.ERASED_FILE.read_text().splitlines()}, alias="default")["share"]
        == 1
    )
    assert [one.id for one in received(ben.me, at=AT)] == [other]


def test_w03_opening_writes_nothing(both):
    ada, ben = both
    id = shared(ada)
    tables = [model for model in Share._meta.apps.get_app_config("troth").get_models()]
    before = [list(model._base_manager.values_list()) for model in tables]
    with CaptureQueriesContext(connection) as asked:
        one_received(ben.me, id, at=AT)
        received(ben.me, at=AT)
        given(ada.me, at=AT)
    assert {query["sql"].split()[0] for query in asked} == {"SELECT"}
    assert before == [list(model._base_manager.values_list()) for model in tables]


def test_w02_the_other_receives_these_fields_and_no_more():
    assert [one.name for one in fields_of(Received)] == ["id", "bond", "since", "until", "of", "copy"]
    assert [one.name for one in fields_of(Copy)] == ["practice", "schema", "on", "state", "fields"]


def test_lists_cost_as_many_queries_for_twenty_as_for_ten(both):
    ada, ben = both
    costs = []
    for _ in range(2):
        for _ in range(10):
            shared(ada)
        with CaptureQueriesContext(connection) as asked:
            assert len(received(ben.me, at=AT)) == len(given(ada.me, at=AT))
        costs.append(len(asked))
    assert costs[0] == costs[1]


@pytest.mark.parametrize("who", ["owner", "receiver", "both", "both, the other first"])
def test_new_keys_keep_what_is_shared_and_old_ones_open_nothing(both, who):
    ada, ben = both
    id, back = shared(ada), shared(ben, what="and one back")
    old = [(one.me, Share.objects.get(id=id)) for one in both]
    if who in ("owner", "both"):
        ada = renewed(ada)
    if who != "owner":
        ben = renewed(ben)
    if who == "both, the other first":
        ada = renewed(ada)
    assert one_received(ben.me, id, at=AT).copy.fields["what"] == MARKER
    assert one_received(ada.me, back, at=AT).copy.fields["what"] == "and one back"
    assert given(ada.me, at=AT)[0].copy.fields["what"] == MARKER
    now = Share.objects.get(id=id)
    opens = []
    for (me, _row), opener in zip(old, (reading.owner_key, reading.receiver_key), strict=True):
        try:
            opens.append(bool(opener(me, now)))
        except vault.CannotOpen:
            opens.append(False)
    assert opens == [who == "receiver", who == "owner"]
    assert shared(ada), "and more can be given"
    shares.take_back(me=ada.me, id=id)


def test_w13_while_the_gate_is_not_open_nothing_more_is_given_and_the_other_sees_no_change(both):
    ada, ben = both
    id = shared(ada)
    entry = people.a_win(by=ada)
    before = repr([vars(one) for one in received(ben.me, at=AT)])
    document = practices.start("incidents", Incident(kind="force", toward="me"), at=AT, on=AT.date())
    entries.add(me=ada.me, bond=ada.bond, document=document)
    with pytest.raises(NotNow) as closed:
        shares.give(me=ada.me, bond=ada.bond, id=entry.id, fields=["what"], until=UNTIL, at=AT)
    assert repr([vars(one) for one in received(ben.me, at=AT)]) == before
    shares.take_back(me=ada.me, id=id)
    joining.leave(me=ben.me, bond=ben.bond)
    with pytest.raises(NotNow) as parted:
        shares.give(me=ada.me, bond=ada.bond, id=entry.id, fields=["what"], until=UNTIL, at=AT)
    assert str(closed.value) == str(parted.value)


ENDS = {
    "leave": lambda me, bond: joining.leave(me=me, bond=bond),
    "delete the bond": lambda me, bond: bonds.delete_bond(me=me, bond=bond),
    "delete the account": lambda me, bond: accounts.delete_account(me=me),
}


@pytest.mark.parametrize("who", [0, 1])
@pytest.mark.parametrize("end", ENDS)
def test_w15_copies_vanish_both_ways_when_one_goes(both, end, who, settings, tmp_path):
    settings.ERASED_FILE = tmp_path / "erased"
    ids = [shared(one) for one in both]
    ENDS[end](both[who].me, both[0].bond)
    assert not Share.objects.exists()
    other = both[1 - who]
    assert given(other.me, at=AT) == received(other.me, at=AT) == []
    assert {f"share {id}" for id in ids} <= set(settings.ERASED_FILE.read_text().splitlines())


def test_nothing_of_a_share_shows_in_a_repr(both):
    ada, ben = both
    id = shared(ada)
    row = Share.objects.get(id=id)
    portion = reading.portion(ada.me, given(ada.me, at=AT)[0].of, fields=["what"])
    opened = reading.read_shared(row, key=reading.owner_key(ada.me, row))
    for thing in (*received(ben.me, at=AT), *given(ada.me, at=AT), portion, opened, portion.document):
        assert "heron" not in repr(thing)
    assert "heron" not in repr([one.copy for one in received(ben.me, at=AT)])
