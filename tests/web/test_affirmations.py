"""Pages of affirmations: said in one tap, ready without nagging, and a gentle word on empty reassurance."""

import pytest

from tests import people
from troth.store.models import Entry
from troth.store.queries import entries as queries

pytestmark = pytest.mark.django_db


def written(client, words="I like our walks", every_days="7"):
    answer = client.post("/affirmations/new/", {"words": words, "every_days": every_days})
    return answer.headers["Location"].partition("?")[0]


def test_words_are_kept_with_a_rhythm(ada_in):
    page = ada_in.get(written(ada_in)).content.decode()
    assert "I like our walks" in page
    assert "Once a week" in page


def test_said_it_is_one_tap_on_the_list_and_leads_back_there(ada_in, ada):
    address = written(ada_in)
    assert "its time has come round" in ada_in.get("/affirmations/").content.decode()
    answer = ada_in.post(f"{address}say/", {"version": "1", "next": "/affirmations/"})
    assert answer.headers["Location"] == "/affirmations/?said=affirmations_say"
    page = ada_in.get(answer.headers["Location"]).content.decode()
    assert "Noted as said." in page
    assert "last said today" in page
    assert "its time has come round" not in page
    assert queries.one(ada.me, Entry.objects.get().id).document.state == "kept"


def test_without_a_rhythm_it_is_never_said_to_be_ready(ada_in, ada):
    written(ada_in, every_days="")
    page = ada_in.get("/affirmations/").content.decode()
    assert "When it comes to mind" in page
    assert "its time has come round" not in page
    assert queries.one(ada.me, Entry.objects.get().id).content.every_days is None


def test_one_at_rest_can_be_taken_up_again_and_not_said(ada_in):
    address = written(ada_in)
    ada_in.post(f"{address}rest/", {"version": "1"})
    page = ada_in.get("/affirmations/").content.decode()
    assert "resting" in page
    assert "Said it" not in page
    assert (
        "Taken up again." in ada_in.post(f"{address}take-up/", {"version": "2"}, follow=True).content.decode()
    )


def test_empty_reassurance_is_kept_and_another_way_is_offered(ada_in):
    page = ada_in.get(written(ada_in, words="Don’t worry, just trust me")).content.decode()
    assert "Say what I will do instead" in page
    assert Entry.objects.count() == 1


def test_words_with_a_ground_are_left_alone(ada_in):
    assert "Say what I will do instead" not in ada_in.get(written(ada_in)).content.decode()


@pytest.mark.parametrize(
    ("change", "said"),
    [({"words": ""}, "This is still empty."), ({"every_days": "1"}, "Select a valid choice")],
)
def test_bad_input_is_said_beside_the_field(ada_in, change, said):
    answer = ada_in.post("/affirmations/new/", {"words": "I like our walks", "every_days": "7"} | change)
    assert (answer.status_code, Entry.objects.count()) == (422, 0)
    assert said in answer.content.decode()


def test_the_rhythm_is_still_chosen_when_it_is_edited(ada_in):
    page = ada_in.get(f"{written(ada_in)}edit/").content.decode()
    assert 'value="7"' in page
    assert page.count("checked") == 1


def test_while_the_gate_is_not_open_none_is_offered(ada_in, ada):
    written(ada_in)
    people.a_checkin(by=ada, safety=2)
    page = ada_in.get("/affirmations/").content.decode()
    assert "I like our walks" in page
    assert "Said it" not in page
    assert "Keep some words" not in page


def test_mallory_finds_nothing(client, ada, mallory):
    people.unlock(client, ada)
    address = written(client)
    people.unlock(client, mallory)
    assert client.get(address).status_code == 404
    assert client.post(f"{address}say/", {"version": "1"}).status_code == 404
