"""Two people, each in a browser of their own: a code, six words, a way in, a way out; and the page for a code by keyboard."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests import people
from tests.browser.conftest import once_is_enough
from troth.store.models import Invitation

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True), once_is_enough]
PHONE = {"width": 390, "height": 844}


@pytest.fixture
def his(chromium: Browser, live_server, outside) -> Page:
    """Ben's browser: nobody is signed in there."""
    context = chromium.new_context(base_url=live_server.url, viewport=PHONE)
    page = context.new_page()
    page.set_default_timeout(8_000)
    yield page
    context.close()


def makes_a_code(page: Page) -> str:
    """Make a code by the buttons, from the page of the bond; return the link."""
    page.goto("/bond/")
    page.get_by_role("link", name="Two of you").click()
    page.get_by_role("button", name="Make a code").click()
    return page.locator("#join-link").inner_text()


def six(page: Page) -> list[str]:
    expect(page.locator(".passphrase-words li")).to_have_count(6)
    return page.locator(".passphrase-words li").all_inner_texts()


def says_yes(page: Page) -> None:
    page.get_by_label("A name for your person").fill("Ada")
    page.get_by_text("A friend", exact=True).click()
    page.get_by_text("I find it hard to trust").click()
    page.get_by_role("button", name="Say yes").click()
    expect(page.get_by_role("heading", name="You said yes. They confirm once.")).to_be_visible()


def makes_an_account(page: Page) -> None:
    words = " ".join(page.locator(".passphrase-words li").all_inner_texts())
    page.get_by_label("A name to sign in with").fill("Ben")
    page.get_by_label("Passphrase", exact=True).fill(words)
    page.get_by_label("The same passphrase again").fill(words)
    page.get_by_role("button", name="Make the account").click()
    page.get_by_role("link", name="No recovery code").click()
    expect(page.get_by_role("heading", name="Someone gave you a code")).to_be_visible()


def test_two_join_by_a_link_and_one_leaves_without_a_word(page, ada_here, his):
    page.set_default_timeout(8_000)
    link = makes_a_code(page)
    code = link.partition("#")[2]
    his.goto(link)
    expect(his.get_by_label("The code")).to_have_value(code)
    assert his.url.endswith("/join/"), "the code is out of the address"
    his.get_by_role("button", name="Look it up").click()
    expect(his.get_by_text("This code can be used until")).to_be_visible()
    his.get_by_role("link", name="Make an account").click()
    makes_an_account(his)
    assert his.evaluate("JSON.stringify([localStorage, sessionStorage])").find(code) < 0
    his.get_by_label("The code").fill(code)
    his.get_by_role("button", name="Look it up").click()
    says_yes(his)

    page.reload()
    expect(page.get_by_role("heading", name="Someone used your code")).to_be_visible()
    assert six(page) == six(his)
    page.get_by_role("button", name="The words are the same: let them in").click()
    expect(page.get_by_role("heading", name="You and Ben")).to_be_visible()
    his.reload()
    expect(his.get_by_role("heading", name="You and Ada")).to_be_visible()
    assert six(page) == six(his)

    his.get_by_role("button", name="Leave", exact=True).click()
    expect(his.get_by_text("You left. What you wrote stays yours.")).to_be_visible()
    page.reload()
    expect(page.get_by_role("heading", name="This bond is closed.")).to_be_visible()
    assert "left" not in page.locator("main").inner_text()
    expect(page.locator(".passphrase-words")).to_have_count(0)
    assert not Invitation.objects.exists()


def test_back_after_opening_the_link_shows_no_code_in_any_address(page, ada_here, his):
    link = makes_a_code(page)
    his.goto("/safety/")
    his.goto(link)
    expect(his.get_by_label("The code")).not_to_have_value("")
    his.goto("/safety/")
    his.go_back()
    assert "#" not in his.url
    his.get_by_role("link", name="Skip to the page").focus()
    his.keyboard.press("Enter")
    assert his.url.endswith("/join/#main"), "a place on the page is not taken for a code"
    expect(his.get_by_label("The code")).not_to_have_value("main")


