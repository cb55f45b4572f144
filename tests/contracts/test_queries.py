"""Pages with lists ask the database as often for twenty rows as for ten."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests import people
from tests.written import PLAIN, an_entry_of
from troth import practices, vault
from troth.practices import Document, Link
from troth.practices.checkins import Checkin
from troth.practices.promises import Promise
from troth.practices.repairs import Repair
from troth.practices.wins import Win
from troth.store.actions import bonds, entries
from troth.store.profile import Side

# Each page with how many of each practice are ten or more rows on it.
PAGES = {
    "/today/": 10,
    "/journal/": 3,
    "/journal/?practice=promises": 10,
    "/journal/?period=year": 10,
    "/promises/": 10,
    "/repairs/": 10,
    "/checkins/": 10,
    "/wins/": 10,
    "/wins/week/": 10,
    "/practices/": 10,
    "/bond/": 10,
    "/insights/": 10,
    "/insights/felt-trust/picture/": 10,
    "/insights/my-word/": 10,
    "/insights/moments/": 10,
    "/insights/support/": 10,
    "/letters/2026-11/": 3,
    **{f"/{name}/": 10 for name in PLAIN if name not in ("checkins", "wins")},
}
# These need not grow: Today shows a few of them, the practices are always four, and a week has its own days.
SAME_SIZE = (
    "/today/", "/practices/", "/wins/week/",
    "/insights/", "/insights/my-word/", "/insights/moments/", "/insights/support/", "/letters/2026-11/",
)  # fmt: skip


def one_of_each(ago: int) -> Iterator[tuple[UUID, Document[Any]]]:
    """Write a missed promise, its repair, a check-in and a win, so many days ago."""
    at = datetime.now(UTC) - timedelta(days=ago + 1)
    due = (at + timedelta(hours=2)).replace(second=0, microsecond=0)
    content = Promise(wording="Ring from the station", due=due, size="small", made_at=at)
    promise = practices.start("promises", content, at=at, on=at.date())
    missed = vault.new_id()
    yield missed, practices.move(promise, "miss", at=due + timedelta(hours=1))
    about = [Link(to=missed, as_="about")]
    for name, what, links in (
        ("repairs", Repair(what_happened="I forgot"), about),
        ("checkins", Checkin(role="supporter", felt_trust=6), []),
        ("wins", Win(what="A calm talk", kind="other"), []),
    ):
        yield vault.new_id(), practices.start(name, what, at=at, on=at.date(), links=links)


def write(ada: people.Someone, *, days: range, also: str = "") -> None:
    """Write an entry of the first practices, and one of the page's own, on each of these days; open as many bonds."""
    for ago in days if also in PLAIN else ():
        an_entry_of(also, by=ada, at=datetime.now(UTC) - timedelta(days=ago))
    documents = [written for ago in days for written in one_of_each(ago)]
    entries.add_all(me=ada.me, bond=ada.bond, documents=documents)
    for number in days:
        side = Side(kind="friend", name=f"Friend {number}", opened_at=datetime.now(UTC))
        bonds.open_bond(me=ada.me, side=side)


@pytest.fixture
def ada_in(client: Client, ada: people.Someone) -> Client:
    """Ada is in; she promised much and kept nothing, so that Today looks through all her settled promises."""
    for _ in range(3):
        people.a_promise(by=ada, size="large")
    people.unlock(client, ada)
    return client


@pytest.mark.parametrize("page", PAGES)
def test_twenty_rows_cost_as_many_queries_as_ten(ada_in: Client, ada: people.Someone, page: str) -> None:
    write(ada, days=range(PAGES[page]), also=page.strip("/"))
    with CaptureQueriesContext(connection) as for_ten:
        ten = ada_in.get(page)
    write(ada, days=range(PAGES[page], 2 * PAGES[page]), also=page.strip("/"))
    with CaptureQueriesContext(connection) as for_twenty:
        twenty = ada_in.get(page)
    assert ten.status_code == twenty.status_code == 200
    assert page in SAME_SIZE or len(twenty.content) > len(ten.content)
    assert len(for_twenty) == len(for_ten), [query["sql"].split(" WHERE")[0] for query in for_twenty]


def test_a_search_costs_as_many_queries_in_twenty_rows_as_in_ten(ada_in: Client, ada: people.Someone) -> None:
    write(ada, days=range(10))
    with CaptureQueriesContext(connection) as for_ten:
        ada_in.post("/journal/search/", {"words": "calm"})
    write(ada, days=range(10, 20))
    with CaptureQueriesContext(connection) as for_twenty:
        found = ada_in.post("/journal/search/", {"words": "calm"})
    assert found.content.count(b"A calm talk") == 20
    assert len(for_twenty) == len(for_ten)
