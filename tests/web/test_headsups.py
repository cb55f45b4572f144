"""Pages of heads-ups: written early, told in one tap, withheld while the gate is not open."""

import pytest

from tests import people
from troth.store.models import Entry
from troth.store.queries import entries as queries

pytestmark = pytest.mark.django_db
TYPED = {
    "what": "Dinner with the old team on Thursday",
    "kind": "plan",
    "at": "2031-05-01T18:00",
    "how_told": "",
}


def written(client):
    return client.post("/headsups/new/", TYPED).headers["Location"].partition("?")[0]


def test_a_headsup_is_written_told_and_opened_again_without_scripts(ada_in, ada):
    address = written(ada_in)
    page = ada_in.get(address).content.decode()
    assert "Dinner with the old team" in page
    assert "not told yet" in page
    told = ada_in.post(f"{address}tell/", {"version": "1"}, follow=True).content.decode()
    assert "Noted as told." in told
    ada_in.post(f"{address}reopen/", {"version": "2"})
    assert queries.one(ada.me, Entry.objects.get().id).document.state == "planned"


def test_its_line_says_when_it_is(ada_in):
    written(ada_in)
    page = ada_in.get("/headsups/").content.decode()
    assert "1 May 2031 18:00" in page
    assert "A plan" in page


def test_it_needs_no_moment_and_can_be_dropped(ada_in):
    address = ada_in.post("/headsups/new/", TYPED | {"at": ""}).headers["Location"].partition("?")[0]
    dropped = ada_in.post(f"{address}drop/", {"version": "1"}, follow=True).content.decode()
    assert "not needed" in dropped


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"what": " "}, "This is still empty."),
        ({"kind": "order"}, "Select a valid choice"),
        ({"at": "soon"}, "valid date"),
    ],
)
def test_bad_input_is_said_beside_the_field(ada_in, change, said):
    answer = ada_in.post("/headsups/new/", TYPED | {"how_told": "At breakfast"} | change)
    page = answer.content.decode()
    assert (answer.status_code, Entry.objects.count()) == (422, 0)
    assert said in page
    assert "At breakfast" in page


def test_while_the_gate_is_not_open_none_is_offered_and_what_was_written_stays(ada_in, ada):
    written(ada_in)
    people.a_checkin(by=ada, safety=2)
    page = ada_in.get("/headsups/").content.decode()
    assert "Dinner with the old team" in page
    assert "Write a heads-up" not in page
    assert "People to call" in ada_in.get("/headsups/new/").content.decode()


def test_mallory_finds_nothing(client, ada, mallory):
    people.unlock(client, ada)
    address = written(client)
    people.unlock(client, mallory)
    assert client.get(address).status_code == 404
    assert client.post(f"{address}tell/", {"version": "1"}).status_code == 404
