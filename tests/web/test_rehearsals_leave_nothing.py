"""What is rehearsed reaches no disk, no log and no network; any input gets an answer."""

import html
import socket

import pytest
from django.db import connection
from django.test import Client
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from tests import people
from troth.store.models import Draft, Entry

MARKER = "quokka lantern overthinking"
MESSAGES = st.text(max_size=300) | st.sampled_from(
    [
        "",
        " ",
        "\x00",
        "!?.",
        "a" * 10_001,
        "\u202eabc",
        "\ud7ff\ue000",
        "👩‍👩‍👧" * 60,
        "אני כאן. اين أنت؟",
        "[…]\r\n\r[day]",
    ]
)


@pytest.mark.django_db
def test_a_sentence_is_found_in_no_table_and_no_log(ada_in, caplog, capfd, monkeypatch):
    asked = []
    if connection.vendor == "sqlite":
        monkeypatch.setattr(socket.socket, "connect", lambda *given: asked.append(given))
    words = f"You are {MARKER} again. He said he'll kill me if I leave."
    for more in ({}, {"rewrite": "1"}, {"use": "0.minimise.0"}, {"fine": "1"}):
        for headers in ({}, {"HX-Request": "true"}):
            answer = ada_in.post(
                "/rehearse/", {"words": words, "answering": f"{MARKER}?", **more}, headers=headers
            )
            assert answer.status_code == 200
            assert MARKER not in str(answer.headers)
    assert asked == []
    assert MARKER not in caplog.text
    assert MARKER not in "".join(capfd.readouterr())
    assert _rows_with(MARKER) == []


def _rows_with(words: str) -> list[str]:
    found = []
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names():
            cursor.execute(f'SELECT * FROM "{table}"')
            rows = cursor.fetchall()
            held = [
                bytes(one) if isinstance(one, bytes | memoryview) else str(one).encode()
                for row in rows
                for one in row
            ]
            found += [table for one in held if words.encode() in one]
    return found


@pytest.mark.django_db
def test_the_search_of_this_test_finds_what_is_in_clear(ada):
    Draft.objects.create(id=ada.bond, person=ada.me.person, generation=1, sealed=MARKER.encode())
    assert _rows_with(MARKER) == ["draft"]


@pytest.mark.django_db
def test_a_kept_draft_is_sealed(ada_in):
    ada_in.post("/rehearsals/new/", {"words": MARKER})
    assert Entry.objects.count() == 1
    assert _rows_with(MARKER) == []


class AnyMessage(TestCase):
    @settings(max_examples=150)
    @given(
        words=MESSAGES,
        answering=MESSAGES,
        before=MESSAGES,
        press=st.sampled_from(["read", "rewrite", "use", "keep"]),
        code=MESSAGES,
    )
    def test_any_message_gets_an_answer_and_comes_back(self, words, answering, before, press, code):
        ada = people.an_account("Ada")
        browser = Client()
        people.unlock(browser, ada)
        given = {"words": words, "answering": answering, "before": before, press: code}
        for headers in ({}, {"HX-Request": "true"}):
            answer = browser.post("/rehearse/", given, headers=headers)
            assert answer.status_code in {200, 422}
        shown = html.unescape(browser.post("/rehearse/", {"words": words}).content.decode())
        assert (
            words.strip().replace("\r\n", "\n").replace("\r", "\n") in shown
            or "\x00" in words
            or len(words) > 9_000
        )
