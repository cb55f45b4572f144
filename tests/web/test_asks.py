"""Pages of questions to ask: from a card in two taps, then what they said."""

import pytest

from tests.web.understanding import document, id_in, put, text
from troth.practices.asks import Answer, Ask, cards

pytestmark = pytest.mark.django_db


def test_a_card_is_a_question_in_two_taps(ada_in, ada):
    card = cards()[6]
    assert f"/asks/new/?card={card.key}" in text(ada_in.get("/asks/"))
    form = text(ada_in.get(f"/asks/new/?card={card.key}"))
    assert card.question in form
    id = id_in(ada_in.post("/asks/new/", {"question": card.question, "way": "not_yet"}))
    assert document(ada, id).content.question == card.question


def test_an_address_carries_the_name_of_a_card_and_never_words(ada_in):
    assert "Give me your phone" not in text(ada_in.get("/asks/new/?card=Give me your phone"))
    assert "Give me your phone" not in text(ada_in.get("/asks/new/?question=Give me your phone"))


def test_asking_keeps_what_they_said(ada_in, ada):
    id = put(ada, "asks", Ask(question="What helps on a hard day?"))
    page = text(ada_in.get(f"/asks/{id}/"))
    assert "I asked" in page
    assert "/plans/new/" not in page, "a line of the plan comes from an answer"
    given = {"answer": "Half an hour alone", "way": "message", "version": "1"}
    page = text(ada_in.post(f"/asks/{id}/ask/", given, follow=True))
    assert "Noted. What they said is theirs." in page
    assert "Half an hour alone" in page
    assert f"/plans/new/?from={id}" in page


def test_no_answer_is_taken_too_and_can_be_added_later(ada_in, ada):
    id = put(ada, "asks", Ask(question="What helps?"))
    ada_in.post(f"/asks/{id}/ask/", {"answer": "", "way": "face_to_face", "version": "1"})
    assert document(ada, id).state == "asked"
    change = {"question": "What helps?", "way": "face_to_face", "answer": "A walk", "version": "2"}
    ada_in.post(f"/asks/{id}/edit/", change)
    assert document(ada, id).content.answer == "A walk"


def test_an_answer_stays_when_it_is_to_be_asked_again(ada_in, ada):
    id = put(ada, "asks", Ask(question="What helps?"), moves=(("ask", Answer(answer="A walk")), "reopen"))
    change = {"question": "What helps you?", "way": "message", "answer": "A walk", "version": "1"}
    assert "A walk" in text(ada_in.get(f"/asks/{id}/edit/"))
    ada_in.post(f"/asks/{id}/edit/", change)
    assert (document(ada, id).content.question, document(ada, id).content.answer) == (
        "What helps you?",
        "A walk",
    )


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"question": ""}, "This is still empty."),
        ({"question": "x" * 501}, "at most 500 characters"),
        ({"way": "post"}, "Select a valid choice"),
    ],
)
def test_bad_input_is_said_beside_the_field(ada_in, change, said):
    answer = ada_in.post("/asks/new/", {"question": "What helps?", "way": "message"} | change)
    assert answer.status_code == 422
    assert said in text(answer)


def test_a_bad_way_of_asking_keeps_the_answer_on_the_page(ada_in, ada):
    id = put(ada, "asks", Ask(question="What helps?"))
    answer = ada_in.post(f"/asks/{id}/ask/", {"answer": "Half an hour", "way": "not_yet", "version": "1"})
    assert answer.status_code == 422
    assert "Half an hour" in text(answer)
    assert document(ada, id).state == "to_ask"
