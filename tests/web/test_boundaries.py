"""Pages of boundaries, and of what became of them: two parts, one tap."""

import pytest

from tests.web.understanding import document, id_in, put, text
from troth.practices.boundaries import Boundary
from troth.store.models import Entry

pytestmark = pytest.mark.django_db
LIMIT = {"whose": "theirs", "wording": "No calls at work", "if_crossed": ""}


def test_a_boundary_is_noted_let_go_and_taken_up_again(ada_in, ada):
    id = id_in(ada_in.post("/boundaries/new/", LIMIT))
    ada_in.post(f"/boundaries/{id}/let-go/", {"version": "1"})
    page = text(ada_in.get("/boundaries/"))
    assert "let go" in page
    assert "/crossings/tap/" not in page, "what was let go is neither held nor crossed"
    ada_in.post(f"/boundaries/{id}/take-up/", {"version": "2"})
    assert document(ada, id).state == "standing"


def test_theirs_and_mine_stand_apart(ada_in, ada):
    put(ada, "boundaries", Boundary(whose="mine", wording="I leave when voices get loud"))
    put(ada, "boundaries", Boundary(whose="theirs", wording="No calls at work"))
    page = text(ada_in.get("/boundaries/"))
    places = [page.index(words) for words in ("<h2>Theirs", "No calls at work", "<h2>Mine", "I leave when")]
    assert places == sorted(places)


@pytest.mark.parametrize(
    ("whose", "outcome", "by"),
    [
        ("theirs", "held", "me"),
        ("theirs", "crossed", "me"),
        ("mine", "held", "them"),
        ("mine", "crossed", "them"),
    ],
)
def test_held_or_crossed_is_one_tap_and_knows_by_whom(ada_in, ada, whose, outcome, by):
    id = put(ada, "boundaries", Boundary(whose=whose, wording="A limit"))
    for page in ("/boundaries/", f"/boundaries/{id}/"):
        assert f'action="/crossings/tap/{outcome}_by_{by}/"' in text(ada_in.get(page))
    noted = document(ada, id_in(ada_in.post(f"/crossings/tap/{outcome}_by_{by}/", {"about": str(id)})))
    assert (noted.content.outcome, noted.content.by, [link.to for link in noted.links]) == (outcome, by, [id])


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"wording": ""}, "This is still empty."),
        ({"whose": "ours"}, "Select a valid choice"),
        ({"if_crossed": "x" * 1_001}, "at most 1000 characters"),
    ],
)
def test_bad_input_is_said_beside_the_field(ada_in, change, said):
    answer = ada_in.post("/boundaries/new/", LIMIT | change)
    assert answer.status_code == 422
    assert said in text(answer)
    assert not Entry.objects.exists()


def test_a_boundary_that_does_not_open_is_shown_as_kept(ada_in, ada):
    id = put(ada, "boundaries", Boundary(whose="mine", wording="A limit"))
    sealed = Entry.objects.get(id=id).sealed
    Entry.objects.filter(id=id).update(sealed=bytes(sealed)[:-1] + b"\x00")
    assert "It was kept as it is." in text(ada_in.get("/boundaries/"))
