"""Whom to call: signed out, by choice or by time zone, with what is not checked said plainly."""

import pytest

from tests import people

pytestmark = pytest.mark.django_db


def test_a_stranger_sees_calm_words_and_can_choose_a_country(client):
    page = client.get("/safety/").content.decode()
    assert "Call your local emergency number." in page
    chosen = client.get("/safety/?country=GB").content.decode()
    assert 'href="tel:999"' in chosen
    assert "Not yet checked by us" in chosen
    assert "A call or message may show in call lists and on the bill." in chosen


def test_the_country_follows_the_time_zone(client, ada):
    assert 'href="tel:110"' in client.get("/safety/?zone=Europe/Berlin").content.decode()
    people.unlock(client, ada)
    assert 'href="tel:999"' in client.get("/safety/").content.decode(), "Ada lives in London"


@pytest.mark.parametrize("query", ["country=XX", "country=<b>", "zone=nowhere", "zone=UTC", "country="])
def test_an_unknown_country_still_gets_the_calm_words(client, query):
    page = client.get(f"/safety/?{query}")
    assert page.status_code == 200
    assert "Call your local emergency number." in page.content.decode()


def test_a_country_without_services_has_its_emergency_number(client):
    page = client.get("/safety/?country=MT").content.decode()
    assert 'href="tel:112"' in page
    assert "We have no service here yet" in page


ANSWERS = ("checking_up", "questions", "outburst", "isolation", "money", "threat", "force", "fear")


@pytest.mark.parametrize(
    ("answers", "heading"),
    [
        ({}, "Nothing of this"),
        ({"me_questions": "1"}, "Hurt, to talk about"),
        ({"mine_questions": "3"}, "Limits are needed"),
        ({"me_fear": "1"}, "This may not be safe"),
        ({"mine_force": "1"}, "This may not be safe"),
    ],
)
def test_the_plain_questions_say_what_the_answers_often_mean(client, answers, heading):
    page = client.post("/safety/check/?country=GB", {"x": "1"} | answers)
    assert page.status_code == 200
    assert heading in page.content.decode()
    assert 'href="tel:999"' in page.content.decode()


def test_nothing_of_the_answers_is_stored_or_handed_back(client, ada):
    from django.db import connection

    people.unlock(client, ada)
    with connection.execute_wrapper(refuse_writes):
        page = client.post("/safety/check/", {f"me_{kind}": "3" for kind in ANSWERS})
    assert page.status_code == 200
    assert not set(page.cookies) - {"form"}


def refuse_writes(execute, sql, params, many, context):
    assert sql.split()[0] in {"SELECT", "PRAGMA"}, sql
    return execute(sql, params, many, context)


def test_what_i_did_is_answered_as_calmly_as_what_was_done_to_me(client):
    mine = client.post("/safety/check/", {"mine_threat": "1"}).content.decode()
    theirs = client.post("/safety/check/", {"me_threat": "1"}).content.decode()
    assert "there is help for exactly that" in mine
    assert "there is help for exactly that" not in theirs
    assert "!" not in mine.replace("<!doctype", "")
