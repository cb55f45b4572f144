"""The programme: thirteen steps to read and answer, where I am, twelve cards."""

import re
from datetime import UTC, datetime

import pytest
from django.urls import reverse

from tests import people
from troth import practices
from troth.practices.checkins import Checkin
from troth.practices.programme import cards, steps
from troth.practices.reflections import Reflection
from troth.store.actions import entries
from troth.store.queries.takeout import everything
from troth.web.parts.entries import KNOWN
from troth.web.parts.reading import as_html

pytestmark = pytest.mark.django_db


def text_of(page):
    return " ".join(re.sub(r"<[^>]*>", " ", page.content.decode()).split())


def a_reflection(*, by, step="a4", answer="The door, I think"):
    at = datetime.now(UTC)
    document = practices.start("reflections", Reflection(step=step, answer=answer), at=at, on=at.date())
    return entries.add(me=by.me, bond=by.bond, document=document)


def not_safe(*, by):
    at = datetime.now(UTC)
    for _ in range(3):
        document = practices.start("checkins", Checkin(safety=0, role="supporter"), at=at, on=at.date())
        entries.add(me=by.me, bond=by.bond, document=document)


def test_the_path_shows_thirteen_steps_with_their_practices_and_counts_nothing(ada_in):
    page = ada_in.get("/programme/")
    words = text_of(page)
    assert [one.title for one in steps() if one.title not in words.replace("&#x27;", "'")] == []
    assert reverse("promises:list") in page.content.decode()
    assert not re.search(r"%|\d+ of \d+|done|complete|streak", words)


@pytest.mark.parametrize("one", steps(), ids=lambda one: one.key)
def test_each_step_can_be_read_and_asks_its_question(ada_in, one):
    page = ada_in.get(f"/programme/{one.key}/")
    assert page.status_code == 200
    words = text_of(page).replace("&#x27;", "'")
    for part in (one.title, one.line, one.question, one.lesson.not_this, "Where this comes from"):
        assert part in words
    for name in practices.programme.offered(one.practices):
        if name in KNOWN:
            assert reverse(f"{name}:list") in page.content.decode()


@pytest.mark.parametrize("one", cards(), ids=lambda one: one.key)
def test_each_card_can_be_read_and_leads_back_to_its_step(ada_in, one):
    page = ada_in.get(f"/programme/cards/{one.key}/")
    of = next(step for step in steps() if one.key in step.cards)
    assert one.not_this in text_of(page).replace("&#x27;", "'")
    assert f'href="/programme/{of.key}/"' in page.content.decode()
    assert f'href="/programme/cards/{one.key}/"' in ada_in.get(f"/programme/{of.key}/").content.decode()


def test_where_i_am_is_remembered_and_can_be_moved_back(ada_in):
    assert "you are here" not in text_of(ada_in.get("/programme/"))
    for key in ("a7", "a2"):
        answer = ada_in.post(f"/programme/{key}/here/", follow=True)
        assert "You are at this step now." in text_of(answer)
        page = ada_in.get("/programme/").content.decode()
        assert page.count("you are here") == 1
        assert f"/programme/{key}/here/" not in page


def test_an_answer_is_kept_and_stands_below_the_question(ada_in):
    answer = ada_in.post("/programme/a4/", {"answer": "The door, I think"}, follow=True)
    assert answer.redirect_chain[0][1] == 303
    assert "Your answer stands below." in text_of(answer)
    assert "The door, I think" in text_of(answer)
    assert "The door, I think" not in text_of(ada_in.get("/programme/a5/"))
    assert "The door, I think" in text_of(ada_in.get("/reflections/"))
    assert "The door, I think" in text_of(ada_in.get("/journal/"))


def test_the_newest_answers_stand_first_and_only_five_of_them(ada_in, ada):
    for number in range(7):
        a_reflection(by=ada, answer=f"Answer {number}")
    assert re.findall(r"Answer (\d)", text_of(ada_in.get("/programme/a4/"))) == ["6", "5", "4", "3", "2"]


def test_a_card_that_asks_takes_an_answer_and_one_that_does_not_takes_none(ada_in):
    asked = ada_in.post("/programme/cards/b4/", {"answer": "Mine is to ring"}, follow=True)
    assert "Mine is to ring" in text_of(asked)
    assert ada_in.post("/programme/cards/b1/", {"answer": "x"}).status_code == 404


def test_nothing_and_too_much_are_said_beside_the_question(ada_in):
    for words in ("", "   ", "x" * 4_001):
        page = ada_in.post("/programme/a4/", {"answer": words})
        assert page.status_code == 422
        assert 'aria-invalid="true"' in page.content.decode()


