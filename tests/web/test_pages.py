"""One address, two answers."""

import pytest
from django.http import HttpResponse
from django.test import RequestFactory
from django_htmx.middleware import HtmxMiddleware

from tests import people
from troth.web.parts.pages import answers_parts, part_or_page

ASKS = {"HX-Request": "true"}


def named(headers: dict[str, str], name: str = "wins/new.html#form") -> str:
    """Ask for a page as a browser with these headers does, and say which template answers."""
    seen = HtmxMiddleware(lambda request: HttpResponse(part_or_page(request, name)))
    return seen(RequestFactory().get("/", headers=headers)).content.decode()


@pytest.mark.parametrize(
    ("headers", "name"),
    [
        ({}, "wins/new.html"),
        (ASKS, "wins/new.html#form"),
        (ASKS | {"HX-History-Restore-Request": "true"}, "wins/new.html"),
    ],
)
def test_only_htmx_gets_a_part_and_not_to_restore_its_history(headers, name):
    assert named(headers) == name


def test_a_name_without_a_part_stays():
    assert named(ASKS, "wins/new.html") == "wins/new.html"


def test_a_request_that_htmx_never_saw_gets_the_page():
    assert part_or_page(RequestFactory().get("/"), "wins/new.html#form") == "wins/new.html"


def test_caches_are_told_that_there_are_two_answers():
    response = answers_parts(lambda request: HttpResponse())(RequestFactory().get("/"))
    assert response.headers["Vary"] == "HX-Request, HX-History-Restore-Request"


@pytest.mark.django_db
@pytest.mark.parametrize("before", ["²", "٣", "-1", "1e3", "9" * 40, "", "x"])
@pytest.mark.parametrize("page", ["/journal/", "/journal/?practice=wins", "/wins/"])
def test_an_odd_place_in_the_address_shows_the_newest(ada_in, ada, page, before):
    people.a_win(by=ada, what="We laughed at the radio")
    answer = ada_in.get(
        page, {"before": before, "practice": "wins"} if "practice" in page else {"before": before}
    )
    assert answer.status_code == 200
    assert "We laughed at the radio" in answer.content.decode()
