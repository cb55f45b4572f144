"""The main job, whole, in a real Chromium: from nothing to a kept and a mended promise, and everything in the journal."""

import re
from datetime import UTC, datetime, timedelta

import pytest
from playwright.sync_api import expect

from tests import people

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.mark.parametrize("size", [(360, 740), (1280, 800)], ids=["phone", "desk"])
def test_a_new_person_makes_keeps_misses_and_mends_a_promise(page, size):
    page.set_viewport_size({"width": size[0], "height": size[1]})
    page.goto("/")
    page.get_by_role("link", name="Make an account").click()
    words = " ".join(page.locator(".passphrase-words li").all_inner_texts())
    page.get_by_label("A name to sign in with").fill("Nora")
    page.get_by_label("Passphrase", exact=True).fill(words)
    page.get_by_label("The same passphrase again").fill(words)
    page.get_by_role("button", name="Make the account").click()
    groups = page.locator(".code").inner_text().split("-")
    page.get_by_label("The second group").fill(groups[1])
    page.get_by_label("The sixth group").fill(groups[5])
    page.get_by_role("button", name="I have it").click()
    page.get_by_label("A name for your person").fill("Cleo")
    page.get_by_text("A friend", exact=True).click()
    page.get_by_role("button", name="Open the bond").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("You support; you don't heal")
    page.get_by_role("button", name="To today").click()
    expect(page.get_by_text("One small truth today")).to_be_visible()

    page.get_by_role("link", name="Make a promise").click()
    page.get_by_label("What do you promise?").fill("Ring at eight")
    page.get_by_role("button", name="Keep this promise").click()
    expect(page.get_by_role("status")).to_have_text(re.compile("Kept"))
    page.get_by_role("button", name="Kept", exact=True).click()
    page.get_by_role("button", name="Note it as a win").click()
    expect(page.get_by_role("heading", name="Ring at eight")).to_be_visible()

    page.goto("/today/")
    page.locator("#quick label:has([name=felt_trust][value='7'])").click()
    expect(page.locator("#quick").get_by_text("Kept.")).to_be_visible()
    page.goto("/journal/")
    for words in ("Ring at eight", "I felt trusted: 7 of 10", "A promise was kept"):
        expect(page.get_by_text(words).first).to_be_visible()
    page.get_by_label("Search your entries").fill("eight ring")
    page.get_by_role("button", name="Search").click()
    expect(page.get_by_text("2 entries have all of these words.")).to_be_visible()
    assert "eight" not in page.url


def test_a_miss_is_mended_step_by_step(page, ada_here):
    past = datetime.now(UTC) - timedelta(days=1)
    entry = people.a_promise(
        by=ada_here,
        at=past,
        wording="Be home at six",
        due=(past + timedelta(hours=3)).replace(second=0, microsecond=0),
    )
    page.goto("/today/")
    page.get_by_role("link", name="Be home at six").click()
    page.get_by_role("button", name="Missed").click()
    page.get_by_role("link", name="Mend it").click()
    for label in (
        "It was mine",
        "What happened",
        "That I am sorry",
        "What I offer",
        "What I will do differently",
    ):
        page.get_by_label(label).fill(f"words about {label.lower()}")
    page.get_by_role("button", name="Keep it").click()
    page.get_by_role("button", name="I said it").click()
    page.get_by_role("button", name="I did not ask").click()
    expect(page.get_by_text("It was said")).to_be_visible()
    page.goto(f"/promises/{entry.id}/")
    expect(page.locator(".tag", has_text="missed")).to_be_visible()


def test_everything_can_be_reached_with_the_keyboard_alone(page, ada_here):
    page.goto("/today/")
    stops = []
    for _ in range(8):
        page.keyboard.press("Tab")
        stops.append(page.evaluate("document.activeElement.innerText.trim()"))
    assert stops[0] == "Skip to the page"
    assert stops[1] == "Leave quickly"
    assert "Lock" in stops
    page.goto("/wins/new/")
    page.get_by_label("What went well?").focus()
    page.keyboard.type("A quiet evening")
    for _ in range(6):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.innerText.trim()") == "Keep it":
            page.keyboard.press("Enter")
            break
    expect(page.get_by_role("heading", name="A quiet evening")).to_be_visible()
