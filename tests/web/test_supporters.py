"""Pages of the support map: three rings, a contact in one tap, and a word where one person carries all."""

import pytest

from tests import people
from troth.store.models import Entry
from troth.store.queries import entries as queries

pytestmark = pytest.mark.django_db
TYPED = {
    "name": "Nora",
    "who": "family",
    "closeness": "middle",
    "good_for": [],
    "last_contact": "",
    "note": "",
}


def written(client, **change):
    return client.post("/supporters/new/", TYPED | change).headers["Location"].partition("?")[0]


def test_each_one_stands_in_their_ring(ada_in):
    written(ada_in, name="Rosa", closeness="close")
    written(ada_in, name="The choir", who="group", closeness="wide")
    page = ada_in.get("/supporters/").content.decode()
    close, rest = page.split("<h2>In between</h2>")
    between, wide = rest.split("<h2>Further out</h2>")
    assert "Rosa" in close
    assert "Nobody stands here yet." in between
    assert "The choir" in wide


def test_the_map_belongs_to_no_bond(ada_in, ada):
    written(ada_in)
    assert queries.one(ada.me, Entry.objects.get().id).bond is None


def test_being_in_touch_is_one_tap_on_the_map(ada_in):
    written(ada_in, last_contact="2026-01-05")
    page = ada_in.get("/supporters/").content.decode()
    assert "last in touch: Monday 5 January" in page
    address = f"/supporters/{Entry.objects.get().id}/contact/"
    assert f'action="{address}"' in page
    today = page.split('name="on" value="')[1].split('"')[0]
    answer = ada_in.post(address, {"version": "1", "on": today, "next": "/supporters/"}, follow=True)
    assert "last in touch: Today" in answer.content.decode()


def test_the_day_of_a_contact_can_be_chosen_but_not_one_to_come(ada_in):
    address = written(ada_in)
    answer = ada_in.post(f"{address}contact/", {"version": "1", "on": "2031-01-01"})
    assert answer.status_code == 422
    assert "This day has not come yet." in answer.content.decode()
    page = ada_in.post(f"{address}contact/", {"version": "1", "on": "2026-01-05"}, follow=True)
    assert "Noted: you were in touch." in page.content.decode()


def test_where_one_gives_all_the_map_says_so_and_ends_in_one_step(ada_in):
    written(ada_in, good_for=["listens", "advice"])
    written(ada_in, name="Kim")
    page = ada_in.get("/supporters/").content.decode()
    assert "All the help on this map comes from Nora." in page
    card = page.split("Much rests on one person")[1].split("</section>")[0]
    assert card.count('class="button"') == 1


def test_a_second_helper_takes_the_word_away(ada_in):
    written(ada_in, good_for=["listens", "advice"])
    written(ada_in, name="Kim", good_for=["fun"])
    assert "Much rests on one person" not in ada_in.get("/supporters/").content.decode()


def test_one_who_was_taken_off_stays_below_and_can_come_back(ada_in):
    address = written(ada_in)
    ada_in.post(f"{address}let-go/", {"version": "1"})
    page = ada_in.get("/supporters/").content.decode()
    assert "Nora" in page.split("<summary>Not on the map now</summary>")[1]
    assert "In touch today" not in page
    assert ada_in.post(f"{address}reopen/", {"version": "2"}).status_code == 303


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"name": ""}, "This is still empty."),
        ({"who": "saviour"}, "Select a valid choice"),
        ({"good_for": ["money"]}, "Select a valid choice"),
        ({"last_contact": "2031-01-01"}, "This day has not come yet."),
    ],
)
def test_bad_input_is_said_beside_the_field(ada_in, change, said):
    answer = ada_in.post("/supporters/new/", TYPED | {"note": "Has a spare room"} | change)
    page = answer.content.decode()
    assert (answer.status_code, Entry.objects.count()) == (422, 0)
    assert said in page
    assert "Has a spare room" in page


def test_mallory_finds_nothing(client, ada, mallory):
    people.unlock(client, ada)
    address = written(client)
    people.unlock(client, mallory)
    assert client.get(address).status_code == 404
    assert "Nora" not in client.get("/supporters/").content.decode()