def test_an_answer_is_exported_and_mallory_sees_none_of_it(client, ada, mallory):
    kept = a_reflection(by=ada)
    exported = everything(ada.me, at=datetime.now(UTC), program="test")
    assert str(kept.id) in {one["id"] for one in exported["bonds"][0]["entries"]}
    people.unlock(client, mallory)
    assert "The door, I think" not in text_of(client.get("/programme/a4/"))
    assert client.get(f"/reflections/{kept.id}/").status_code == 404


def test_an_answer_can_be_changed_but_its_question_stays(ada_in, ada):
    kept = a_reflection(by=ada)
    form = ada_in.get(f"/reflections/{kept.id}/edit/").content.decode()
    assert "what came just before it?" in form
    assert 'name="step"' not in form
    given = {"answer": "The phone", "on": datetime.now(UTC).date().isoformat(), "version": 1, "step": "a5"}
    assert ada_in.post(f"/reflections/{kept.id}/edit/", given).status_code == 303
    page = text_of(ada_in.get(f"/reflections/{kept.id}/"))
    assert "The phone" in page
    assert "what came just before it?" in page


def test_a_new_answer_can_begin_from_the_list_with_a_question_chosen(ada_in):
    page = ada_in.get("/reflections/new/?step=a2").content.decode()
    assert re.search(r'type="hidden" name="step" value="a2"', page)
    assert "did you ask them or assume it?" in page
    given = {"step": "a2", "answer": "I assumed it", "on": datetime.now(UTC).date().isoformat()}
    assert ada_in.post("/reflections/new/", given).status_code == 303
    assert "I assumed it" in text_of(ada_in.get("/programme/a2/"))


def test_without_a_question_chosen_the_list_of_questions_stands_there(ada_in):
    page = ada_in.get("/reflections/new/?step=b1").content.decode()
    assert page.count("<option") == 15, "thirteen steps and the two cards that ask something"


def test_repairs_are_not_offered_while_the_gate_is_not_open(ada_in, ada):
    before = ada_in.get("/programme/a3/").content.decode()
    not_safe(by=ada)
    after = ada_in.get("/programme/a3/").content.decode()
    path = ada_in.get("/programme/").content.decode()
    repairs = reverse("repairs:list")
    assert repairs in before
    assert repairs not in after + path
    assert "people who know about this" in after
    assert "Small promises, kept" in after, "what is written can still be read"


@pytest.mark.parametrize("address", ["a0", "a14", "b1", "x", "cards/a1", "cards/b13"])
def test_what_is_not_in_the_programme_is_not_here(ada_in, address):
    assert ada_in.get(f"/programme/{address}/").status_code == 404
    assert ada_in.post(f"/programme/{address}/", {"answer": "x"}).status_code == 404


def test_being_somewhere_needs_a_step_and_a_post(ada_in):
    assert ada_in.post("/programme/a99/here/").status_code == 404
    assert ada_in.post("/programme/b1/here/").status_code == 404
    assert ada_in.get("/programme/a1/here/").status_code == 405


@pytest.mark.parametrize("address", ["", "a1/", "cards/b1/"])
def test_a_stranger_is_sent_to_the_door(client, address):
    answer = client.get(f"/programme/{address}")
    assert answer.status_code == 303
    assert answer.headers["Location"].startswith("/sign-in/")


def test_reading_a_step_costs_the_same_with_many_answers(ada_in, ada, django_assert_max_num_queries):
    for number in range(4):
        a_reflection(by=ada, answer=f"Answer {number}")
    with django_assert_max_num_queries(12) as few:
        ada_in.get("/programme/a4/")
    for number in range(10):
        a_reflection(by=ada, answer=f"Answer {number}")
    with django_assert_max_num_queries(len(few)):
        ada_in.get("/programme/a4/")


def test_where_a_lesson_says_open_safety_one_press_opens_it():
    html = as_html("Open *Safety*, not *this*. <b>raw</b>")
    assert '<a href="/safety/">Safety</a>' in html
    assert "<em>this</em>" in html
    assert "<b>" not in html


def test_a_lesson_of_a_practice_leads_to_its_step_and_the_list_to_the_programme(ada_in):
    assert 'href="/programme/a3/"' in ada_in.get("/practices/promises/").content.decode()
    page = ada_in.get("/practices/").content.decode()
    assert 'href="/programme/"' in page
    assert page.index(reverse("promises:list")) < page.index(reverse("wins:list")), (
        "in the order of the programme"
    )
