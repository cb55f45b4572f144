"""Search through all entries after unlock, beside opening them once; and what is left in memory afterwards."""

import gc
import time
from collections.abc import Iterator

from django.test import Client

from bench.home import now
from bench.measure import in_turn
from bench.people import COUNT, someone
from bench.table import Line, timed
from troth.app import letting_go
from troth.practices import Document
from troth.store.actions.unlocking import enter
from troth.store.queries import entries
from troth.store.queries.entries import ROWS, Opened

TIMES = 15


def lines() -> Iterator[Line]:
    """Compare a whole request that searches with opening alone; count what the request leaves behind."""
    ada = someone()
    client = Client(SERVER_NAME="localhost")
    _me, client.cookies["troth"] = enter(person=ada.me.person, account_key=ada.me.key, at=now())

    def search() -> None:
        answer = client.post("/journal/search/", {"words": "garden letter"})
        assert answer.status_code == 200

    def open_all() -> None:
        assert len(entries.opened(ada.me, ROWS.of(ada.me))) >= COUNT

    what = "search 5,000 entries, the whole request, beside opening them once"
    yield timed(what, in_turn(search, open_all, times=TIMES), most=5)
    yield _left_behind(client)


def _left_behind(client: Client) -> Line:
    """Count opened entries after the server's own way of letting go; looking itself holds on to them, so look once."""
    letting_go.begin()
    for path in ("/today/", "/journal/", "/promises/"):
        assert client.get(path).status_code == 200
    client.post("/journal/search/", {"words": "garden"})
    time.sleep(20 * letting_go.SOON_S)
    left = _opened()
    return Line(
        "opened entries in memory a second after four requests", str(left), target="0", is_met=left == 0
    )


def _opened() -> int:
    return sum(isinstance(one, Document | Opened) for one in gc.get_objects())
