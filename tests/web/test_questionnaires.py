"""Pages of questionnaires: one question a screen or all at once, half-way kept, results with their error, safety first."""

import json
import re
from datetime import UTC, datetime

import pytest

from tests import people
from troth import instruments, practices
from troth.practices.questionnaires import Answered
from troth.store.actions import entries
from troth.store.models import Entry
from troth.store.queries import entries as queries
from troth.store.queries.guarding import gate_of

pytestmark = pytest.mark.django_db


def begun(client, instrument, **how):
    answer = client.post(f"/questionnaires/begin/{instrument}/", how)
    assert answer.status_code == 303
    return answer.headers["Location"].split("/")[2]


def all_of(client, id, answers, then="finish"):
    return client.post(
        f"/questionnaires/{id}/answer/all/",
        {f"q{no}": str(value) for no, value in answers.items()} | {"then": then},
    )


def taken(client, instrument, answers):
    id = begun(client, instrument, how="all")
    assert all_of(client, id, answers).status_code == 303
    return client.get(f"/questionnaires/{id}/").content.decode()


def the_only_one(ada):
    return queries.one(ada.me, Entry.objects.get().id).document


def test_one_question_a_screen_keeps_each_answer_and_leads_on(ada_in, ada):
    id = begun(ada_in, "phq-9")
    page = ada_in.get(f"/questionnaires/{id}/answer/").content.decode()
    assert "1 of 9" in page
    assert "Little interest or pleasure" in page
    next_page = ada_in.post(f"/questionnaires/{id}/answer/", {"item": "1", "answer": "2"})
    assert next_page.headers["Location"].endswith("?item=2")
    assert dict(the_only_one(ada).content.answers) == {"1": 2}


def test_going_on_later_begins_at_the_first_blank(ada_in):
    id = begun(ada_in, "phq-9")
    for item in (1, 2, 4):
        ada_in.post(f"/questionnaires/{id}/answer/", {"item": str(item), "answer": "0"})
    assert "3 of 9" in ada_in.get(f"/questionnaires/{id}/answer/").content.decode()
    assert "3 of 9 answered" in ada_in.get(f"/questionnaires/{id}/").content.decode()


def test_after_the_last_question_the_blanks_are_named(ada_in):
    id = begun(ada_in, "phq-4")
    ada_in.post(f"/questionnaires/{id}/answer/", {"item": "1", "answer": "1"})
    page = ada_in.get(f"/questionnaires/{id}/answer/?item=5").content.decode()
    assert "3 are blank" in page
    assert "Question 2" in page


@pytest.mark.parametrize("given", [{"item": "1", "answer": "9"}, {"item": "1"}, {"item": "1", "answer": "x"}])
def test_an_answer_that_is_not_there_is_refused_and_nothing_is_kept(ada_in, ada, given):
    id = begun(ada_in, "phq-4")
    refused = ada_in.post(f"/questionnaires/{id}/answer/", given)
    assert refused.status_code == 422
    assert "1 of 4" in refused.content.decode()
    assert the_only_one(ada).content.answers == {}


def test_all_at_once_kept_for_later_is_not_finished(ada_in, ada):
    id = begun(ada_in, "troth-strain", how="all")
    all_of(ada_in, id, {1: 3, 2: 2}, then="keep")
    assert the_only_one(ada).state == "begun"
    page = ada_in.get(f"/questionnaires/{id}/answer/all/").content.decode()
    assert len(re.findall(r"<input[^>]* checked", page)) == 2


def test_a_finished_form_shows_what_the_room_computes_and_its_error(ada_in):
    answers = dict.fromkeys(range(1, 11), 4)
    page = taken(ada_in, "ipip-trust-10", answers)
    value = instruments.score(instruments.load("ipip-trust-10"), answers).subscales["total"].value
    assert f'<span class="figure">{value:.0f}</span>' in page
    assert "A rough guess of its error" in page
    assert "not a type, and not about anyone but you" in page


def test_too_few_answers_give_no_number(ada_in):
    page = taken(ada_in, "ipip-trust-10", {1: 4, 2: 4})
    assert "Not enough answers" in page
    assert 'class="figure"' not in page


