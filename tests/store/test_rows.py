"""Rows read past Django: the same as Django reads them, on either database, and only mine."""

from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest

from tests import people
from troth import practices
from troth.practices.promises import Kept
from troth.store.actions import entries as actions
from troth.store.models import Entry
from troth.store.queries import entries as queries
from troth.store.queries import recent
from troth.store.queries.entries import some
from troth.store.queries.rows import COLUMNS, ROWS, Row, mine, mine_in_turn, rows_in_turn, rows_of

pytestmark = pytest.mark.django_db
ALL = "ORDER BY sequence"


@pytest.fixture
def written(ada, mallory) -> list[UUID]:
    """Ada wrote a win, a promise that waits, and one more win that she deleted; Mallory wrote too."""
    people.a_win(by=mallory)
    kept = [people.a_win(by=ada).id, people.a_promise(by=ada).id]
    gone = people.a_win(by=ada)
    actions.delete(me=ada.me, id=gone.id, at=datetime.now(UTC))
    return kept


def as_django_reads(me) -> list[Row]:
    rows = Entry.objects.of(me).order_by("sequence").values_list(*COLUMNS)
    return [Row(*row[:4], bytes(row[4]), *row[5:8], bytes(row[8])) for row in rows]


def plain(rows) -> list[Row]:
    return [row._replace(topic=bytes(row.topic), sealed=bytes(row.sealed)) for row in rows]


@pytest.mark.parametrize(
    "read",
    [
        lambda me: mine(me, ALL),
        lambda me: mine_in_turn(me, ALL),
        lambda me: rows_of(ROWS.of(me).order_by("sequence")),
        lambda me: rows_in_turn(ROWS.of(me).order_by("sequence")),
        lambda me: rows_of(Entry.objects.of(me).order_by("sequence")),
    ],
)
def test_every_way_reads_what_django_reads(ada, written, read):
    rows = plain(read(ada.me))
    assert [row.id for row in rows] == written
    assert rows == as_django_reads(ada.me)
    assert [row.line() for row in rows] == [row.line() for row in as_django_reads(ada.me)]


def test_a_due_moment_is_aware(ada, written):
    [waiting] = recent.waiting(ada.me, ada.bond)
    assert waiting.id == written[1]
    assert waiting.due.utcoffset() == timedelta(0)


def test_what_django_knows_to_be_empty_is_empty(ada, written):
    assert rows_of(ROWS.of(ada.me).filter(id__in=[])) == []
    assert list(rows_in_turn(ROWS.of(ada.me).filter(id__in=[]))) == []


def test_nothing_asked_is_nothing_found(ada, written):
    assert some(ada.me, []) == {}
    assert recent.lasting(ada.me, ada.bond, of=()) == []


def test_anothers_rows_are_never_found(ada, mallory, written):
    assert some(mallory.me, written) == {}
    assert mine(mallory.me, "AND bond_id = %s", ada.bond) == []


def test_a_reader_that_stops_early_reads_no_further(ada, written, django_assert_num_queries):
    with django_assert_num_queries(1):
        rows = mine_in_turn(ada.me, ALL)
        assert next(rows).id == written[0]
        rows.close()


def test_settled_promises_are_those_that_wait_for_nothing(ada):
    waits, kept = people.a_promise(by=ada), people.a_promise(by=ada)
    document = queries.one(ada.me, kept.id).document
    done = practices.move(document, "keep", at=datetime.now(UTC), given=Kept())
    actions.save(me=ada.me, id=kept.id, version=kept.version, document=done)
    assert [one.id for one in recent.one_by_one(ada.me, ada.bond, "promises", settled=True)] == [kept.id]
    assert [one.id for one in recent.one_by_one(ada.me, ada.bond, "promises")] == [kept.id, waits.id]
    assert [one.id for one in recent.open_promises(ada.me, ada.bond)] == [waits.id]
