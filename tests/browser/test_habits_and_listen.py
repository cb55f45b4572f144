"""Reading a chat and listening to a moment in a real browser: asked by name, progress, kept counts; without scripts, on a phone, for screen readers."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import once_is_enough
from troth.store.models import Draft, Entry

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True), once_is_enough]
PHONE = {"width": 360, "height": 740}
TOMS = "zebrafinch"


@pytest.fixture
def chat(tmp_path) -> Path:
    days = [date(2026, 3, 1) + timedelta(days=number // 3) for number in range(180)]
    lines = [
        f"{on:%d/%m/%y}, 15:04 - Ada K: You never believe a word.\n{on:%d/%m/%y}, 15:05 - Tom: {TOMS}\n"
        for on in days
    ]
    file = tmp_path / "chat.txt"
    file.write_text("".join(lines), encoding="utf-8")
    return file


@pytest.fixture
def desk(page: Page, ada_here) -> Page:
    page.set_default_timeout(15_000)
    return page


def given(page: Page, chat: Path, me: str) -> None:
    page.goto("/habits/read/")
    page.get_by_label("The export of a chat").set_input_files(chat)
    page.get_by_label("Your own name in this chat").fill(me)
    page.get_by_role("button", name="Read it", exact=True).press("Enter")


def has_no_sideways_scroll(page: Page) -> bool:
    wide: int = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    return wide <= 0


def test_a_chat_is_read_after_asking_who_i_am_and_only_counts_are_kept(desk, chat):
    given(desk, chat, "Ada")
    expect(desk.get_by_text("Which of these is you?")).to_be_visible()
    assert Entry.objects.count() == 0
    desk.get_by_role("radio", name="Ada K").press("Space")
    desk.get_by_role("button", name="Read it as the one I chose").press("Enter")
    expect(desk.get_by_role("heading", name="180 messages of your own")).to_be_visible()
    expect(desk.locator("#how-far")).to_be_hidden()
    expect(desk.get_by_text("“you never believe a word”")).to_be_visible()
    assert TOMS not in desk.content()
    assert Entry.objects.count() == Draft.objects.count() == 0
    desk.get_by_role("button", name="Keep the counts").press("Enter")
    expect(desk.get_by_text("Only numbers were kept.")).to_be_visible()
    assert "you never believe" not in desk.content()
    assert Entry.objects.count() == 1


def test_it_works_on_a_phone_without_scripts_and_axe_finds_nothing(
    chromium: Browser, live_server, desk, chat
):
    given(desk, chat, "Ada K")
    expect(desk.get_by_role("heading", name="What may hurt")).to_be_visible()
    found = Axe().run(desk)
    assert found.violations_count == 0, found.generate_report()
    bare = chromium.new_context(base_url=live_server.url, java_script_enabled=False, viewport=PHONE)
    bare.add_cookies(desk.context.cookies())
    phone = bare.new_page()
    given(phone, chat, "Ada")
    expect(phone.get_by_text("Which of these is you?")).to_be_visible()
    given(phone, chat, "Ada K")
    expect(phone.get_by_role("heading", name="180 messages of your own")).to_be_visible()
    bare.close()


@pytest.mark.parametrize("wide", [320, 360, 1280])
def test_no_page_scrolls_sideways(desk, chat, wide):
    desk.set_viewport_size({"width": wide, "height": 740})
    given(desk, chat, "Ada")
    expect(desk.get_by_text("Which of these is you?")).to_be_visible()
    assert has_no_sideways_scroll(desk)
    given(desk, chat, "Ada K")
    expect(desk.get_by_role("heading", name="What may hurt")).to_be_visible()
    assert has_no_sideways_scroll(desk)
    desk.goto("/listen/p01/")
    assert has_no_sideways_scroll(desk)


def test_listening_to_a_moment_and_another_one(desk):
    desk.goto("/listenings/")
    desk.get_by_role("link", name="An exercise: listen to a moment").click()
    desk.get_by_role("link", name="At work").click()
    desk.get_by_label("What would you say?").fill("You should just tell her.")
    desk.get_by_role("button", name="See what it does").press("Enter")
    expect(desk.get_by_text("Leave the advice for later")).to_be_visible()
    expect(desk.get_by_label("What would you say?")).to_have_value("You should just tell her.")
    found = Axe().run(desk)
    assert found.violations_count == 0, found.generate_report()
    before = desk.url
    desk.get_by_role("link", name="Another moment").first.click()
    expect(desk.get_by_label("What would you say?")).to_have_value("")
    assert desk.url != before
    assert Entry.objects.count() == Draft.objects.count() == 0
