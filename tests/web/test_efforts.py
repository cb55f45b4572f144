"""Pages of efforts: two taps, and one shown back on a low day."""

from datetime import UTC, datetime, timedelta

import pytest
from django.utils import timezone

from tests import people
from troth import practices
from troth.practices.efforts import KINDS, Effort
from troth.store.actions import entries
from troth.store.models import Entry
from troth.store.queries import entries as queries

pytestmark = pytest.mark.django_db


def noticed(ada, *, days: int, what: str):
    at = datetime.now(UTC) - timedelta(days=days)
    document = practices.start("efforts", Effort(kind="stayed", what=what), at=at, on=at.date())
    return entries.add(me=ada.me, bond=ada.bond, document=document)


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_is_one_tap_on_the_list(ada_in, ada, kind):
    page = ada_in.get("/efforts/").content.decode()
    assert f'action="/efforts/tap/{kind}/"' in page
    after = ada_in.post(f"/efforts/tap/{kind}/", follow=True)
    assert "Noted. You can add words, or leave it so." in after.content.decode()
    entry = queries.one(ada.me, Entry.objects.get().id)
    assert (entry.content, entry.document.on) == (Effort(kind=kind), timezone.localdate())


def test_words_are_added_afterwards(ada_in):
    ada_in.post("/efforts/tap/stayed/")
    address = f"/efforts/{Entry.objects.get().id}/"
    typed = {"kind": "stayed", "what": "In the kitchen", "on": "2026-01-05", "version": "1"}
    page = ada_in.post(f"{address}edit/", typed, follow=True).content.decode()
    assert "In the kitchen" in page
    assert "In the kitchen" in ada_in.get("/efforts/").content.decode()


def test_one_without_words_is_called_by_its_kind(ada_in):
    ada_in.post("/efforts/tap/came_back/")
    assert ">Came back</a>" in ada_in.get("/efforts/").content.decode()


def test_a_tap_that_is_not_there_finds_nothing(ada_in):
    assert ada_in.post("/efforts/tap/obeyed/").status_code == 404
    assert ada_in.get("/efforts/tap/stayed/").status_code == 405


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"kind": ""}, "Nothing is chosen yet."),
        ({"kind": "obeyed"}, "Select a valid choice"),
        ({"on": "2031-01-01"}, "This day has not come yet."),
    ],
)
def test_bad_input_is_said_beside_the_field(ada_in, change, said):
    typed = {"kind": "stayed", "what": "At the table", "on": "2026-01-05"} | change
    answer = ada_in.post("/efforts/new/", typed)
    page = answer.content.decode()
    assert (answer.status_code, Entry.objects.count()) == (422, 0)
    assert said in page
    assert "At the table" in page


def test_the_oldest_is_shown_back(ada_in, ada):
    noticed(ada, days=40, what="Rang first")
    noticed(ada, days=2, what="Said thank you")
    page = ada_in.get("/efforts/remember/").content.decode()
    assert "Rang first" in page
    assert "Said thank you" not in page


def test_without_any_the_page_says_what_it_is_for(ada_in):
    assert "Nothing noted yet" in ada_in.get("/efforts/remember/").content.decode()


def test_while_the_gate_is_not_open_nothing_talks_anyone_into_staying(ada_in, ada):
    noticed(ada, days=40, what="Rang first")
    people.a_checkin(by=ada, safety=2)
    page = ada_in.get("/efforts/remember/").content.decode()
    assert "Rang first" not in page
    assert "People to call" in page


def test_mallory_finds_nothing(client, ada, mallory):
    entry = noticed(ada, days=1, what="Rang first")
    people.unlock(client, mallory)
    assert client.get(f"/efforts/{entry.id}/").status_code == 404
    assert "Rang first" not in client.get("/efforts/remember/").content.decode()
