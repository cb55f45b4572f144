"""The safety rooms behind the door: check, incidents, plan, stepping back; and what the gate withholds."""

from datetime import UTC, datetime, timedelta

import pytest
from django.urls import reverse

from tests import people
from tests.written import an_entry_of
from troth import practices
from troth.practices.headsups import Headsup
from troth.practices.incidents import Incident
from troth.practices.stepbacks import StepBack
from troth.store.actions import entries
from troth.store.models import Entry
from troth.store.queries import entries as queries
from troth.store.queries.guarding import gate_of
from troth.web.parts.entries import KNOWN

pytestmark = pytest.mark.django_db
WITHHELD = "are not offered here for a while"


def today():
    return datetime.now(UTC).date()


def gate_state(ada):
    return gate_of(ada.me, ada.bond, on=today()).state


def closed_by(ada, kind="force"):
    at = datetime.now(UTC)
    document = practices.start("incidents", Incident(kind=kind, toward="me"), at=at, on=at.date())
    return entries.add(me=ada.me, bond=ada.bond, document=document)


OPENING = [name for name in practices.names() if practices.named(name).opens_up]


def test_repair_openness_and_exercises_of_two_are_what_the_gate_withholds():
    assert set(OPENING) == {
        "affirmations",
        "asks",
        "habits",
        "headsups",
        "listenings",
        "plans",
        "rehearsals",
        "repairs",
        "talks",
    }


@pytest.mark.parametrize("name", [name for name in OPENING if name != "repairs"])
def test_where_the_gate_is_closed_the_list_and_the_form_offer_safety_instead(ada_in, ada, name):
    kept = an_entry_of(name, by=ada)
    assert WITHHELD not in ada_in.get(f"/{name}/").content.decode()
    closed_by(ada)
    for page in (ada_in.get(f"/{name}/"), ada_in.get(f"/{name}/new/", follow=True)):
        words = page.content.decode()
        assert page.status_code == 200
        assert WITHHELD in words
        assert reverse("safety_plans:list") in words
        assert reverse("safety:safety") in words
        assert f'href="/{name}/new/"' not in words
    assert str(kept.id) in ada_in.get(f"/{name}/").content.decode(), "what was written stays"


def test_a_repair_is_no_longer_offered_from_a_miss(ada_in, ada):
    repair = an_entry_of("repairs", by=ada)
    missed = queries.one(ada.me, repair.id).document.links[0].to
    assert f"/repairs/new/?about={missed}" in ada_in.get(f"/promises/{missed}/").content.decode()
    closed_by(ada)
    assert "/repairs/new/" not in ada_in.get(f"/promises/{missed}/").content.decode()
    assert WITHHELD in ada_in.get(f"/repairs/new/?about={missed}").content.decode()


def test_words_that_were_under_way_when_it_closed_are_not_lost(ada_in, ada):
    closed_by(ada)
    answer = ada_in.post("/headsups/new/", {"what": "Dinner on Thursday", "kind": "plan"})
    assert answer.status_code == 303
    assert any(one.practice == "headsups" for one in queries.opened(ada.me, queries.ROWS.of(ada.me)))


def test_today_offers_safety_and_nothing_else(ada_in, ada):
    closed_by(ada)
    page = ada_in.get("/today/").content.decode()
    assert "Your own safety first" in page
    assert reverse("safety_plans:list") in page
    assert "Make one tiny promise" not in page


def test_the_programme_and_the_ladder_withhold_it_too(ada_in, ada):
    closed_by(ada)
    assert WITHHELD in ada_in.get("/ladder/").content.decode()
    assert reverse("asks:list") not in ada_in.get("/programme/a2/").content.decode()


