"""The page locks itself, and locking loses no words."""

import pytest
from playwright.sync_api import expect

from troth.store.queries.drafts import kept

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
HIDE = """(hidden) => {
    Object.defineProperty(document, "hidden", { configurable: true, get: () => hidden });
    document.dispatchEvent(new Event("visibilitychange"));
}"""


@pytest.fixture
def at_the_page(page, ada_here):
    """Ada's page, with a clock that the test moves."""
    page.clock.install()
    page.goto("/patterns/")
    assert page.locator("html").get_attribute("data-idle") == "600"
    return page


def test_after_ten_minutes_the_page_is_at_the_door(at_the_page):
    page = at_the_page
    page.clock.run_for("09:55")
    assert "/patterns/" in page.url
    page.clock.run_for(10_000)
    page.wait_for_url("**/unlock/")
    page.goto("/today/")
    assert "/unlock/" in page.url


def test_at_the_deadline_the_page_covers_itself_without_network(at_the_page):
    page = at_the_page
    page.context.set_offline(True)
    page.clock.run_for("10:00")
    assert "Patterns" not in page.content()
    assert page.title() == "Notes"


def test_the_key_that_wakes_a_sleeping_computer_does_not_count(at_the_page):
    page = at_the_page
    page.clock.set_system_time(page.evaluate("Date.now()") + 11 * 60_000)
    page.press("#id_words", "a")
    page.wait_for_url("**/unlock/")


def test_typing_counts_as_being_here_and_tells_the_server(at_the_page):
    page = at_the_page
    page.clock.run_for("09:00")
    with page.expect_request("**/still-here/") as told:
        page.press("#id_words", "a")
    assert told.value.response().status == 204
    page.clock.run_for("09:00")
    assert "/patterns/" in page.url


def test_the_server_is_told_once_a_minute_at_most(at_the_page):
    page = at_the_page
    told = []
    page.on("request", lambda request: told.append(request.url) if "still-here" in request.url else None)
    for _ in range(8):
        page.press("#id_words", "a")
        page.clock.run_for(20_000)
    page.wait_for_timeout(200)
    assert len(told) == 2


def test_a_page_whose_session_is_gone_covers_itself(at_the_page):
    page = at_the_page
    page.context.clear_cookies()
    page.clock.run_for("01:01")
    page.press("#id_words", "a")
    page.wait_for_url("**/sign-in/**")


def test_a_hidden_tab_locks_after_two_minutes(at_the_page):
    page = at_the_page
    page.evaluate(HIDE, True)
    page.clock.run_for("01:55")
    assert "/patterns/" in page.url
    page.clock.run_for(10_000)
    page.wait_for_url("**/unlock/")


def test_a_tab_seen_again_in_time_does_not_lock(at_the_page):
    page = at_the_page
    page.evaluate(HIDE, True)
    page.clock.run_for("01:50")
    page.evaluate(HIDE, False)
    page.clock.run_for("01:50")
    assert "/patterns/" in page.url


def test_while_another_tab_is_seen_a_hidden_one_does_not_lock(at_the_page):
    page = at_the_page
    other = page.context.new_page()
    other.goto("/patterns/")
    page.evaluate(HIDE, True)
    for _ in range(6):
        page.clock.run_for(30_000)
        page.wait_for_timeout(1100)  # the other tab's own clock says that it is seen
    assert "/patterns/" in page.url


def test_lock_locks_every_tab(page, ada_here):
    other = page.context.new_page()
    other.goto("/patterns/")
    page.goto("/patterns/")
    page.click("form.lock button")
    page.wait_for_url("**/unlock/")
    other.wait_for_url("**/unlock/")
    expect(other.locator("#id_passphrase")).to_be_visible()


@pytest.fixture
def writing(at_the_page):
    """A form that keeps its words."""
    at_the_page.evaluate(
        """() => { const form = document.querySelector("#id_words").form;
        form.dataset.draft = "/wins/new/"; form.method = "post";
        form.insertAdjacentHTML("beforeend", document.querySelector("form.lock input").outerHTML); }"""
    )
    return at_the_page


def test_what_is_typed_is_kept_after_five_seconds(writing, ada_here):
    writing.type("#id_words", "They told me a fear")
    writing.wait_for_timeout(200)
    assert kept(ada_here.me) == []
    with writing.expect_request("**/drafts/"):
        writing.clock.run_for(5_100)
    writing.wait_for_timeout(300)
    [draft] = kept(ada_here.me)
    assert draft.address == "/wins/new/"
    assert draft.fields["words"] == ["They told me a fear"]


def test_passphrases_and_files_are_never_kept(writing, ada_here):
    writing.fill("#id_passphrase", "river lamp")
    writing.click("[data-show]")
    writing.type("#id_words", "a")
    with writing.expect_request("**/drafts/") as sent:
        writing.clock.run_for(5_100)
    assert "river" not in sent.value.post_data
    assert "upload" not in sent.value.post_data


def test_going_elsewhere_keeps_the_last_words_at_once(writing):
    writing.type("#id_words", "just now")
    with writing.expect_request("**/drafts/"):
        writing.evaluate(HIDE, True)


def test_a_form_that_is_sent_leaves_no_draft_behind(writing):
    sent = []
    writing.on("request", lambda request: sent.append(request.url) if "/drafts/" in request.url else None)
    writing.evaluate("document.addEventListener('submit', (event) => event.preventDefault())")
    writing.type("#id_words", "all of it")
    writing.evaluate("document.querySelector('#id_words').form.requestSubmit()")
    writing.clock.run_for(20_000)
    writing.evaluate(HIDE, True)
    writing.wait_for_timeout(200)
    assert sent == []


def test_a_draft_never_waits_in_the_browser(writing):
    writing.type("#id_words", "not here")
    writing.clock.run_for(6_000)
    stores = writing.evaluate("JSON.stringify([{...localStorage}, {...sessionStorage}, document.cookie])")
    assert "not here" not in stores
