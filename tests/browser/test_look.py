"""The look in a real browser: nothing is lost on small screens, axe finds nothing, our policy holds."""

import os
import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.browser.conftest import once_is_enough, takes_minutes
from tests.browser.rows_world import everything_written, gate_closed, his_side, nothing_written, signed_out

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True), once_is_enough]
LOOKS = ((360, "dark"), (1280, "light"))
# `make browser` looks at every page, both ways. Else one page of a kind, and of those every third, one way each.
EVERY_LOOK = os.environ.get("TROTH_EVERY_LOOK") == "1"
ID = re.compile(r"[0-9a-f]{8}-[0-9a-f-]{27}|[ab][0-9]{1,2}(?=/)")
PATTERNS = "/patterns/?as=unlocked"


@pytest.fixture
def complaints(page):
    """What the browser complains of."""
    heard = []
    page.on("console", lambda message: heard.append(message.text) if message.type != "log" else None)
    page.on("pageerror", lambda error: heard.append(str(error)))
    return heard


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("path", ["/patterns/", PATTERNS, "/no-such-page/"])
def test_axe_finds_nothing(chromium, live_server, path, width, scheme):
    context = chromium.new_context(
        base_url=live_server.url,
        viewport={"width": width, "height": 740},
        color_scheme=scheme,
        bypass_csp=True,
    )
    page = context.new_page()
    page.goto(path)
    found = Axe().run(page)
    assert len(found.response["passes"]) > 10
    assert found.violations_count == 0, found.generate_report()
    context.close()


@pytest.mark.parametrize("path", ["/patterns/", PATTERNS])
def test_our_own_policy_is_never_broken(page, complaints, path):
    page.goto(path)
    page.click("[data-show]")
    page.wait_for_timeout(200)
    assert complaints == []


@pytest.mark.parametrize(("width", "height"), [(320, 640), (320, 200), (360, 740), (768, 1024), (1280, 800)])
def test_nothing_sticks_out_sideways(page, width, height):
    page.set_viewport_size({"width": width, "height": height})
    page.goto(PATTERNS)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_letters_twice_as_large_lose_nothing(page):
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(PATTERNS)
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    expect(page.locator("[data-leave]")).to_be_in_viewport()


def test_five_places_under_the_thumb_on_a_phone_and_at_the_left_of_a_desk(page):
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(PATTERNS)
    bar = page.locator(".places").bounding_box()
    assert bar["y"] + bar["height"] == pytest.approx(740, abs=1)
    page.set_viewport_size({"width": 1280, "height": 800})
    rail = page.locator(".places").bounding_box()
    assert rail["x"] + rail["width"] < page.locator("main").bounding_box()["x"] + 1
    first, second = (page.locator(name).bounding_box() for name in (".first", ".second"))
    assert first["width"] > second["width"]
    assert first["y"] == pytest.approx(second["y"], abs=1)


@pytest.mark.parametrize(("width", "in_a_row"), [(360, 6), (1280, 11)])
def test_the_scale_breaks_as_drawn(page, width, in_a_row):
    page.set_viewport_size({"width": width, "height": 740})
    page.goto(PATTERNS)
    steps = page.locator("#id_trusted .scale-steps label")
    tops = [steps.nth(at).bounding_box()["y"] for at in range(11)]
    assert tops.count(tops[0]) == in_a_row


def test_a_number_is_chosen_by_a_tap_and_by_the_keyboard(page):
    page.goto("/patterns/")
    page.locator("#id_trusted label").filter(has_text="3").click()
    assert page.evaluate("document.forms[0].elements.trusted.value") == "3"
    page.keyboard.press("ArrowRight")
    assert page.evaluate("document.querySelector('#id_trusted input:checked').value") == "4"


def test_a_passphrase_can_be_looked_at(page):
    page.goto("/patterns/")
    page.fill("#id_passphrase", "river lamp")
    page.click("[data-show]")
    expect(page.locator("#id_passphrase")).to_have_attribute("type", "text")
    expect(page.locator("[data-show]")).to_have_text("Hide")
    page.click("[data-show]")
    expect(page.locator("#id_passphrase")).to_have_attribute("type", "password")


def test_the_copy_button_copies_and_says_where_the_words_go(page):
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto("/patterns/")
    page.click("[data-copy=recovery-code]")
    expect(page.locator("[data-copy=recovery-code]")).to_have_text("Copied")
    expect(page.locator(".copy .help")).to_contain_text("clipboard")


def test_our_own_forms_are_taken(page):
    page.goto("/patterns/")
    with page.expect_response("**/patterns/") as answer:
        page.click("form.search button")
    assert answer.value.status == 405, "403 would mean: the form token was refused"


