"""A talk in a real browser: the clock of a turn is calm and says its end once; without scripts the six pages work as well."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import once_is_enough
from troth.store.models import Draft, Entry

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True), once_is_enough]
TURN = "/talks/now/speak/?how=two&first=me&minutes=2"
OVER = "The time of this turn is over."


@pytest.fixture
def at_turn(page: Page, ada_here) -> Page:
    page.set_default_timeout(8_000)
    page.clock.install()
    page.goto(TURN)
    return page


def figure(page: Page):
    return page.locator("#turn .figure")


def test_the_clock_begins_when_it_is_asked_to_and_says_its_end_once(at_turn):
    expect(figure(at_turn)).to_have_text("2:00 left")
    at_turn.clock.fast_forward(60_000)
    expect(figure(at_turn)).to_have_text("2:00 left")
    at_turn.get_by_role("button", name="Start the time").click()
    at_turn.clock.fast_forward(61_000)
    expect(figure(at_turn)).to_have_text("0:59 left")
    status = at_turn.locator("#turn [role=status]")
    expect(status).to_have_text("")
    at_turn.clock.fast_forward(60_000)
    expect(status).to_contain_text(OVER)
    expect(figure(at_turn)).to_have_text("")
    assert at_turn.url.endswith(TURN), "it never turns the page by itself"


def test_it_can_be_started_again(at_turn):
    start = at_turn.get_by_role("button", name="Start the time")
    start.click()
    at_turn.clock.fast_forward(130_000)
    expect(at_turn.locator("#turn [role=status]")).to_contain_text(OVER)
    start.click()
    expect(at_turn.locator("#turn [role=status]")).to_have_text("")
    expect(figure(at_turn)).to_contain_text("left")


def test_where_less_motion_is_asked_for_the_figures_change_twice_a_minute(at_turn):
    at_turn.emulate_media(reduced_motion="reduce")
    at_turn.get_by_role("button", name="Start the time").click()
    at_turn.clock.fast_forward(5_000)
    expect(figure(at_turn)).to_have_text("2:00 left")
    at_turn.clock.fast_forward(40_000)
    expect(figure(at_turn)).to_have_text("1:30 left")


def test_by_keyboard_alone_from_the_choice_to_the_note(page, ada_here):
    page.goto("/talks/begin/")
    page.get_by_label("I speak first").focus()
    page.keyboard.press("Space")
    page.get_by_role("button", name="Begin").press("Enter")
    for _ in range(6):
        page.locator(".card.now a.button").first.press("Enter")
    page.wait_for_url("**/talks/new/")
    assert Entry.objects.count() == Draft.objects.count() == 0


def test_without_scripts_the_turn_says_its_minutes_and_leads_on(chromium, live_server, context, ada_here):
    plain = chromium.new_context(base_url=live_server.url, java_script_enabled=False)
    plain.add_cookies(context.cookies())
    page = plain.new_page()
    page.goto(TURN)
    expect(page.get_by_text("About 2 minutes.")).to_be_visible()
    expect(page.locator("#turn")).to_be_hidden()
    page.get_by_role("link", name="Go on").click()
    expect(page.get_by_role("heading", name="The other says it back")).to_be_visible()
    plain.close()
