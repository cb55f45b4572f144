"""Pages of hard moments: two taps, then words when it is calm."""

import pytest

from tests.web.understanding import document, id_in, put, text
from troth.practices.listenings import Listening
from troth.practices.occurrences import Occurrence
from troth.practices.plans import Plan
from troth.practices.triggers import Trigger

pytestmark = pytest.mark.django_db
EMPTY = {"note": "", "did": "", "helped": "", "helps_next": "", "on": "2026-11-20"}


def test_after_the_tap_what_helped_can_be_added(ada_in, ada):
    trigger = put(ada, "triggers", Trigger(what="Slammed doors"))
    tapped = ada_in.post("/occurrences/tap/now/", {"about": str(trigger)}, follow=True)
    page = text(tapped)
    assert "Noted. The rest can wait." in page
    assert "Slammed doors" in page
    assert "what did you do, and did it help?" in page
    id = id_in(ada_in.post("/occurrences/tap/now/", {"about": str(trigger)}))
    told = EMPTY | {"did": "Stayed and kept quiet", "helped": "a_little", "version": "1"}
    ada_in.post(f"/occurrences/{id}/edit/", told)
    page = text(ada_in.get(f"/occurrences/{id}/"))
    assert "Stayed and kept quiet" in page
    assert "A little" in page
    assert "what did you do, and did it help?" not in page
    assert [link.to for link in document(ada, id).links] == [trigger], "the tie stays"


def test_nothing_typed_is_enough_with_the_form_too(ada_in, ada):
    id = id_in(ada_in.post("/occurrences/new/", EMPTY))
    assert document(ada, id).on.isoformat() == "2026-11-20"
    assert "Hard moment" in text(ada_in.get("/occurrences/"))


def test_the_list_says_which_trigger_each_was(ada_in, ada):
    trigger = put(ada, "triggers", Trigger(what="Slammed doors"))
    put(ada, "occurrences", Occurrence(), ties={"about": trigger})
    assert "Slammed doors" in text(ada_in.get("/occurrences/"))
    ada_in.post(f"/triggers/{trigger}/delete/")
    assert "Slammed doors" not in text(ada_in.get("/occurrences/"))


def test_a_plan_that_helped_can_be_tied(ada_in, ada):
    plan = put(ada, "plans", Plan(when="doors slam", please="ring me"))
    assert f"/occurrences/new/?helped_by={plan}" in text(ada_in.get(f"/plans/{plan}/"))
    id = id_in(ada_in.post("/occurrences/new/", EMPTY | {"helped_by": str(plan)}))
    assert [(link.as_, link.to) for link in document(ada, id).links] == [("helped_by", plan)]


def test_a_moment_leads_on_to_a_sign_and_a_talk(ada_in, ada):
    id = put(ada, "occurrences", Occurrence(note="Came home late"))
    page = text(ada_in.get(f"/occurrences/{id}/"))
    assert f"/signs/new/?after={id}" in page
    assert f"/listenings/new/?from={id}" in page
    put(ada, "listenings", Listening(said="That it was hard"), ties={"from": id})
    assert "That it was hard" in text(ada_in.get(f"/occurrences/{id}/"))


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"helped": "very"}, "Select a valid choice"),
        ({"on": "2999-01-01"}, "This day has not come yet."),
        ({"on": ""}, "This is still empty."),
        ({"note": "x" * 2_001}, "at most 2000 characters"),
    ],
)
def test_bad_input_is_said_beside_the_field_and_what_was_typed_stays(ada_in, change, said):
    answer = ada_in.post("/occurrences/new/", EMPTY | {"did": "Stayed and kept quiet"} | change)
    assert answer.status_code == 422
    assert said in text(answer)
    assert "Stayed and kept quiet" in text(answer)


def test_another_tap_is_not_there_and_a_tap_is_never_a_link(ada_in):
    assert ada_in.post("/occurrences/tap/later/").status_code == 404
    assert ada_in.get("/occurrences/tap/now/").status_code == 405