def test_our_own_questions_say_that_they_are_no_validated_scale(ada_in):
    page = taken(ada_in, "troth-trust", dict.fromkeys(range(1, 11), 3))
    assert "Not a validated scale" in page


def test_the_second_time_is_compared_and_held_against_the_error(ada_in):
    taken(ada_in, "ipip-trust-10", {n: 1 if n < 7 else 5 for n in range(1, 11)})
    page = taken(ada_in, "ipip-trust-10", {n: 5 if n < 7 else 1 for n in range(1, 11)})
    assert "by more than the error of the questions explains" in page
    again = taken(ada_in, "ipip-trust-10", {n: 5 if n < 6 else (4 if n == 6 else 1) for n in range(1, 11)})
    assert "no clear change" in again
    over = ada_in.get("/questionnaires/over-time/ipip-trust-10/").content.decode()
    assert len(re.findall(r"<tr><th scope=\"row\">", over)) == 3


def test_a_mark_on_self_harm_shows_people_to_call_before_anything_else(ada_in):
    id = begun(ada_in, "phq-9")
    ada_in.post(f"/questionnaires/{id}/answer/", {"item": "9", "answer": "1"})
    for page in ("answer/?item=1", "answer/?item=10", ""):
        text = ada_in.get(f"/questionnaires/{id}/{page}").content.decode()
        assert "are you safe right now" in text
        assert text.index("are you safe right now") < text.index('class="card"')


def test_one_yes_about_violence_closes_the_gate_at_once_and_no_score_is_shown(ada_in, ada):
    id = begun(ada_in, "hark")
    ada_in.post(f"/questionnaires/{id}/answer/", {"item": "2", "answer": "1"})
    assert gate_of(ada.me, ada.bond, on=datetime.now(UTC).date()).state == "closed"
    ada_in.post(f"/questionnaires/{id}/finish/", {})
    page = ada_in.get(f"/questionnaires/{id}/").content.decode()
    assert "People to call" in page
    assert 'class="figure"' not in page
    assert ada_in.post(f"/questionnaires/{id}/fhir/").status_code == 404
    assert ada_in.get("/questionnaires/over-time/hark/").status_code == 404


def test_the_journal_does_not_name_what_was_asked_about(ada_in):
    begun(ada_in, "hark")
    page = ada_in.get("/journal/").content.decode()
    assert "Four questions" in page
    assert "HARK" not in page


def test_no_yes_is_never_called_safe(ada_in):
    page = taken(ada_in, "hark", dict.fromkeys(range(1, 5), 0))
    assert "Nothing reported in these four questions" in page
    assert "not the same as safe" in page


def test_questions_about_a_partner_are_for_partners_only(client):
    friend = people.an_account("Ada", kind="friend", other="Ben")
    people.unlock(client, friend)
    assert "begin/hark" not in client.get("/questionnaires/").content.decode()
    assert client.post("/questionnaires/begin/hark/").status_code == 404


def test_numbers_only_forms_ask_by_number_and_show_two_lines_and_no_type(ada_in):
    id = begun(ada_in, "ecr-rs")
    assert "Question 1 of your copy" in ada_in.get(f"/questionnaires/{id}/answer/").content.decode()
    page = taken(ada_in, "ecr-rs", dict.fromkeys(range(1, 10), 4))
    assert "Two lines, no type" in page
    assert "wide guess" in page
    assert "secure" not in page.lower()


def test_it_leaves_as_fhir_that_reads_back(ada_in):
    answers = {1: 1, 2: 2, 3: 3, 4: 0}
    id = begun(ada_in, "phq-4", how="all")
    all_of(ada_in, id, answers)
    answer = ada_in.post(f"/questionnaires/{id}/fhir/")
    bundle = json.loads(answer.content)
    kinds = [one["resource"]["resourceType"] for one in bundle["entry"]]
    assert kinds[:2] == ["Questionnaire", "QuestionnaireResponse"]
    assert instruments.read_response(instruments.load("phq-4"), bundle["entry"][1]["resource"]) == answers
    assert answer.headers["Cache-Control"] == "no-store"


