"""The headers of the safety spec, section 7, on every kind of answer."""

import pytest
from django.http import HttpResponseBase
from django.test import Client

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.web.broken_urls")]

EXACTLY = {
    "Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'"
    " data:; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Robots-Tag": "noindex",
}
STYLES = "/static/troth/troth.css"
ANSWERS = [
    ("GET", "/patterns/", 200),
    ("HEAD", "/patterns/", 200),
    ("GET", "/patterns", 301),
    ("POST", "/patterns/", 405),
    ("OPTIONS", "/patterns/", 405),
    ("GET", "/no-such-page/", 404),
    ("GET", "/refuses/", 403),
    ("GET", "/breaks/", 500),
    ("GET", "/busy/", 503),
    ("POST", "/full/", 507),
    ("GET", "/moves/", 303),
    ("GET", STYLES, 200),
    ("HEAD", STYLES, 200),
    ("GET", "/static/troth/no-such-file.css", 404),
]


def ask(method: str, path: str, **headers: str) -> HttpResponseBase:
    """Ask and hang up, as a browser does: files are closed."""
    response = Client(raise_request_exception=False).generic(method, path, headers=headers)
    response.close()
    return response


@pytest.mark.parametrize(("method", "path", "status"), ANSWERS)
def test_every_answer_carries_exactly_these_headers(method, path, status):
    response = ask(method, path)
    assert response.status_code == status
    assert {name: response.headers.get(name) for name in EXACTLY} == EXACTLY
    assert "camera=(), " in response.headers["Permissions-Policy"]


@pytest.mark.parametrize(("method", "path", "status"), ANSWERS)
def test_only_our_own_files_may_be_kept_by_the_browser(method, path, status):
    response = ask(method, path)
    kept = response.headers["Cache-Control"] != "no-store"
    assert kept == (path == STYLES)


def test_a_file_that_did_not_change_may_still_be_kept():
    first = ask("GET", STYLES)
    again = ask("GET", STYLES, **{"If-Modified-Since": first.headers["Last-Modified"]})
    assert (again.status_code, again.headers["Cache-Control"]) == (304, first.headers["Cache-Control"])
    assert {name: again.headers.get(name) for name in EXACTLY} == EXACTLY


@pytest.mark.parametrize("power", ["camera", "microphone", "geolocation", "clipboard-read", "usb"])
def test_powers_of_the_browser_are_shut(power):
    shut = ask("GET", "/patterns/").headers["Permissions-Policy"].split(", ")
    assert f"{power}=()" in shut


def test_a_page_may_open_the_camera_for_itself():
    assert ask("GET", "/camera/").headers["Permissions-Policy"] == "camera=(self)"


def test_only_a_site_with_a_name_asks_for_tls_for_a_year(settings):
    assert "Strict-Transport-Security" not in ask("GET", "/patterns/").headers
    settings.IS_SERVER = True
    assert ask("GET", "/patterns/").headers["Strict-Transport-Security"] == "max-age=31536000"


def test_htmx_is_sent_on_by_its_own_header():
    response = ask("GET", "/moves/", **{"HX-Request": "true"})
    assert (response.status_code, response.headers["HX-Redirect"]) == (200, "/patterns/?said=kept")
    assert "Location" not in response.headers


def test_being_sent_on_keeps_the_cookies():
    response = ask("GET", "/forgets/", **{"HX-Request": "true"})
    assert response.cookies["troth"].value == ""
    assert response.headers["HX-Redirect"] == "/patterns/"
