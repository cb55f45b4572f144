"""Hypothesis on every form: no 500, and what was typed comes back with the error."""

import html

import pytest
from django.test import Client
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from tests import people

TEXT = st.text(max_size=80) | st.sampled_from(
    [
        "",
        " ",
        "0",
        "-1",
        "11",
        "2026-11-20",
        "2026-11-20T18:00",
        "9999-12-31T23:59",
        "0001-01-01",
        "<b>&",
        "\x00",
        "😀" * 40,
        "1" * 400,
    ]
)
FORMS = {
    "/promises/new/": ("wording", "due", "size", "dimension", "sure", "to"),
    "/wins/new/": ("what", "kind", "on"),
    "/checkins/new/": ("felt_trust", "closeness", "safety", "energy", "note", "on"),
    "/checkins/quick/": ("felt_trust", "energy"),
    "/bond/new/": ("name", "kind", "role"),
    "/settings/choices/": ("zone", "theme", "idle_minutes", "leave_to", "plain_titles", "spell_check"),
    "/journal/search/": ("words",),
    "/drafts/": ("draft_address", "what"),
    "/settings/code/": ("code", "second", "sixth"),
}
SIGNED_OUT = {
    "/sign-up/": ("name", "passphrase", "again", "zone", "plain_titles"),
    "/recover/": ("code", "passphrase", "again"),
}


@st.composite
def filled(draw, forms):
    address = draw(st.sampled_from(sorted(forms)))
    return address, {name: draw(TEXT) for name in forms[address] if draw(st.integers(0, 5))}


class AnyInput(TestCase):
    @settings(max_examples=120)
    @given(filled(FORMS))
    def test_no_form_breaks_and_no_words_are_lost(self, given):
        address, fields = given
        ada = people.an_account("Ada") if not hasattr(self, "_ada") else self._ada
        browser = Client()
        people.unlock(browser, ada)
        answer = browser.post(address, fields)
        assert answer.status_code in {200, 204, 303, 422}, (address, answer.status_code)
        if answer.status_code == 422 and address in {"/promises/new/", "/wins/new/"}:
            page = answer.content.decode()
            for name in {"wording", "what", "to"} & set(fields):
                typed = fields[name]
                assert html.escape(typed) in page or set(typed) & set("\x00\r\n")

    @settings(max_examples=40)
    @given(filled(SIGNED_OUT))
    def test_nothing_at_the_door_breaks(self, given):
        address, fields = given
        assert Client().post(address, fields).status_code in {200, 303, 422, 429}


@pytest.mark.django_db
@given(words=TEXT)
@settings(max_examples=60)
def test_any_address_is_a_page_or_not_here(words, django_db_blocker):
    with django_db_blocker.unblock():
        assert Client().get("/" + words.replace("\x00", "")).status_code in {200, 301, 303, 404, 400}
