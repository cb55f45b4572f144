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
