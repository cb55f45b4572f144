"""Pages of talks that I listened to."""

import pytest

from tests.web.understanding import document, id_in, put, text
from troth.practices.asks import Ask

pytestmark = pytest.mark.django_db
TALK = {"said": "That the week was long", "felt": "Alone, perhaps", "on": "2026-11-20"}


def test_a_talk_is_noted_with_what_slipped_in(ada_in, ada):
    id = id_in(ada_in.post("/listenings/new/", TALK | {"slipped": ["minimising", "fixing"]}))
    assert document(ada, id).content.slipped == ("fixing", "minimising")
    page = text(ada_in.get(f"/listenings/{id}/"))
    assert "I offered a solution, I made it smaller than it was" in page
    assert "Alone, perhaps" in page


def test_what_they_felt_is_called_a_guess(ada_in):
    assert "It is a guess. Only they know." in text(ada_in.get("/listenings/new/"))


def test_no_slip_chosen_is_no_answer(ada_in, ada):
    assert document(ada, id_in(ada_in.post("/listenings/new/", TALK))).content.slipped == ()


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"said": ""}, "This is still empty."),
        ({"slipped": ["none", "fixing"]}, "“None of these” stands alone."),
        ({"slipped": ["shouting"]}, "Select a valid choice"),
        ({"on": "2999-01-01"}, "This day has not come yet."),
    ],
)
def test_bad_input_is_said_beside_the_field_and_what_was_typed_stays(ada_in, change, said):
    answer = ada_in.post("/listenings/new/", TALK | change)
    assert answer.status_code == 422
    assert said in text(answer)
    assert "Alone, perhaps" in text(answer)


def test_a_talk_may_come_from_a_question(ada_in, ada):
    ask = put(ada, "asks", Ask(question="What helps?"))
    id = id_in(ada_in.post("/listenings/new/", TALK | {"from": str(ask)}))
    assert "What helps?" in text(ada_in.get(f"/listenings/{id}/"))
