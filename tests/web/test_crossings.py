"""Pages of what became of a boundary."""

import pytest

from tests.web.understanding import document, id_in, put, text
from troth.practices.boundaries import Boundary
from troth.practices.crossings import Crossing
from troth.practices.triggers import Trigger

pytestmark = pytest.mark.django_db


@pytest.fixture
def mine(ada):
    return put(
        ada, "boundaries", Boundary(whose="mine", wording="No shouting", if_crossed="I go for a short walk")
    )


def test_it_begins_at_a_boundary_only(ada_in, mallory):
    theirs = put(mallory, "boundaries", Boundary(whose="mine", wording="of Mallory"))
    for ties in ({}, {"about": str(theirs)}, {"about": "nonsense"}):
        assert ada_in.post("/crossings/tap/held_by_me/", ties).status_code == 404
        assert (
            ada_in.post("/crossings/new/", {"outcome": "held", "on": "2026-11-20", **ties}).status_code == 404
        )


def test_words_and_another_day_can_be_added_after_the_tap(ada_in, ada, mine):
    id = id_in(ada_in.post("/crossings/tap/crossed_by_them/", {"about": str(mine)}))
    change = {"outcome": "crossed", "by": "them", "note": "On the phone", "on": "2026-11-19", "version": "1"}
    ada_in.post(f"/crossings/{id}/edit/", change)
    assert (document(ada, id).content.note, document(ada, id).on.day) == ("On the phone", 19)


def test_a_limit_of_mine_that_was_crossed_brings_back_what_i_wanted_to_do(ada_in, mine):
    page = text(ada_in.post("/crossings/tap/crossed_by_them/", {"about": str(mine)}, follow=True))
    assert "I go for a short walk" in page
    assert "If you are afraid of how they will take it" in page
    assert "/safety/" in page


def test_a_limit_of_theirs_that_i_crossed_asks_me_to_own_it(ada_in, ada):
    theirs = put(ada, "boundaries", Boundary(whose="theirs", wording="No calls at work"))
    page = text(ada_in.post("/crossings/tap/crossed_by_me/", {"about": str(theirs)}, follow=True))
    assert "It was yours" in page
    held = text(ada_in.post("/crossings/tap/held_by_me/", {"about": str(theirs)}, follow=True))
    assert "It was yours" not in held
    assert "Noted: held." in held


def test_the_list_says_which_limit_it_was_and_offers_no_way_past_one(ada_in, ada, mine):
    empty = text(ada_in.get("/crossings/"))
    assert "one tap says that it was held or crossed" in empty
    put(ada, "crossings", Crossing(outcome="held", by="them"), ties={"about": mine})
    page = text(ada_in.get("/crossings/"))
    assert "No shouting" in page
    assert "/crossings/new/" not in page


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"outcome": ""}, "Nothing is chosen yet."),
        ({"by": "both"}, "Select a valid choice"),
        ({"on": "2999-01-01"}, "This day has not come yet."),
    ],
)
def test_bad_input_is_said_beside_the_field_and_what_was_typed_stays(ada_in, mine, change, said):
    given = {"about": str(mine), "outcome": "held", "by": "", "note": "We laughed", "on": "2026-11-20"}
    answer = ada_in.post("/crossings/new/", given | change)
    assert answer.status_code == 422
    assert said in text(answer)
    assert "We laughed" in text(answer)


def test_three_crossed_limits_withdraw_what_opens_up(ada_in, ada, mine):
    assert "Write a question" in text(ada_in.get("/asks/"))
    for _ in range(3):
        ada_in.post("/crossings/tap/crossed_by_them/", {"about": str(mine)})
    page = text(ada_in.get("/asks/"))
    assert "Write a question" not in page
    assert "Questions to choose from" not in page
    for name in ("asks", "plans", "listenings"):
        assert "Not now" in text(ada_in.get(f"/{name}/new/"))
    assert "/triggers/new/" in text(ada_in.get("/triggers/"))
    assert "ask at a calm time" not in text(ada_in.get("/signs/looking-back/"))


def test_where_it_is_not_safe_a_crossed_limit_leads_to_safety_and_nothing_is_to_be_said(ada_in, ada, mine):
    for _ in range(3):
        page = text(ada_in.post("/crossings/tap/crossed_by_me/", {"about": str(mine)}, follow=True))
    assert "First, your safety" in page
    assert "Say so soon" not in page
    calm = put(ada, "triggers", Trigger(what="Doors"))
    page = text(ada_in.post("/occurrences/tap/now/", {"about": str(calm)}, follow=True))
    assert "say that you see it" not in page