def test_answers_to_a_form_that_is_gone_are_kept_and_nothing_is_worked_out(ada_in, ada):
    at = datetime.now(UTC)
    content = Answered(instrument="gone-form", version="1.0", title="An old form", items=3, answers={"1": 2})
    document = practices.move(
        practices.start("questionnaires", content, at=at, on=at.date()), "finish", at=at
    )
    entry = entries.add(me=ada.me, bond=ada.bond, document=document)
    page = ada_in.get(f"/questionnaires/{entry.id}/").content.decode()
    assert "The answers are kept" in page
    assert ada_in.get(f"/questionnaires/{entry.id}/answer/").status_code == 404


def test_every_text_that_is_here_says_what_allows_it(ada_in):
    page = ada_in.get("/questionnaires/licences/").content.decode()
    for one in instruments.catalogue():
        assert f">{one.id}</span>" in page


def test_the_list_offers_own_pages_for_the_check_of_jealousy(ada_in):
    page = ada_in.get("/questionnaires/").content.decode()
    assert 'href="/jealousy/new/"' in page
    assert "begin/troth-jealousy-control" not in page
    assert ada_in.post("/questionnaires/begin/troth-jealousy-control/").status_code == 404


def test_the_check_of_jealousy_has_the_words_of_its_definition():
    from troth.practices.jealousy import ITEMS
    from troth.web.jealousy.words import QUESTIONS

    form = instruments.load("troth-jealousy-control")
    asked = [str(QUESTIONS[item.key]) % {"name": "{name}"} for item in ITEMS[:14]]
    assert [item.text for item in form.items] == asked


def test_a_stranger_finds_nothing(client, ada_in, ada, mallory):
    id = begun(ada_in, "phq-4")
    people.unlock(client, mallory)
    for page in ("", "answer/", "answer/all/"):
        assert client.get(f"/questionnaires/{id}/{page}").status_code == 404
    assert client.post(f"/questionnaires/{id}/fhir/").status_code == 404


def test_two_lines_are_drawn_with_their_error_and_come_after_the_page(ada_in):
    id = begun(ada_in, "ecr-rs", how="all")
    all_of(ada_in, id, dict.fromkeys(range(1, 10), 4))
    assert (
        f'hx-get="/questionnaires/{id}/two-lines/"' in ada_in.get(f"/questionnaires/{id}/").content.decode()
    )
    part = ada_in.get(f"/questionnaires/{id}/two-lines/", headers={"HX-Request": "true"}).content.decode()
    assert "<ellipse" in part
    assert "<html" not in part
    assert "<html" in ada_in.get(f"/questionnaires/{id}/two-lines/").content.decode()


def test_a_line_along_the_days_has_the_band_of_no_clear_change(ada_in):
    for answers in (1, 4):
        taken(ada_in, "ipip-trust-10", dict.fromkeys(range(1, 11), answers))
    part = ada_in.get("/questionnaires/over-time/ipip-trust-10/picture/").content.decode()
    assert "2 times, from 10 to 50" in part
    assert "fill-opacity" in part
    assert "Inside the band" in part


def test_without_a_published_change_there_are_dots_and_no_band(ada_in):
    for answers in (1, 2):
        taken(ada_in, "k6", dict.fromkeys(range(1, 7), answers))
    part = ada_in.get("/questionnaires/over-time/k6/picture/").content.decode()
    assert "2 times" in part
    assert "Inside the band" not in part


def test_one_may_be_chosen_from_a_form_too(ada_in, ada):
    assert "Which one?" in ada_in.get("/questionnaires/new/").content.decode()
    typed = {"instrument": "phq-4", "on": datetime.now(UTC).date().isoformat(), "note": "Before the talk"}
    assert ada_in.post("/questionnaires/new/", typed).status_code == 303
    content = the_only_one(ada).content
    assert (content.instrument, content.note) == ("phq-4", "Before the talk")
    assert ada_in.post("/questionnaires/new/", typed | {"instrument": "no-such"}).status_code == 422
