"""Rehearsing in a real browser: after a pause, by keyboard alone, without scripts, on a phone, for screen readers."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.browser.conftest import once_is_enough
from troth.store.models import Draft, Entry

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True), once_is_enough]
HURTS = "You're overthinking again. I'll ring you at seven."
DANGER = "He said he'll kill me if I leave."
WAY = re.compile("^Put in its place: ")
CHANGED = re.compile(r"^(?!You're overthinking).+I'll ring you at seven\.$")
PHONE = {"width": 360, "height": 740}


@pytest.fixture
def desk(page: Page, ada_here) -> Page:
    page.set_default_timeout(8_000)
    page.goto("/rehearse/")
    return page


def typed(page: Page, words: str) -> None:
    page.get_by_label("Your message").press_sequentially(words, delay=5)


def test_marks_appear_below_after_a_pause_and_the_cursor_stays(desk):
    typed(desk, HURTS)
    expect(desk.locator("#note-1")).to_contain_text("may make it small")
    expect(desk.locator("#heard")).to_contain_text("One sentence may hurt")
    expect(desk.get_by_label("Your message")).to_be_focused()
    expect(desk.get_by_label("Your message")).to_have_value(HURTS)
    assert desk.locator("#marks").bounding_box()["y"] > desk.locator("#id_words").bounding_box()["y"]
    assert desk.url.endswith("/rehearse/")
    assert Draft.objects.count() == Entry.objects.count() == 0


def test_a_gentler_way_by_keyboard_alone_then_a_draft_and_back(desk):
    desk.get_by_label("Your message").focus()
    desk.keyboard.type(HURTS)
    way = desk.get_by_role("button", name=WAY).first
    expect(way).to_be_visible()
    way.focus()
    desk.keyboard.press("Enter")
    expect(desk.get_by_role("heading", name="Before")).to_be_visible()
    expect(desk.get_by_label("Your message")).to_have_value(CHANGED)
    desk.get_by_role("button", name="Keep the new words").press("Enter")
    expect(desk.get_by_role("heading", name="Before")).to_have_count(0)
    desk.get_by_role("button", name="Keep it as a draft").press("Enter")
    expect(desk.get_by_text("Kept.")).to_be_visible()
    desk.get_by_role("button", name="Rehearse it again").press("Enter")
    expect(desk.get_by_label("Your message")).to_have_value(CHANGED)
    assert "seven" not in desk.url


def test_a_sentence_becomes_a_promise(desk):
    typed(desk, HURTS)
    desk.get_by_role("button", name="This became a promise").click()
    desk.wait_for_url("**/promises/new/")
    expect(desk.get_by_label("What do you promise?")).to_have_value("I'll ring you at seven.")


def test_danger_opens_the_card_at_once_in_view_and_i_am_fine_hides_it(desk):
    desk.set_viewport_size(PHONE)
    typed(desk, DANGER)
    card = desk.get_by_role("heading", name="Some of these words sound serious")
    expect(card).to_be_in_viewport()
    expect(desk.get_by_role("link", name="999")).to_be_visible()
    expect(desk.get_by_label("Your message")).to_have_value(DANGER)
    desk.get_by_label("Your message").scroll_into_view_if_needed()
    typed(desk, " So")
    desk.wait_for_timeout(1_500)
    expect(desk.get_by_label("Your message")).to_be_in_viewport()
    desk.get_by_role("button", name="This is about someone else, or I am fine").click()
    expect(card).to_have_count(0)
    expect(desk.get_by_label("Your message")).to_have_value(f"{DANGER} So")


def test_without_scripts_a_button_does_the_same(chromium, live_server, context, ada_here):
    plain = chromium.new_context(base_url=live_server.url, java_script_enabled=False)
    plain.add_cookies(context.cookies())
    page = plain.new_page()
    page.goto("/rehearse/")
    page.get_by_label("Your message").fill(HURTS)
    page.get_by_role("button", name="Read it").click()
    expect(page.locator("#note-1")).to_contain_text("may make it small")
    page.get_by_role("button", name=WAY).first.click()
    expect(page.get_by_role("heading", name="Before")).to_be_visible()
    page.get_by_label("Your message").fill(DANGER)
    page.get_by_role("button", name="Read it").click()
    expect(page.get_by_role("heading", name="Some of these words sound serious")).to_be_visible()
    plain.close()


@pytest.mark.parametrize("words", [HURTS, DANGER])
@pytest.mark.parametrize(("width", "scheme"), [(320, "light"), (360, "dark"), (1280, "light")])
def test_axe_finds_nothing_and_nothing_sticks_out(
    chromium, live_server, context, ada_here, words, width, scheme
):
    wide = chromium.new_context(
        base_url=live_server.url,
        viewport={"width": width, "height": 740},
        color_scheme=scheme,
        bypass_csp=True,
    )
    wide.add_cookies(context.cookies())
    page = wide.new_page()
    complaints = []
    page.on("console", lambda message: complaints.append(message.text) if message.type != "log" else None)
    page.goto("/rehearse/")
    page.get_by_label("Your message").fill(words)
    expect(page.locator("#danger h2, #note-1").first).to_be_visible()
    if words == HURTS:
        page.get_by_role("button", name="Try it another way").click()
        expect(page.get_by_role("heading", name="Before")).to_be_visible()
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert complaints == []
    wide.close()
