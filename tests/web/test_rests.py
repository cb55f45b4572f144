"""Pages of rests: planned for oneself, without any bond, and let go without a word."""

import pytest
from django.utils import timezone

from tests import people
from troth.store.models import Entry
from troth.store.queries import entries as queries

pytestmark = pytest.mark.django_db
TYPED = {"what": "A quiet hour with the cat", "kind": "move", "when": "2031-05-01T10:00"}


def written(client, **change):
    return client.post("/rests/new/", TYPED | change).headers["Location"].partition("?")[0]


def test_a_rest_is_planned_and_rested_without_scripts(ada_in):
    address = written(ada_in)
    page = ada_in.get("/rests/").content.decode()
    assert "A quiet hour with the cat" in page
    assert "1 May 2031 10:00" in page
    rested = ada_in.post(f"{address}rest/", {"version": "1"}, follow=True).content.decode()
    assert "Noted. Good." in rested


def test_it_belongs_to_no_bond_and_waits_for_its_hour(ada_in, ada):
    written(ada_in)
    entry = queries.one(ada.me, Entry.objects.get().id)
    assert entry.bond is None
    assert timezone.localtime(entry.due).year == 2031


def test_letting_go_is_no_miss_and_it_can_be_planned_again(ada_in):
    address = written(ada_in, when="")
    page = ada_in.post(f"{address}let-go/", {"version": "1"}, follow=True).content.decode()
    assert "Some days have no room." in page
    assert "missed" not in page.lower()
    assert ada_in.post(f"{address}reopen/", {"version": "2"}).status_code == 303


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"what": ""}, "This is still empty."),
        ({"kind": "work"}, "Select a valid choice"),
        ({"when": "soon"}, "valid date"),
    ],
)
def test_bad_input_is_said_beside_the_field(ada_in, change, said):
    answer = ada_in.post("/rests/new/", TYPED | change)
    assert (answer.status_code, Entry.objects.count()) == (422, 0)
    assert said in answer.content.decode()


def test_mallory_finds_nothing(client, ada, mallory):
    people.unlock(client, ada)
    address = written(client)
    people.unlock(client, mallory)
    assert client.get(address).status_code == 404
    assert "A quiet hour" not in client.get("/rests/").content.decode()
