"""Leave quickly, in a real browser: with scripts and without, with network and without, in every tab."""

import time
from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from troth.store.sessions import sessions

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
LEAVE = "[data-leave]"
PATTERNS = "/patterns/?as=unlocked"


def wait_until(holds: Callable[[], bool], seconds: float = 5) -> None:
    """The server is told while the page is already going."""
    until = time.monotonic() + seconds
    while not holds() and time.monotonic() < until:
        time.sleep(0.05)
    assert holds()


def test_one_press_goes_outside_and_signs_out(page, ada_here, outside):
    page.goto("/patterns/")
    assert page.locator("form.lock").count() == 1
    before = len(sessions().of(ada_here.me.person.id))
    page.click(LEAVE)
    page.wait_for_url(outside)
    wait_until(lambda: "troth" not in [cookie["name"] for cookie in page.context.cookies()])
    page.goto("/today/")
    assert "/sign-in/" in page.url
    assert len(sessions().of(ada_here.me.person.id)) == before - 1


def test_the_page_is_covered_before_anything_goes_over_the_network(page):
    page.goto("/patterns/")
    page.fill("#id_wording", "Ring from the station")
    took, shown, title = page.evaluate(
        """() => { const begun = performance.now();
        document.querySelector("[data-leave]").click();
        return [performance.now() - begun, document.body.innerText, document.title]; }"""
    )
    assert took < 100
    assert (shown, title) == ("", "Notes")


def test_without_network_nothing_of_ours_comes_back(page):
    page.goto("/patterns/")
    page.context.set_offline(True)
    page.evaluate("document.querySelector('[data-leave]').click()")
    page.wait_for_timeout(700)
    assert "Patterns" not in page.content()
    assert page.locator(LEAVE).count() == 0


def test_back_shows_no_private_page(page, ada_here, outside):
    page.goto("/patterns/")
    page.goto("/patterns/?said=kept")
    page.click(LEAVE)
    page.wait_for_url(outside)
    page.go_back()
    page.wait_for_load_state()
    assert page.locator("form.lock").count() == 0, "the page before asked the server again"
    assert "said=kept" not in page.url, "the page we left is not in the history"


def test_the_browsers_own_stores_are_emptied(page, outside):
    page.goto("/patterns/")
    page.evaluate("sessionStorage.setItem('a', 'b'); localStorage.setItem('a', 'b')")
    page.click(LEAVE)
    page.wait_for_url(outside)
    page.goto("/patterns/")
    kept = page.evaluate("[Object.keys(localStorage), sessionStorage.getItem('a')]")
    assert kept == [[], None]


def test_the_other_tabs_leave_too(context, page, outside):
    other = context.new_page()
    other.goto(PATTERNS)
    page.goto("/patterns/")
    page.click(LEAVE)
    other.wait_for_url(outside)
    page.wait_for_url(outside)


def test_shift_three_times_leaves(page, outside):
    page.goto("/patterns/")
    for _ in range(3):
        page.keyboard.press("Shift")
    page.wait_for_url(outside)


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


def test_it_works_without_scripts(chromium, live_server, outside, settings):
    settings.LEAVE_TO = outside
    context = chromium.new_context(base_url=live_server.url, java_script_enabled=False)
    page = context.new_page()
    page.goto("/patterns/")
    page.click(LEAVE)
    assert page.url == outside
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
