"""Opened entries and keys do not outlive the request."""

import gc
import threading
import time

from django.test import Client

from tests import people
from troth.app import letting_go
from troth.practices import Document
from troth.store.me import Me
from troth.store.queries.entries import Opened


def how_many() -> int:
    return sum(isinstance(one, Document | Opened | Me) for one in gc.get_objects())


def test_what_a_page_opened_is_gone_from_memory_soon_after_the_answer(
    client: Client, ada: people.Someone
) -> None:
    for _ in range(20):
        people.a_checkin(by=ada, note="A quiet evening")
    people.unlock(client, ada)
    gc.collect()
    before = how_many()
    end = letting_go.begin()
    try:
        for address in ("/today/", "/journal/", "/checkins/"):
            assert client.get(address).status_code == 200
        time.sleep(20 * letting_go.SOON_S)  # looking itself holds on to everything, so look once
        assert how_many() <= before
    finally:
        end()  # every later test of this run would wait for it
    assert letting_go.ID not in {one.name for one in threading.enumerate()}
