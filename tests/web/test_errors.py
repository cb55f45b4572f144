"""Error pages: same frame, one sentence, nobody's words, and nothing typed is lost."""

import logging
import re

import pytest
from django.test import Client

from tests.people import unlock
from tests.web.broken_urls import WORDS

pytestmark = pytest.mark.urls("tests.web.broken_urls")
FROM_US = {"Sec-Fetch-Site": "same-origin"}
SECRETS = {"passphrase": "river lamp", "code": "K7QF", "again": "river lamp"}
TYPED = {"wording": "Ring from the station", "note": " ", "next": "/today/", **SECRETS}


@pytest.fixture
def browser() -> Client:
    return Client(raise_request_exception=False)


@pytest.fixture
def strict() -> Client:
    return Client(raise_request_exception=False, enforce_csrf_checks=True)


@pytest.fixture
def logged(caplog):
    """What the program's own log says, which does not reach the root."""
    logger = logging.getLogger("troth")
    logger.addHandler(caplog.handler)
    yield caplog
    logger.removeHandler(caplog.handler)


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "/no-such-page/", 404),
        ("GET", "/refuses/", 403),
        ("GET", "/breaks/", 500),
        ("POST", "/patterns/", 405),
        ("GET", "/busy/", 503),
        ("POST", "/full/", 507),
    ],
)
def test_the_way_out_and_help_stand_on_every_error_page(browser, method, path, status):
    response = browser.generic(method, path)
    page = response.content.decode()
    assert response.status_code == status
    assert 'href="/leave/"' in page
    assert 'href="/safety/"' in page
    assert "Traceback" not in page
    assert WORDS not in page


def test_a_page_that_breaks_asks_the_database_nothing_and_takes_the_neutral_name(browser):
    page = browser.get("/breaks/").content.decode()  # without the `db` fixture a query would fail the test
    assert "<title>Notes</title>" in page
    assert "It was nothing you did." in page


@pytest.mark.django_db
def test_a_page_that_breaks_for_ada_shows_nothing_of_hers(browser, ada):
    unlock(browser, ada)
    response = browser.get("/breaks/")
    assert response.status_code == 500
    assert "Ada" not in response.content.decode()


def test_the_log_says_where_it_broke_and_nothing_else(browser, logged):
    browser.get("/breaks/?words=secret")
    [record] = logged.records
    said = record.getMessage()
    assert said.startswith("fault: route breaks, builtins.OSError at ")
    assert record.exc_info is None
    assert WORDS not in said
    assert "secret" not in said


def test_the_log_names_the_last_place_in_our_own_code(browser, logged):
    browser.get("/no-such-page/")
    assert logged.records == []
    browser.get("/slips/")
    place = logged.records[0].getMessage().split(" at ")[1]
    assert re.fullmatch(r"troth/web/parts/said\.py:\d+", place)


def test_a_wrong_method_says_which_ones_there_are(browser):
    assert browser.post("/patterns/").headers["Allow"] == "GET, HEAD"


def test_too_much_at_once_is_413(browser, settings):
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 10
    form = "application/x-www-form-urlencoded"
    response = browser.post("/reads/", "words=much+more+than+that", content_type=form)
    assert response.status_code == 413
    assert "bigger than this page takes" in response.content.decode()


def test_too_many_fields_is_400(browser, settings):
    settings.DATA_UPLOAD_MAX_NUMBER_FIELDS = 2
    assert browser.post("/reads/", {"a": 1, "b": 2, "c": 3}).status_code == 400


def test_busy_says_when_to_come_again(browser):
    assert browser.get("/busy/").headers["Retry-After"] == "5"


def test_an_old_form_gives_the_words_back_but_no_secret(strict):
    response = strict.post("/reads/", TYPED, headers=FROM_US)
    page = response.content.decode()
    assert response.status_code == 403
    assert "This form was open too long" in page
    assert "Ring from the station" in page
    assert page.count("<textarea") == 1
    assert "river lamp" not in page
    assert "K7QF" not in page


def test_a_full_disk_gives_the_words_back(browser):
    page = browser.post("/full/", TYPED, headers=FROM_US).content.decode()
    assert "Not saved: the disk is full." in page
    assert "Ring from the station" in page


@pytest.mark.parametrize(
    "headers",
    [{"Sec-Fetch-Site": "cross-site"}, {"Sec-Fetch-Site": "none"}, {"Origin": "https://mallory.example"}, {}],
)
def test_another_site_cannot_put_its_words_on_our_page(strict, headers):
    response = strict.post("/reads/", TYPED, headers=headers)
    assert response.status_code == 403
    assert "Ring from the station" not in response.content.decode()


def test_a_browser_without_fetch_headers_is_known_by_its_origin(strict):
    page = strict.post("/full/", TYPED, headers={"Origin": "http://testserver"}).content.decode()
    assert "Ring from the station" in page


def test_what_was_typed_is_text_and_never_markup(strict):
    page = strict.post(
        "/reads/", {"wording": "</textarea><script>x</script>"}, headers=FROM_US
    ).content.decode()
    assert "&lt;/textarea&gt;&lt;script&gt;" in page


@pytest.mark.parametrize("path", ["/no-such-page/", "/breaks/", "/refuses/"])
def test_htmx_gets_a_note_and_not_a_page(browser, path):
    note = browser.get(path, headers={"HX-Request": "true"}).content.decode()
    assert "<html" not in note
    assert "What you typed is still on this page." in note


def test_htmx_restoring_its_history_gets_the_whole_page(browser):
    headers = {"HX-Request": "true", "HX-History-Restore-Request": "true"}
    assert "<html" in browser.get("/no-such-page/", headers=headers).content.decode()
