"""How often a page asks the database: for 5,000 entries as often as for ten."""

from collections.abc import Callable, Iterator

from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext

from bench.home import now
from bench.people import Someone, someone
from bench.table import Line
from troth.store.actions.unlocking import enter

Ask = Callable[[Client], HttpResponse]
ASKED: tuple[tuple[str, Ask], ...] = (
    ("Today", lambda client: client.get("/today/")),
    ("Journal", lambda client: client.get("/journal/")),
    ("promises", lambda client: client.get("/promises/")),
    ("search", lambda client: client.post("/journal/search/", {"words": "garden"})),
    (
        "save a check-in",
        lambda client: client.post("/checkins/new/", {"felt_trust": "6", "on": "2026-03-01"}),
    ),
)


def lines() -> Iterator[Line]:
    """Count for both people."""
    many, few = _client(someone()), _client(someone("beginner", count=10))
    for what, ask in ASKED:
        ours, theirs = _count(many, ask), _count(few, ask)
        yield Line(
            f"queries: {what}, 5,000 entries beside 10",
            str(ours),
            str(theirs),
            ours / theirs,
            "same",
            ours == theirs,
        )


def _client(who: Someone) -> Client:
    client = Client(SERVER_NAME="localhost")
    _me, client.cookies["troth"] = enter(person=who.me.person, account_key=who.me.key, at=now())
    return client


def _count(client: Client, ask: Ask) -> int:
    with CaptureQueriesContext(connection) as queries:
        assert ask(client).status_code in (200, 303)
    return len(queries)
