"""Pages of milestones: in one's own words, tied to where they came from."""

import pytest

from tests import people
from troth.store.models import Entry

pytestmark = pytest.mark.django_db
TYPED = {"what": "A year since the move", "on": "2026-01-05"}


def test_a_milestone_is_noted_and_found_again(ada_in):
    page = ada_in.post("/milestones/new/", TYPED, follow=True).content.decode()
    assert "A year since the move" in page
    assert "Monday 5 January" in page
    assert "A year since the move" in ada_in.get("/milestones/").content.decode()


def test_it_can_come_from_a_win_and_both_pages_say_so(ada_in, ada):
    win = people.a_win(by=ada, what="Told me a fear")
    assert "Told me a fear" in ada_in.get(f"/milestones/new/?from={win.id}").content.decode()
    page = ada_in.post("/milestones/new/", TYPED | {"from": str(win.id)}, follow=True).content.decode()
    assert "Told me a fear" in page
    assert "A year since the move" in ada_in.get(f"/wins/{win.id}/").content.decode()


def test_an_empty_list_shows_an_example_and_no_number(ada_in):
    page = ada_in.get("/milestones/").content.decode()
    assert "an example, not yours" in page
    assert "There is no number to reach." in page


@pytest.mark.parametrize(
    ("change", "said"),
    [({"what": " "}, "This is still empty."), ({"on": "2031-01-01"}, "This day has not come yet.")],
)
def test_bad_input_is_said_beside_the_field(ada_in, change, said):
    answer = ada_in.post("/milestones/new/", TYPED | change)
    assert (answer.status_code, Entry.objects.count()) == (422, 0)
    assert said in answer.content.decode()


def test_mallory_finds_nothing_and_cannot_tie_to_adas_win(client, ada, mallory):
    win = people.a_win(by=ada)
    people.unlock(client, ada)
    address = client.post("/milestones/new/", TYPED).headers["Location"].partition("?")[0]
    people.unlock(client, mallory)
    assert client.get(address).status_code == 404
    assert client.post("/milestones/new/", TYPED | {"from": str(win.id)}).status_code == 404
