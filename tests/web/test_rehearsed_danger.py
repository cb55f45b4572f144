"""Rehearsing words of danger: the card comes first, no gentler ways are offered, and a person may say that they are fine."""

import html
import re

import pytest

from troth.store.actions import profiles
from troth.store.models import Entry

pytestmark = pytest.mark.django_db
HURTS = "You're overthinking again. I'll ring you at seven."
DANGER = "He said he'll kill me if I leave."
HTMX = {"HX-Request": "true"}


def page(answer):
    return html.unescape(answer.content.decode())


def asked(client, words, **more):
    return page(client.post("/rehearse/", {"words": words, **more}))


def test_danger_opens_the_card_above_everything_and_offers_no_other_words(ada_in):
    text = asked(ada_in, f"{HURTS} {DANGER}")
    assert text.index("Some of these words sound serious") < text.index("<textarea")
    assert 'href="tel:999"' in text
    assert "Samaritans" in text
    assert "Nobody has been told." in text
    assert "Perhaps" not in text
    assert "What may hurt" not in text
    assert "This became a promise" not in text


def test_with_htmx_the_card_is_shown_once_and_brought_into_view(ada_in):
    first = ada_in.post("/rehearse/", {"words": DANGER}, headers=HTMX)
    assert first.headers["HX-Reswap"] == "innerHTML show:#danger:top"
    assert 'id="danger" hx-swap-oob="innerHTML"' in page(first)
    again = ada_in.post("/rehearse/", {"words": f"{DANGER} And", "card": "1"}, headers=HTMX)
    assert "HX-Reswap" not in again.headers
    assert 'id="danger"' not in page(again)
    gone = ada_in.post("/rehearse/", {"words": "See you", "card": "1"}, headers=HTMX)
    assert 'id="danger" hx-swap-oob="innerHTML"' in page(gone)
    assert "sound serious" not in page(gone)


def test_i_am_fine_hides_the_card_and_there_are_still_no_other_words(ada_in):
    text = asked(ada_in, f"{HURTS} {DANGER}", fine="1")
    assert "You can talk to someone now." not in text
    assert 'name="fine" value="1"' in text
    assert "may make it small" in text
    assert "Perhaps" not in text
    assert f">{DANGER}</mark>" not in text


def test_words_of_danger_can_be_kept_as_any_others(ada_in):
    assert ada_in.post("/rehearsals/new/", {"words": DANGER}).status_code == 303
    assert Entry.objects.count() == 1


def test_who_speaks_of_ending_it_hears_of_a_crisis_line_and_not_of_force(ada_in):
    text = asked(ada_in, "If you leave me I'll kill myself.")
    assert "Samaritans" in text
    assert "makes fear and not trust" not in text


def test_the_card_can_be_switched_off(ada_in, ada):
    profiles.change_profile(me=ada.me, danger_card=False)
    text = asked(ada_in, DANGER)
    assert "You can talk to someone now." not in text
    assert "Perhaps" not in text
    choices = page(ada_in.get("/settings/choices/"))
    assert "when words of mine sound serious" in choices


def test_the_setting_is_a_tick_that_stands_until_it_is_taken_away(ada_in, ada):
    given = {"zone": "Europe/London", "theme": "system", "idle_minutes": "10", "leave_to": "wikipedia"}
    assert re.search(r'name="danger_card"[^>]* checked', page(ada_in.get("/settings/choices/")))
    assert ada_in.post("/settings/choices/", given).status_code == 303
    assert "You can talk to someone now." not in asked(ada_in, DANGER)
    ada_in.post("/settings/choices/", {**given, "danger_card": "on"})
    assert "You can talk to someone now." in asked(ada_in, DANGER)
