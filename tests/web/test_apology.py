"""A repair's page says how the apology stands: what is there, what is not yet, what to look at again."""

import html

import pytest

from tests import people
from tests.prove.owned import _a_missed_promise
from troth.practices.repairs import SIX
from troth.web.repairs.apology import NAMES, SAYS

pytestmark = pytest.mark.django_db
HEADING = "How it stands so far"
HALF = {
    "what_happened": "Things got out of hand.",
    "regret": "I'm sorry you feel that way.",
    "change": "I'll do better.",
    "forgiveness": "Please forgive me.",
}
WHOLE = {
    "what_happened": "I said six and came at eight, and I did not ring.",
    "responsibility": "That was my doing.",
    "regret": "I'm sorry, you sat there and did not know.",
    "offer": "I'll cook tomorrow.",
    "change": "I ring before I leave.",
}


def mended(client, ada, **typed):
    answer = client.post("/repairs/new/", {"about": str(_a_missed_promise(ada)), **typed})
    return answer.headers["Location"].partition("?")[0]


def page(client, address):
    return html.unescape(client.get(address).content.decode())


def test_each_part_is_said_kindly(ada_in, ada):
    text = page(ada_in, mended(ada_in, ada, **HALF))
    for part, state in (
        ("act", "nobody"),
        ("own", "missing"),
        ("regret", "turned"),
        ("amends", "vague"),
        ("free", "asks"),
    ):
        assert str(SAYS[part, state]) in text
    assert all(str(name) in text for name in NAMES.values())
    assert "look again" in text


def test_a_whole_one_has_every_part(ada_in, ada):
    text = page(ada_in, mended(ada_in, ada, **WHOLE))
    assert text.count('<span class="tag moss">there</span>') == len(SIX)
    assert "look again" not in text


def test_nothing_is_said_before_anything_is_written_or_after_it_was_said(ada_in, ada):
    assert HEADING not in page(ada_in, mended(ada_in, ada))
    address = mended(ada_in, ada, **WHOLE)
    ada_in.post(f"{address}finish/", {"version": "1"})
    assert HEADING not in page(ada_in, address)


def test_another_language_is_not_told_that_everything_is_missing(ada_in, ada):
    text = page(ada_in, mended(ada_in, ada, regret="Es tut mir leid, dass ich so spät kam."))
    assert "It reads English only" in text
    assert "not yet" not in text


def test_it_leads_on_to_rehearsing_the_whole(ada_in, ada):
    text = page(ada_in, mended(ada_in, ada, **WHOLE))
    assert "Rehearse it sentence by sentence" in text
    assert 'action="/rehearse/"' in text


def test_where_there_may_be_danger_people_to_call_stand_there_and_no_check(ada_in, ada):
    address = mended(ada_in, ada, regret="I'm sorry. If you leave me I'll kill myself.")
    text = page(ada_in, address)
    assert "You can talk to someone now." in text
    assert HEADING not in text
    assert "You can talk to someone now." not in page(ada_in, f"{address}?fine=1")


def test_while_the_gate_is_not_open_nothing_is_checked(ada_in, ada):
    address = mended(ada_in, ada, **HALF)
    people.a_checkin(by=ada, safety=2)
    assert HEADING not in page(ada_in, address)


def test_there_are_words_for_whatever_can_be_found():
    by = {
        "act": ["nobody"],
        "own": ["nobody", "but"],
        "effect": ["if"],
        "regret": ["turned", "but"],
        "amends": ["vague"],
        "free": ["asks"],
    }
    wanted = {(part, state) for part in SIX for state in ("there", *by[part])} | {
        (part, "missing") for part in SIX if part != "free"
    }
    assert set(SAYS) == wanted