def test_an_error_behind_a_form_shows_a_note_and_keeps_what_was_typed(page):
    page.goto("/patterns/")
    page.fill("#id_wording", "Ring from the station")
    ask(page, "/no-such-page/")
    expect(page.locator("#note")).to_contain_text("What you typed is still on this page.")
    assert page.input_value("#id_wording") == "Ring from the station"


def test_no_answer_at_all_says_so_and_keeps_what_was_typed(page):
    page.goto("/patterns/")
    page.fill("#id_wording", "Ring from the station")
    page.context.set_offline(True)
    ask(page, "/patterns/")
    expect(page.locator("#note")).to_contain_text("No answer from Troth.")
    assert page.input_value("#id_wording") == "Ring from the station"


def test_htmx_keeps_no_page_in_the_browser(page):
    page.goto("/patterns/")
    ask(page, "/patterns/")
    page.wait_for_timeout(300)
    assert page.evaluate("sessionStorage.getItem('htmx-history-cache')") is None


def ask(page, address: str) -> None:
    """Let htmx ask for an address, as a form of ours would."""
    page.evaluate("(address) => { htmx.ajax('GET', address, '.second').catch(() => {}); }", address)


@pytest.mark.parametrize("path", ["/patterns/", PATTERNS])
def test_the_print_has_no_bars(page, path):
    page.goto(path)
    page.emulate_media(media="print")
    expect(page.locator(".bar")).not_to_be_visible()
    expect(page.locator("h1")).to_be_visible()


def test_reduced_motion_moves_nothing(page):
    page.emulate_media(reduced_motion="reduce")
    page.goto("/patterns/?said=kept")
    assert page.evaluate("document.getAnimations().length") == 0


def trouble_of(page, number):
    """What axe finds on the page that is open, and whether something sticks out: on a phone, on a desk."""
    address, trouble = page.url.split("/", 3)[3], []
    for width, scheme in LOOKS if EVERY_LOOK else [LOOKS[number % len(LOOKS)]]:
        page.set_viewport_size({"width": width, "height": 740})
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        found = Axe().run(page).response["violations"]
        trouble += [(address, scheme, one["id"], one["nodes"][0]["html"][:160]) for one in found]
    for width in (320, 360, 1280):
        page.set_viewport_size({"width": width, "height": 740})
        if page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"):
            trouble.append((address, width, "sticks out"))
    return trouble


def looked_at(pages):
    """The pages of this run, numbered."""
    kinds = {ID.sub("…", page.partition("?")[0]): page for page in pages}
    return enumerate(pages if EVERY_LOOK else list(kinds.values())[::3])


@pytest.fixture
def shown(chromium, live_server):
    """Open a page, signed in with a cookie where there is one; axe may put its script into it."""
    contexts = []

    def open_page(cookie):
        # Without motion: between two themes a button fades, and axe would measure a colour on the way.
        still = {"bypass_csp": True, "reduced_motion": "reduce"}
        contexts.append(chromium.new_context(base_url=live_server.url, **still))
        if cookie:
            contexts[-1].add_cookies([{"name": "troth", "value": cookie, "url": live_server.url}])
        return contexts[-1].new_page()

    yield open_page
    for context in contexts:
        context.close()


@pytest.mark.parametrize(
    ("world", "least"),
    [(everything_written, 190), (his_side, 8), (nothing_written, 40), (gate_closed, 20), (signed_out, 10)],
)
def test_axe_finds_nothing_on_any_page_and_nothing_sticks_out(shown, world, least):
    pages, cookie = world()
    assert len(pages) >= least
    page, trouble = shown(cookie), []
    for number, address in looked_at(pages):
        answer = page.goto(address)
        trouble += trouble_of(page, number) if answer.status == 200 else [(address, answer.status)]
    assert trouble == []


@takes_minutes
def test_axe_finds_nothing_on_forms_that_were_sent_empty(shown):
    pages, cookie = everything_written()
    forms = [one for one in pages if one.endswith(("/new/", "/check/", "/passphrase/", "kind=reframe"))]
    assert len(forms) > 25
    page, trouble = shown(cookie), []
    for number, address in looked_at(forms):
        page.goto(address)
        assert page.locator("main form[method=post]").count(), f"{address}: expected a form"
        with page.expect_navigation():
            page.evaluate(
                """() => { const form = document.querySelector("main form[method=post]");
                for (const one of form.querySelectorAll("input:not([type=hidden]), textarea, select")) {
                    if (one.type === "radio" || one.type === "checkbox") one.checked = false; else one.value = ""; }
                form.noValidate = true; form.requestSubmit(); }"""
            )
        trouble += trouble_of(page, number)
    assert trouble == []