def test_a_link_opened_in_a_tab_that_shows_the_page_already_is_taken_too(page, ada_here, his):
    link = makes_a_code(page)
    his.goto("/join/")
    his.goto(link)
    expect(his.get_by_label("The code")).to_have_value(link.partition("#")[2])
    assert his.url.endswith("/join/")


def test_a_code_is_read_understood_and_taken_by_keyboard_alone_on_a_phone(page, ada_here, his, live_server):
    code = makes_a_code(page).partition("#")[2]
    ben = people.an_account("Ben", other="nobody yet")
    his.goto("/sign-in/?next=/join/")
    his.keyboard.press("Tab")
    to(his, "id_name")
    his.keyboard.type("Ben")
    to(his, "id_passphrase")
    his.keyboard.type(ben.passphrase)
    his.keyboard.press("Enter")
    expect(his.get_by_role("heading", name="Someone gave you a code")).to_be_visible()
    to(his, "id_code")
    his.keyboard.type(code)
    his.keyboard.press("Enter")
    expect(his.get_by_text("This code can be used until")).to_be_visible()
    to(his, "id_name")
    his.keyboard.type("Ada")
    his.keyboard.press("Tab")
    his.keyboard.press("Space")
    his.keyboard.press("Tab")
    his.keyboard.press("ArrowDown")
    his.keyboard.press("Tab")
    assert his.evaluate("document.activeElement.innerText") == "Say yes"
    his.keyboard.press("Enter")
    expect(his.get_by_role("heading", name="You said yes. They confirm once.")).to_be_visible()
    for _ in range(30):
        his.keyboard.press("Tab")
        if his.evaluate("document.activeElement.innerText") == "Take my yes back":
            break
    his.keyboard.press("Enter")
    expect(his.get_by_role("heading", name="This bond is closed.")).to_be_visible()


def to(page: Page, id: str) -> None:
    """Press Tab until this field has the keyboard."""
    for _ in range(30):
        if page.evaluate("document.activeElement.id") == id:
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"{id} was not reached in thirty steps")


def test_without_scripts_the_code_is_typed_and_all_the_rest_is_the_same(
    chromium, live_server, page, ada_here, context
):
    code = makes_a_code(page).partition("#")[2]
    plain = chromium.new_context(base_url=live_server.url, java_script_enabled=False)
    strange = plain.new_page()
    strange.goto("/join/")
    strange.get_by_label("The code").fill(f"{live_server.url}/join/#{code}")
    strange.get_by_role("button", name="Look it up").click()
    expect(strange.get_by_text("This code can be used until")).to_be_visible()
    plain.add_cookies(context.cookies())
    strange.goto(page.url)
    strange.get_by_role("button", name="End this code").click()
    expect(strange.get_by_role("heading", name="Only you are here")).to_be_visible()
    plain.close()


@pytest.mark.parametrize(("width", "scheme"), [(320, "light"), (390, "dark"), (1280, "light")])
def test_axe_finds_nothing_and_nothing_sticks_out(chromium, live_server, context, ada_here, width, scheme):
    wide = chromium.new_context(
        base_url=live_server.url,
        viewport={"width": width, "height": 740},
        color_scheme=scheme,
        bypass_csp=True,
    )
    page = wide.new_page()
    complaints = []
    page.on("console", lambda message: complaints.append(message.text) if message.type != "log" else None)
    page.goto("/join/")
    looked_at(page, width)
    wide.add_cookies(context.cookies())
    code = makes_a_code(page).partition("#")[2]
    looked_at(page, width)
    page.goto("/join/")
    page.get_by_label("The code").fill(code)
    page.get_by_role("button", name="Look it up").click()
    expect(page.get_by_role("button", name="Say yes")).to_be_visible()
    looked_at(page, width)
    assert complaints == []
    wide.close()


def looked_at(page: Page, width: int) -> None:
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()
    assert page.evaluate("document.documentElement.scrollWidth") <= width