def test_no_page_leads_on_to_what_is_withheld(ada_in, ada):
    occurrence, plan = an_entry_of("occurrences", by=ada), an_entry_of("plans", by=ada)
    repair = an_entry_of("repairs", by=ada)
    pages = [f"/occurrences/{occurrence.id}/", f"/plans/{plan.id}/", f"/repairs/{repair.id}/"]
    offered = ("/listenings/new/", f"/plans/{plan.id}/agree/", f"/repairs/{repair.id}/edit/")
    for page, way in zip(pages, offered, strict=True):
        assert way in ada_in.get(page).content.decode()
    closed_by(ada)
    words = [ada_in.get(page).content.decode() for page in pages]
    assert "/listenings/new/" not in words[0]
    assert "/agree/" not in words[1]
    assert "Saying it can wait" in words[2]


def test_today_lists_no_heads_up_that_is_withheld(ada_in, ada):
    at = datetime.now(UTC)
    content = Headsup(what="Dinner with the team", kind="plan", at=at + timedelta(days=1))
    document = practices.start("headsups", content, at=at, on=at.date())
    entries.add(me=ada.me, bond=ada.bond, document=document)
    assert "Dinner with the team" in ada_in.get("/today/").content.decode()
    closed_by(ada)
    assert "Dinner with the team" not in ada_in.get("/today/").content.decode()


def test_four_weeks_later_it_is_open_again(ada):
    at = datetime.now(UTC) - timedelta(days=29)
    document = practices.start("incidents", Incident(kind="force", toward="me"), at=at, on=at.date())
    entries.add(me=ada.me, bond=ada.bond, document=document)
    assert gate_state(ada) == "open"


def test_another_bond_is_not_touched(client, ada):
    from troth.store.actions import bonds
    from troth.store.profile import Side

    other = bonds.open_bond(me=ada.me, side=Side(kind="friend", name="Cleo", opened_at=datetime.now(UTC)))
    closed_by(ada)
    assert gate_of(ada.me, other, on=today()).is_open


def test_the_check_is_kept_says_what_it_often_means_and_feeds_the_gate(ada_in, ada):
    answer = ada_in.post("/jealousy/new/", {"did_isolation": "1", "doubt": "3", "on": today().isoformat()})
    page = ada_in.get(answer.headers["Location"]).content.decode()
    assert "Limits are needed" in page
    assert "Once" in page
    assert "Not a validated scale." in page
    assert gate_state(ada) == "careful"


def test_the_check_names_the_person_and_puts_mine_before_what_was_done_to_me(ada_in, ada):
    page = ada_in.get("/jealousy/new/").content.decode()
    assert page.index("I checked up on Ben") < page.index("Ben checked up on me")
    assert "Nobody in this bond can ever see it." in page


def test_an_empty_check_comes_back_with_its_note(ada_in, ada):
    page = ada_in.post("/jealousy/new/", {"note": "a long week", "on": today().isoformat()})
    assert page.status_code == 422
    assert "a long week" in page.content.decode()
    assert not Entry.objects.exists()


def test_the_plain_questions_are_kept_only_when_that_is_asked_for(ada_in, ada):
    shown = ada_in.post("/safety/check/", {"me_fear": "1", "mine_questions": "2"}).content.decode()
    assert not Entry.objects.exists()
    assert "Keep my answers" in shown
    kept = ada_in.post("/jealousy/keep/", {"me_fear": "1", "mine_questions": "2"})
    page = ada_in.get(kept.headers["Location"]).content.decode()
    assert "This may not be safe" in page
    assert "I held back or gave in because I was afraid" in page
    assert gate_state(ada) == "closed"


def test_a_stranger_is_not_offered_to_keep_anything(client):
    shown = client.post("/safety/check/", {"me_fear": "1"}).content.decode()
    assert "Keep my answers" not in shown


@pytest.mark.parametrize("given", [{}, {"me_fear": "9"}, {"did_fear": "1"}])
def test_what_the_plain_questions_did_not_ask_is_not_kept(ada_in, ada, given):
    assert ada_in.post("/jealousy/keep/", given).status_code == 404
    assert not Entry.objects.exists()


