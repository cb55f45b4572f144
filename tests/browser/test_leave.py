"""Leave quickly, in a real browser: with scripts and without, with network and without, in every tab."""

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import OUTSIDE

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
LEAVE = "[data-leave]"
PATTERNS = "/patterns/?as=unlocked"


def is_plain(tab) -> bool:
    """Nothing of ours is on the screen or in the title."""
    return tab.title() in {"Notes", ""} and tab.evaluate("document.body.innerText.trim()") == ""


def test_one_press_goes_outside_and_signs_out(page, ada_here):
    page.goto("/patterns/")
    assert page.locator("form.lock").count() == 1
    page.click(LEAVE)
    page.wait_for_url(OUTSIDE)
    page.goto("/today/")
    assert "/sign-in/" in page.url
    assert page.context.cookies("http://localhost") == []


def test_the_page_is_covered_before_anything_goes_over_the_network(page):
    page.goto("/patterns/")
    page.fill("#id_wording", "Ring from the station")
    page.context.set_offline(True)
    page.evaluate(
        """() => { const begun = performance.now();
        document.querySelector("[data-leave]").click();
        window.name = String(performance.now() - begun) + "|" + document.body.innerText + document.title; }"""
    )
    took, shown = page.evaluate("window.name").split("|")
    assert float(took) < 100
    assert shown == "Notes"


def test_without_network_nothing_of_ours_comes_back(page):
    page.goto("/patterns/")
    page.unroute_all()
    page.context.unroute_all()
    page.context.set_offline(True)
    page.evaluate("document.querySelector('[data-leave]').click()")
    page.wait_for_timeout(700)
    assert "Patterns" not in page.content()
    assert page.locator(LEAVE).count() == 0


def test_back_shows_no_private_page(page, ada_here):
    page.goto("/patterns/")
    page.goto("/patterns/?said=kept")
    page.click(LEAVE)
    page.wait_for_url(OUTSIDE)
    page.go_back()
    page.wait_for_load_state()
    assert page.locator("form.lock").count() == 0, "the page before asked the server again"
    assert "said=kept" not in page.url, "the page we left is not in the history"


def test_the_browsers_own_stores_are_emptied(page):
    page.goto("/patterns/")
    page.evaluate("sessionStorage.setItem('a', 'b'); localStorage.setItem('a', 'b')")
    page.click(LEAVE)
    page.wait_for_url(OUTSIDE)
    page.goto("/patterns/")
    kept = page.evaluate("[Object.keys(localStorage), sessionStorage.getItem('a')]")
    assert kept == [[], None]


def test_the_other_tabs_leave_too(context, page):
    other = context.new_page()
    other.goto(PATTERNS)
    page.goto("/patterns/")
    page.click(LEAVE)
    other.wait_for_url(OUTSIDE)
    page.wait_for_url(OUTSIDE)


def test_shift_three_times_leaves(page):
    page.goto("/patterns/")
    for _ in range(3):
        page.keyboard.press("Shift")
    page.wait_for_url(OUTSIDE)


@pytest.mark.parametrize("field", ["#id_wording", "#id_words"])
def test_capital_letters_are_only_capital_letters(page, field):
    page.goto("/patterns/")
    page.focus(field)
    for letter in "RINGME":
        page.keyboard.down("Shift")
        page.keyboard.press(letter)
        page.keyboard.up("Shift")
    assert page.input_value(field) == "RINGME"
    assert "/patterns/" in page.url


def test_shift_twice_and_then_a_letter_starts_again(page):
    page.goto("/patterns/")
    for key in ["Shift", "Shift", "a", "Shift", "Shift"]:
        page.keyboard.press(key)
    page.wait_for_timeout(200)
    assert "/patterns/" in page.url


def test_three_slow_presses_are_not_meant(page):
    page.clock.install()
    page.goto("/patterns/")
    for stamp in (0, 2500, 5100):
        page.evaluate(
            """(stamp) => { const up = new KeyboardEvent("keyup", { key: "Shift" });
            Object.defineProperty(up, "timeStamp", { value: stamp }); document.dispatchEvent(up); }""",
            stamp,
        )
    page.wait_for_timeout(200)
    assert "/patterns/" in page.url


def test_it_works_without_scripts(chromium, live_server):
    context = chromium.new_context(base_url=live_server.url, java_script_enabled=False)
    context.route(OUTSIDE + "**", lambda route: route.fulfill(content_type="text/html", body="Outside"))
    page = context.new_page()
    page.goto("/patterns/")
    page.click(LEAVE)
    assert page.url == OUTSIDE
    context.close()


def test_a_page_from_the_browsers_memory_asks_the_server_first(page):
    page.goto("/patterns/")
    page.evaluate("window.before = true")
    with page.expect_navigation():
        page.evaluate("window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))")
    assert page.evaluate("window.before") is None


def test_the_hint_stands_beside_the_button_for_the_keyboard(page):
    page.goto("/patterns/")
    expect(page.locator("#leave-hint")).not_to_be_visible()
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    expect(page.locator(LEAVE)).to_be_focused()
    expect(page.locator("#leave-hint")).to_be_visible()


@pytest.mark.parametrize("path", ["/patterns/", PATTERNS, "/no-such-page/", "/safety/"])
@pytest.mark.parametrize(("width", "height"), [(320, 640), (320, 200), (360, 740), (1280, 800)])
def test_it_is_large_enough_and_never_covered(page, path, width, height):
    page.set_viewport_size({"width": width, "height": height})
    page.goto(path)
    for at in (0, 10_000):
        page.evaluate("(at) => window.scrollTo(0, at)", at)
        box = page.locator(LEAVE).bounding_box()
        assert box["width"] >= 44
        assert box["height"] >= 44
        assert 0 <= box["y"] < height - 44
        assert box["x"] + box["width"] <= width
        for part in (0.1, 0.5, 0.9):
            point = [box["x"] + box["width"] * part, box["y"] + box["height"] / 2]
            assert page.evaluate(
                "([x, y]) => document.elementFromPoint(x, y).closest('[data-leave]') !== null", point
            )
