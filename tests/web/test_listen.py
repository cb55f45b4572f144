"""Listen to a moment: sixty invented ones, one thing well done, one to try; nothing of the answer is kept."""

import html

import pytest

from tests import people
from troth.coach import vignettes
from troth.coach.listening import TRY, WELL
from troth.store.models import Draft, Entry
from troth.web.listen import words

pytestmark = pytest.mark.django_db
HTMX = {"HX-Request": "true"}


def page(answer):
    return html.unescape(answer.content.decode())


def said(client, reply, moment="p01", **more):
    return client.post(f"/listen/{moment}/", {"reply": reply}, **more)


def test_all_sentences_of_the_coach_are_there_in_the_language_of_the_page():
    assert {code: str(one) for code, one in words.WELL.items()} == WELL
    assert {code: str(one) for code, one in words.TRY.items()} == TRY


def test_the_kind_of_my_own_bond_stands_first(client, ada):
    people.unlock(client, ada)
    text = page(client.get("/listen/"))
    places = [text.index(str(one)) for one in words.KINDS.values()]
    assert places[0] == min(places)
    friend = people.an_account("Mallory", kind="friend")
    people.unlock(client, friend)
    text = page(client.get("/listen/"))
    assert text.index("With a friend") < text.index("With a partner")


@pytest.mark.parametrize("one", vignettes(), ids=lambda one: one.id)
def test_every_moment_has_its_page_and_leads_to_another_of_its_kind(ada_in, one):
    text = page(ada_in.get(f"/listen/{one.id}/"))
    assert one.says in text
    assert one.setting in text
    assert one.one_way not in text
    onward = text.split('class="button quiet" href="/listen/')[1].split("/")[0]
    assert onward != one.id
    assert next(each for each in vignettes() if each.id == onward).kind == one.kind


def test_an_answer_is_told_one_thing_well_done_and_one_to_try(ada_in):
    text = page(said(ada_in, "You should just ring me."))
    assert "Leave the advice for later" in text
    text = page(said(ada_in, "It sounds like you felt forgotten."))
    assert "a guess at what lies beneath" in text
    assert "end with an open question" in text
    assert "One answer among many" in text


def test_htmx_gets_the_part_only(ada_in):
    text = page(said(ada_in, "You felt forgotten.", headers=HTMX))
    assert "<html" not in text
    assert "What does them good" in text


def test_an_empty_answer_is_asked_for(ada_in):
    answer = said(ada_in, " ")
    assert answer.status_code == 422
    assert "still empty" in page(answer)


def test_words_of_danger_open_the_card_and_no_feedback_is_given(ada_in):
    text = page(said(ada_in, "If you leave me I will hurt you."))
    assert "You can talk to someone now." in text
    assert "What does them good" not in text


def test_nothing_of_an_answer_is_kept_or_logged(ada_in, caplog, capfd):
    answer = said(ada_in, "It sounds like the heliotrope felt alone.")
    assert answer.headers["Cache-Control"] == "no-store"
    assert (Entry.objects.count(), Draft.objects.count()) == (0, 0)
    assert "heliotrope" not in "".join(capfd.readouterr()) + caplog.text


def test_a_locked_page_keeps_nothing_of_what_arrives(client, ada):
    people.unlock(client, ada)
    client.post("/lock/")
    said(client, "You felt forgotten.")
    assert Draft.objects.count() == 0


def test_while_the_gate_is_not_open_it_is_held_back(ada_in, ada):
    people.a_checkin(by=ada, safety=2)
    for answer in (ada_in.get("/listen/"), ada_in.get("/listen/p01/"), said(ada_in, "You felt forgotten.")):
        assert "People to call" in page(answer)
        assert "What does them good" not in page(answer)


@pytest.mark.parametrize("address", ["/listen/p99/", "/listen/wins/"])
def test_a_moment_that_is_not_there_is_not_found(ada_in, address):
    assert ada_in.get(address).status_code == 404


def test_it_is_found_beside_the_talks_of_my_own(ada_in):
    assert 'href="/listen/"' in page(ada_in.get("/listenings/"))
    assert 'href="/listenings/"' in page(ada_in.get("/listen/"))