def test_the_plan_belongs_to_no_bond_and_stands_on_no_timeline_with_its_words(ada_in, ada):
    answer = ada_in.post("/safety_plans/new/", {"safe_places": "Two doors down, at Mira's"})
    page = ada_in.get(answer.headers["Location"]).content.decode()
    assert "Two doors down" in page
    assert Entry.objects.get().bond_id is None
    assert "Two doors down" not in ada_in.get("/journal/").content.decode()
    assert "Two doors down" not in ada_in.get("/safety_plans/").content.decode()
    assert ada_in.post("/journal/search/", {"words": "doors"}).content.decode().count("/safety_plans/") >= 1


def test_the_plan_needs_no_bond_at_all(client):
    someone = people.an_account("Ada")
    from troth.store.actions import bonds

    bonds.delete_bond(me=someone.me, bond=someone.bond)
    people.unlock(client, someone)
    assert client.get("/safety_plans/new/").status_code == 200
    assert client.post("/safety_plans/new/", {"people": "Mira"}).status_code == 303


def test_the_plan_is_hidden_from_today_until_it_is_asked_for(ada_in, ada):
    assert "My own plan" not in ada_in.get("/today/").content.decode()
    ada_in.post("/safety_plans/today/", {"show": "yes"})
    assert "My own plan" in ada_in.get("/today/").content.decode()
    ada_in.post("/safety_plans/today/", {"show": "no"})
    assert "My own plan" not in ada_in.get("/today/").content.decode()


def test_an_incident_takes_two_choices_and_mine_stands_first(ada_in, ada):
    page = ada_in.get("/incidents/new/").content.decode()
    assert page.index("Mine") < page.index("Done to me")
    answer = ada_in.post(
        "/incidents/new/", {"kind": "questions", "toward": "other", "on": today().isoformat()}
    )
    assert answer.status_code == 303
    assert "endless questions" in ada_in.get("/incidents/").content.decode()


def first_sitting(ada, *, ago):
    at = datetime.now(UTC) - timedelta(days=ago)
    document = practices.start(
        "stepbacks", StepBack(safe="yes", change="An evening for me"), at=at, on=at.date()
    )
    return entries.add(me=ada.me, bond=ada.bond, document=document)


def test_a_decision_is_not_offered_on_the_first_evening(ada_in, ada):
    answer = ada_in.post("/stepbacks/new/", {"safe": "unsure", "change": "An evening for me"})
    page = ada_in.get(answer.headers["Location"]).content.decode()
    assert "Come back on another day" in page
    assert "Safety first" in page
    assert "Sit with it again" not in page


def test_two_sittings_lead_to_a_decision_and_a_pause_is_one_press_away(ada_in, ada):
    entry = first_sitting(ada, ago=1)
    again = ada_in.post(f"/stepbacks/{entry.id}/sit-again/", {"leaning": "pause", "words": "Slept on it"})
    assert again.status_code == 303
    decided = ada_in.post(f"/stepbacks/{entry.id}/decide/", {"outcome": "pause", "why": "To rest"})
    page = ada_in.get(decided.headers["Location"]).content.decode()
    assert "You decided to pause" in page
    assert f"/bond/{ada.bond}/paused/" in page
    ada_in.post(f"/bond/{ada.bond}/paused/")
    assert "Nothing asks anything of you" in ada_in.get("/today/").content.decode()


def test_deciding_without_a_choice_comes_back_with_what_was_typed(ada_in, ada):
    entry = first_sitting(ada, ago=1)
    ada_in.post(f"/stepbacks/{entry.id}/sit-again/", {"leaning": "stay"})
    page = ada_in.post(f"/stepbacks/{entry.id}/decide/", {"why": "Because of the spring"})
    assert page.status_code == 422
    assert "Because of the spring" in page.content.decode()


@pytest.mark.parametrize("name", ["jealousy", "incidents", "safety_plans", "stepbacks"])
def test_nobody_else_finds_any_of_it(client, ada, mallory, name):
    entry = an_entry_of(name, by=ada)
    people.unlock(client, mallory)
    assert client.get(f"/{name}/{entry.id}/").status_code == 404
    assert str(entry.id) not in client.get(f"/{name}/").content.decode()
    assert str(entry.id) not in client.get("/journal/").content.decode()


def test_every_practice_says_in_words_what_it_is():
    assert all(pages.told.lede for pages in KNOWN.values())
