"""Traps on a record's page: asked about, accepted or passed by; silent where there may be danger."""

import pytest

from tests import people
from tests.web.test_thoughts import LONG, SHORT, the_only_one, written
from troth.store.actions import profiles

pytestmark = pytest.mark.django_db
RECORD = LONG | {"traps": [], "thought": "They are quiet because of me. I am a failure."}
ASKS = "Could one of these be in it?"


def page(client, address):
    return client.get(address).content.decode()


def test_at_most_two_are_asked_about_and_none_is_chosen(ada_in, ada):
    text = page(ada_in, written(ada_in, RECORD))
    assert ASKS in text
    assert 1 <= text.count("Could this be <strong>") <= 2
    assert the_only_one(ada).content.traps == ()


def test_yes_notes_it_and_it_is_not_asked_again(ada_in, ada):
    address = written(ada_in, RECORD | {"thought": "They are quiet because of me."})
    assert "Taking it as about me" in page(ada_in, address)
    answer = ada_in.post(f"{address}trap/", {"trap": "personalising", "answer": "yes"}, follow=True)
    assert "Noted among the traps." in answer.content.decode()
    assert the_only_one(ada).content.traps == ("personalising",)
    assert "Could this be <strong>Taking it as about me" not in page(ada_in, address)


def test_passing_by_is_for_good_and_survives_an_edit(ada_in, ada):
    address = written(ada_in, RECORD | {"thought": "I am a failure."})
    ada_in.post(f"{address}trap/", {"trap": "labelling", "answer": "no"})
    ada_in.post(f"{address}edit/", RECORD | {"thought": "I am a failure.", "version": "2"})
    content = the_only_one(ada).content
    assert (content.traps, content.passed) == ((), ("labelling",))
    assert ASKS not in page(ada_in, address)


@pytest.mark.parametrize(
    "typed", [SHORT | {"thought": "I am a failure."}, RECORD | {"thought": "The train was late."}]
)
def test_a_reframe_and_a_plain_thought_are_not_asked_about(ada_in, typed):
    assert ASKS not in page(ada_in, written(ada_in, typed))


def test_where_there_may_be_danger_people_to_call_stand_there_and_no_trap(ada_in, ada):
    address = written(ada_in, RECORD | {"thought": "I am a failure. I want to die."})
    text = page(ada_in, address)
    assert "You can talk to someone now." in text
    assert ASKS not in text
    assert "You can talk to someone now." not in page(ada_in, f"{address}?fine=1")
    assert ASKS not in page(ada_in, f"{address}?fine=1")
    profiles.change_profile(me=ada.me, danger_card=False)
    assert "You can talk to someone now." not in page(ada_in, address)


def test_while_the_gate_is_not_open_no_fear_is_called_a_trap(ada_in, ada):
    people.a_checkin(by=ada, safety=2)
    assert ASKS not in page(ada_in, written(ada_in, RECORD))


@pytest.mark.parametrize("code", ["", "stupidity", "mind-reading"])
def test_what_is_no_trap_is_not_here(ada_in, code):
    address = written(ada_in, RECORD)
    assert ada_in.post(f"{address}trap/", {"trap": code, "answer": "yes"}).status_code == 404


def test_mallory_cannot_answer_for_ada(client, ada, mallory):
    people.unlock(client, ada)
    address = written(client, RECORD)
    people.unlock(client, mallory)
    assert client.post(f"{address}trap/", {"trap": "labelling", "answer": "yes"}).status_code == 404
