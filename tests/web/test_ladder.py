"""The ladder and the step on Today take the measures in, behind the gates."""

import pytest

from tests.web.noted import promise, text
from tests.web.understanding import put
from troth.practices.incidents import Incident

pytestmark = pytest.mark.django_db
LISTEN = "Only listen, and stay"


def many(ada, count, *, fate="keep", size="small", from_ago=4):
    for number in range(count):
        promise(ada, fate, days_ago=from_ago + number, size=size)


def ladder(client):
    return text(client.get("/ladder/"))


def today(client):
    return text(client.get("/today/"))


def test_four_promises_suggest_a_tiny_one(ada_in, ada):
    many(ada, 4)
    assert "Not enough yet: 4 promises were kept or missed so far." in ladder(ada_in)


@pytest.mark.parametrize(
    ("kept", "missed", "size", "said"),
    [
        (5, 0, "tiny", "tiny"),
        (15, 0, "tiny", "small"),
        (8, 0, "medium", "medium"),
        (30, 0, "medium", "large"),
        (5, 5, "medium", "tiny"),
    ],
)
def test_the_cautious_end_of_the_record_says_how_large(ada_in, ada, kept, missed, size, said):
    many(ada, kept, size=size)
    many(ada, missed, fate="miss", size=size)
    assert f"The next promise that is suggested is {said} at most." in ladder(ada_in)


def test_a_long_record_leads_to_a_promise_of_the_size_it_supports(ada_in, ada):
    many(ada, 15, size="small")
    assert "A larger promise, with a day to look at it" in today(ada_in)
    assert 'href="/promises/new/?size=medium"' in ada_in.get("/today/").content.decode()
    assert 'href="/promises/new/?size=medium"' in ada_in.get("/ladder/").content.decode()


def test_fifteen_tiny_ones_support_less_than_fifteen_small_ones(ada_in, ada):
    many(ada, 15, size="tiny")
    assert 'href="/promises/new/?size=small"' in ada_in.get("/today/").content.decode()


def test_a_breach_of_the_last_days_comes_before_any_new_promise(ada_in, ada):
    many(ada, 15, size="medium", from_ago=8)
    promise(ada, "miss", days_ago=4, dimension="integrity")
    assert LISTEN in today(ada_in)


def test_a_miss_about_something_else_does_not(ada_in, ada):
    many(ada, 15, size="medium", from_ago=8)
    promise(ada, "miss", days_ago=4, dimension="ability")
    assert LISTEN not in today(ada_in)


@pytest.mark.parametrize(("toward", "listens"), [("other", True), ("me", False)])
def test_something_of_mine_that_hurt_asks_for_listening(ada_in, ada, toward, listens):
    put(ada, "incidents", Incident(kind="outburst", toward=toward))
    assert (LISTEN in today(ada_in)) is listens
