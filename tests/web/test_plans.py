"""Pages of the support plan: agreed aloud, changed only as a new draft, readable on one page."""

import pytest
from django.utils import timezone
from django.utils.formats import date_format

from tests.web.understanding import document, id_in, put, text
from troth.practices.asks import Ask
from troth.practices.plans import Plan

pytestmark = pytest.mark.django_db
LINE = {"when": "a plan changes", "please": "tell me early", "never": "surprise me"}


def a_plan(ada, *moves, **given):
    return put(ada, "plans", Plan(**{**LINE, **given}), moves=moves)


def test_a_line_is_written_from_an_answer_and_agreed(ada_in, ada):
    ask = put(ada, "asks", Ask(question="What helps?"))
    id = id_in(ada_in.post("/plans/new/", LINE | {"from": str(ask)}))
    assert "It is agreed when both have said yes" in text(ada_in.get(f"/plans/{id}/"))
    page = text(ada_in.post(f"/plans/{id}/agree/", {"version": "1"}, follow=True))
    assert "Agreed, and dated today." in page
    assert f"Both said yes on {date_format(timezone.localdate(), 'j F Y')}." in page
    assert [link.to for link in document(ada, id).links] == [ask]


def test_what_was_agreed_is_not_changed_by_one_alone(ada_in, ada):
    id = a_plan(ada, "agree")
    form = text(ada_in.get(f"/plans/{id}/edit/"))
    assert "Both of you said yes to these words" in form
    answer = ada_in.post(f"/plans/{id}/edit/", LINE | {"please": "ring me at work", "version": "1"})
    assert answer.status_code == 422
    assert "ring me at work" in text(answer), "what was typed stays"
    assert "This can&#x27;t be changed here any more." in text(answer)
    assert document(ada, id).content.please == "tell me early"


def test_a_new_draft_leads_back_to_the_form_and_keeps_the_old_wording(ada_in, ada):
    id = a_plan(ada, "agree")
    answer = ada_in.post(f"/plans/{id}/renew/", {"version": "1", "next": f"/plans/{id}/edit/"})
    assert answer.headers["Location"].startswith(f"/plans/{id}/edit/")
    assert "Both of you said yes" not in text(ada_in.get(f"/plans/{id}/edit/"))
    ada_in.post(f"/plans/{id}/edit/", LINE | {"please": "ring me", "version": "2"})
    ada_in.post(f"/plans/{id}/agree/", {"version": "3"})
    page = text(ada_in.get(f"/plans/{id}/"))
    assert "Version 1, " in page
    assert "Version 2, " in page
    assert "tell me early" in page
    assert "ring me" in page


def test_either_may_withdraw_without_a_reason(ada_in, ada):
    id = a_plan(ada, "agree")
    page = text(ada_in.post(f"/plans/{id}/withdraw/", {"version": "1"}, follow=True))
    assert "No longer agreed. No reason is needed." in page


def test_a_line_with_nothing_to_agree_to_cannot_be_agreed(ada_in, ada):
    id = a_plan(ada, please="", never="")
    assert "We both said yes" not in text(ada_in.get(f"/plans/{id}/"))
    answer = ada_in.post(f"/plans/{id}/agree/", {"version": "1"})
    assert answer.status_code == 422
    assert "Some parts are still empty." in text(answer)


@pytest.mark.parametrize(
    ("change", "said"),
    [({"when": " "}, "This is still empty."), ({"never": "x" * 1_001}, "at most 1000 characters")],
)
def test_bad_input_is_said_beside_the_field_and_what_was_typed_stays(ada_in, change, said):
    answer = ada_in.post("/plans/new/", LINE | {"please": "ring me at work"} | change)
    assert answer.status_code == 422
    assert said in text(answer)
    assert "ring me at work" in text(answer)


def test_the_whole_plan_stands_on_one_page_with_versions_and_days(ada_in, ada):
    a_plan(ada, "agree", "renew", "agree", when="a plan changes")
    a_plan(ada, when="voices get loud")
    a_plan(ada, "agree", "withdraw", when="it is Sunday")
    page = text(ada_in.get("/plans/sheet/"))
    order = [
        "Agreed by both",
        "a plan changes",
        "Version 2",
        "Drafts",
        "voices get loud",
        "No longer agreed",
        "it is Sunday",
    ]
    places = [page.index(words) for words in order]
    assert places == sorted(places)
    today = date_format(timezone.localdate(), "j F Y")
    assert f"agreed {today}" in page
    assert f"last agreed {today}" in page


def test_an_empty_plan_shows_an_example(ada_in):
    assert "an example, not yours" in text(ada_in.get("/plans/sheet/"))


def test_the_whole_plan_is_mine_and_of_this_bond_only(ada_in, mallory):
    put(mallory, "plans", Plan(when="of Mallory"))
    assert "of Mallory" not in text(ada_in.get("/plans/sheet/"))
