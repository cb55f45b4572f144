"""Pages of signs: one moment at a time; what came before and what helped, with "not enough yet"."""

import pytest

from tests.web.understanding import document, id_in, put, text
from troth.practices.occurrences import Occurrence
from troth.practices.signs import KINDS, Noticed
from troth.practices.triggers import Trigger
from troth.web.signs import forms

pytestmark = pytest.mark.django_db
SIGN = {"kind": "withdraws", "saw": "Left the room", "helped": "", "on": "2026-11-20"}
BACK = "/signs/looking-back/"


def a_sign(ada, after=None, **given):
    content = Noticed(**{"kind": "withdraws", "saw": "Left the room", **given})
    return put(ada, "signs", content, ties={"after": after} if after else None)


def test_every_kind_has_words():
    assert tuple(kind for kind, _ in forms.KINDS) == KINDS


def test_a_sign_is_noted_with_what_else_it_may_mean(ada_in, ada):
    id = id_in(ada_in.post("/signs/new/", SIGN | {"maybe": "A long week", "did": "Waited"}))
    page = text(ada_in.get(f"/signs/{id}/"))
    for words in ("Left the room", "A long week", "Drew back", "Waited"):
        assert words in page
    assert "Left the room" in text(ada_in.get("/signs/"))
    assert "Left the room" in text(ada_in.get("/journal/"))


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"saw": ""}, "This is still empty."),
        ({"kind": ""}, "Nothing is chosen yet."),
        ({"kind": "cold"}, "Select a valid choice"),
    ],
)
def test_bad_input_is_said_beside_the_field_and_what_was_typed_stays(ada_in, change, said):
    answer = ada_in.post("/signs/new/", SIGN | {"maybe": "A long week"} | change)
    assert answer.status_code == 422
    assert said in text(answer)
    assert "A long week" in text(answer)


def test_a_sign_is_tied_to_what_came_before_it(ada_in, ada):
    moment = put(ada, "occurrences", Occurrence(note="Came home late"))
    id = id_in(ada_in.post("/signs/new/", SIGN | {"after": str(moment)}))
    assert [link.to for link in document(ada, id).links] == [moment]
    assert "Came home late" in text(ada_in.get(f"/signs/{id}/"))


def test_looking_back_without_any_note_says_not_enough_yet(ada_in):
    page = text(ada_in.get(BACK))
    assert page.count("Not enough yet") == 2
    assert "Before does not mean because." in page


def test_four_are_not_enough_and_five_are(ada_in, ada):
    trigger = put(ada, "triggers", Trigger(what="Slammed doors"))
    for _ in range(4):
        a_sign(ada, after=trigger)
    page = text(ada_in.get(BACK))
    assert "4 moments are tied to what came before. From five on it can be counted." in page
    assert "of 4 times" not in page
    a_sign(ada, after=put(ada, "occurrences", Occurrence(), ties={"about": trigger}))
    a_sign(ada)
    page = text(ada_in.get(BACK))
    assert "after: Slammed doors" in page
    assert "5 of 5 times" in page


def test_what_helped_is_counted_by_trigger_and_by_sign(ada_in, ada):
    trigger = put(ada, "triggers", Trigger(what="Slammed doors"))
    for helped in ("yes", "yes", "yes", "a_little", "no", ""):
        put(ada, "occurrences", Occurrence(helped=helped, did="Kept quiet"), ties={"about": trigger})
    a_sign(ada, helped="yes", did="Waited a while")
    page = text(ada_in.get(BACK))
    assert "Of 5 times: helped 3, a little 1, did not 1." in page
    assert "not enough yet: 1 of 5" in page
    assert "Waited a while" in page


def test_what_was_deleted_is_no_longer_counted(ada_in, ada):
    trigger = put(ada, "triggers", Trigger(what="Slammed doors"))
    for _ in range(5):
        a_sign(ada, after=trigger)
    ada_in.post(f"/triggers/{trigger}/delete/")
    page = text(ada_in.get(BACK))
    assert "Slammed doors" not in page
    assert "0 moments are tied" in page


def test_looking_back_sees_only_my_open_bond(ada_in, ada, mallory):
    theirs = put(mallory, "triggers", Trigger(what="of Mallory"))
    for _ in range(5):
        a_sign(mallory, after=theirs)
    assert "of Mallory" not in text(ada_in.get(BACK))


def test_looking_back_costs_the_same_for_ten_and_for_twenty(ada_in, ada, django_assert_max_num_queries):
    trigger = put(ada, "triggers", Trigger(what="Slammed doors"))
    for _ in range(10):
        a_sign(ada, after=trigger, helped="yes", did="Waited")
    ada_in.get(BACK)
    with django_assert_max_num_queries(30) as ten:
        ada_in.get(BACK)
    for _ in range(10):
        a_sign(ada, after=trigger, helped="yes", did="Waited")
    with django_assert_max_num_queries(len(ten)):
        ada_in.get(BACK)
