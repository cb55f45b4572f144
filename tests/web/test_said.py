"""What a page says after a redirect: a fixed code in the address, a sentence on the page."""

import pytest
from django.urls import NoReverseMatch

from troth.web.parts import said


def test_a_known_code_is_said_on_the_page(client):
    assert b"Kept." in client.get("/patterns/?said=kept").content.split(b'<div class="columns">')[0]


@pytest.mark.parametrize("code", ["", "no-such-code", "<b>hello</b>", "Ben is late"])
def test_an_unknown_code_says_nothing_and_never_shows_itself(client, code):
    page = client.get("/patterns/", {"said": code}).content.decode().split('<div class="columns">')[0]
    assert 'class="said"' not in page
    assert not code or code not in page


def test_a_redirect_carries_the_code_and_is_a_303():
    response = said.redirect_saying("kept", "patterns:all")
    assert (response.status_code, response.headers["Location"]) == (303, "/patterns/?said=kept")


def test_a_code_nobody_added_is_a_slip_of_ours():
    with pytest.raises(KeyError, match="said code 'kpet': expected one that was added"):
        said.redirect_saying("kpet", "patterns:all")


def test_a_route_that_is_not_there_is_a_slip_of_ours():
    with pytest.raises(NoReverseMatch):
        said.redirect_saying("kept", "patterns:no-such-route")


def test_page_folders_add_codes_of_their_own():
    said.add({"test_added": "It was added."})
    assert said.sentence("test_added") == "It was added."
    with pytest.raises(said.SaidTwice, match="said code 'test_added'"):
        said.add({"test_added": "It was added twice."})
    assert said.sentence("test_added") == "It was added."
