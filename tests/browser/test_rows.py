"""Every row of the practice map, done by a supporter alone on a phone: create, find again, change, tie, search, export."""

from datetime import UTC, datetime

import pytest
from playwright.sync_api import Page

from tests.browser import rows_a, rows_a8, rows_b
from tests.browser.conftest import once_is_enough, takes_minutes
from tests.browser.rows_walk import Walk, moment
from tests.browser.rows_world import one_in_each_state, sample_ada
from tests.people import Someone
from tests.written import an_entry_of
from troth import practices
from troth.practices import programme
from troth.practices.incidents import Incident
from troth.store.actions import entries
from troth.store.queries import entries as queries

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True), once_is_enough]
PHONE = {"width": 360, "height": 740}
ROWS = rows_a.ROWS | rows_a8.ROWS | rows_b.ROWS
WITHHELD = [name for name in practices.names() if practices.named(name).opens_up]
STANDS_THERE = ("Not now", "My safety plan", "People to call")


@pytest.fixture
def walk(page: Page, ada: Someone) -> Walk:
    """Ada on a phone, signed in with her passphrase."""
    page.set_viewport_size(PHONE)
    found = Walk(page, ada)
    found.sign_in()
    return found


def test_every_row_of_the_map_is_walked():
    assert list(ROWS) == [*(f"A{n}" for n in range(1, 14)), *(f"B{n}" for n in range(1, 13))]


@pytest.mark.parametrize("row", list(ROWS))
def test_the_row_can_be_done(walk, row):
    ROWS[row](walk)


@pytest.fixture
def closed(walk: Walk) -> Walk:
    """Ada after she answered that force was used against her; something of each practice is there."""
    for name in WITHHELD:
        an_entry_of(name, by=walk.who)
    walk.write("headsups", {"What is it?": "Dinner with the old team", "When does it happen?": moment(2)})
    walk.go("/today/")
    walk.sees("Dinner with the old team")
    walk.go("/jealousy/new/")
    walk.page.locator("label:has([name=me_force][value='2'])").click()
    walk.press("Keep it")
    walk.is_at("jealousy")
    return walk


def test_a9_answers_of_force_lead_to_people_and_a_plan(closed):
    closed.sees("This may not be safe", "People to call", "My safety plan", "nobody else is told")
    closed.go("/today/")
    closed.sees("Your own safety first", "My safety plan", "People to call")
    closed.sees_no("Dinner with the old team")
    closed.press("My safety plan")
    closed.page.wait_for_url("**/safety_plans/")
    closed.write("safety_plans", {"People I can call": "Jo, after six"})
    closed.sees("Jo, after six", "In danger now")


def test_a9_what_opens_up_waits_while_the_gate_is_closed(closed):
    missed = an_entry_of("repairs", by=closed.who)
    about = queries.one(closed.who.me, missed.id).document.links[0].to
    for name in WITHHELD:
        closed.go(f"/{name}/")
        closed.sees(*STANDS_THERE)
        assert ways_into(closed, [name]) == [], name
        closed.go(f"/{name}/new/?about={about}")
        closed.sees(*STANDS_THERE)
        assert closed.main.locator("form").count() == 0, name


def test_a9_another_answer_opens_it_again(closed):
    closed.press("Change the words")
    closed.page.locator("label:has([name=me_force][value='0'])").click()
    closed.press("Save")
    closed.is_at("jealousy")
    closed.go("/asks/")
    closed.sees("Questions to choose from")
    closed.sees_no("Not now")


@takes_minutes
def test_a9_no_page_leads_to_what_is_withheld(page, live_server):
    ada, cookie = sample_ada()
    page.context.add_cookies([{"name": "troth", "value": cookie, "url": live_server.url}])
    at = datetime.now(UTC)
    force = practices.start("incidents", Incident(kind="force", toward="me"), at=at, on=at.date())
    entries.add(me=ada.me, bond=ada.bond, document=force)
    walk = Walk(page, ada)
    pages = [
        "/today/", "/ladder/", "/practices/", "/programme/", "/signs/looking-back/", "/efforts/remember/", "/wins/week/",
        "/origins/life-line/", "/plans/sheet/", "/thoughts/together/", "/incidents/limits/", "/bond/",
    ]  # fmt: skip
    pages += [f"/{name}/" for name in practices.names()]
    pages += [f"/programme/{step.key}/" for step in programme.steps()]
    pages += [f"/programme/cards/{card.key}/" for card in programme.cards()]
    pages += [address for _name, _state, address in one_in_each_state(ada)]
    leads = {}
    for address in pages:
        walk.go(address)
        if ways_into(walk, WITHHELD):
            leads[address] = ways_into(walk, WITHHELD)
    assert leads == {}


def ways_into(walk: Walk, names: list[str]) -> list[str]:
    """List the links and buttons of a page that begin something of these practices."""
    found = walk.main.locator("a, form").evaluate_all(
        "all => all.map(one => one.getAttribute('href') || one.getAttribute('action') || '')"
    )
    return [one for one in found if any(one.startswith((f"/{name}/new/", f"/{name}/tap/")) for name in names)]


def test_every_step_of_the_programme_opens_and_its_question_is_answered(walk):
    for number, step in enumerate(programme.steps(), start=1):
        walk.go(f"/programme/{step.key}/")
        walk.sees(step.title, f"Step {number} of 13", "What this is not", step.question)
        walk.page.get_by_label(step.question).fill(f"My answer to {step.key}")
        walk.press("Keep it")
        walk.sees("Kept. Your answer stands below.", f"My answer to {step.key}")
    walk.press("I am here")
    walk.sees("you are here")
    walk.go("/reflections/")
    walk.sees(*(f"My answer to {step.key}" for step in programme.steps()))
    walk.go("/programme/")
    walk.sees("Step 13", "you are here")
    walk.is_taken_along(("reflections", "My answer to a1"), ("reflections", "My answer to a13"))


def test_every_card_of_the_programme_opens(walk):
    for card in programme.cards():
        walk.go(f"/programme/cards/{card.key}/")
        walk.sees(card.title, "What this is not")
