"""What is out there first, then what was given; the page of a copy; and that to look leaves no trace anywhere."""

import io
import json
import re
import zipfile
from dataclasses import fields as fields_of
from datetime import UTC, date, datetime, timedelta

import pytest
from django.apps import apps
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests import people
from tests.web.sharing import WORDS, given, text_of
from tests.web.two_browsers import bare, browser_of, words_of
from troth import vault
from troth.practices import Copy
from troth.store.actions import entries, joining, rules
from troth.store.models import Share
from troth.store.queries import entries as entry_queries
from troth.store.queries.shares import Apart, Received
from troth.web.parts.copies import Framed, framed
from troth.web.parts.entries import KNOWN
from troth.web.parts.moments import day_words

pytestmark = pytest.mark.django_db
READING = {"SELECT", "DECLARE"}  # PostgreSQL declares a cursor for a long reading
NEVER = "/together/00000000-0000-4000-8000-000000000000/"


@pytest.fixture(autouse=True)
def every_practice_has_its_words():
    """Pages make themselves known when the addresses are read."""
    reverse("wins:list")


def now():
    return datetime.now(UTC)


def all_rows():
    """Every row of every table."""
    return {model.__name__: sorted(map(repr, model._base_manager.values_list()))
            for model in apps.get_app_config("troth").get_models()}  # fmt: skip


def kept_up(both, *, practice="wins", parts=("what",)):
    until = now().date() + timedelta(days=30)
    rules.keep_up(me=both.ada.me, bond=both.ada.bond, practice=practice, fields=parts, until=until, at=now())


def test_w02_the_closed_list_of_all_that_the_other_side_can_receive():
    assert [one.name for one in fields_of(Received)] == ["id", "bond", "since", "until", "of", "copy"]
    assert [one.name for one in fields_of(Apart)] == ["id", "bond", "until", "of", "copy"]
    assert [one.name for one in fields_of(Copy)] == ["practice", "schema", "on", "state", "fields"]
    drawn = ["what", "by", "since", "until", "on", "state", "tag", "pairs", "is_as_it_came"]
    assert [one.name for one in fields_of(Framed)] == drawn


def test_w02_the_page_of_a_copy_holds_this_and_nothing_else(both):
    id = given(both)
    today, last = (day_words(now().date() + timedelta(days=days), date.min) for days in (0, 14))
    assert text_of(both.his.get(f"/together/{id}/").content) == (
        f"A copy Together Shared by Ada on {today} · until {last} Win It belongs to {today}. What went well? {WORDS} "
        "A copy of what Ada wrote for their own notes: in the questions, “they” can mean you. It stays as it was on that day. "
        "Nobody is told that you opened it. Whoever gave it can take it back at any time."
    )


@pytest.mark.parametrize("address", ["/together/", "one"])
def test_w02_no_time_of_day_and_nothing_of_how_the_giver_is(both, address):
    id = given(both)
    page = text_of(both.his.get(f"/together/{id}/" if address == "one" else address).content)
    assert not re.search(r"\d\d?:\d\d", page)
    assert not re.search(
        r"\b(last|ago|online|active|seen by|read by|new)\b", page.replace("What was seen stays seen", "")
    )


def test_w03_opening_leaves_no_trace(both):
    id = given(both)
    browser, before = both.his, None
    for _ in range(2):
        before, after = all_rows(), before
        with CaptureQueriesContext(connection) as asked:
            assert browser.get(f"/together/{id}/").status_code == 200
            assert browser.get("/together/").status_code == 200
        assert {query["sql"].split()[0] for query in asked} <= READING
        assert after in (None, before)
    assert all_rows() == before


def test_w03_the_giver_sees_the_same_page_before_and_after_it_was_opened(both):
    id = given(both)
    before = bare(both.hers.get("/together/"))
    both.his.get(f"/together/{id}/")
    assert bare(both.hers.get("/together/")) == before


def test_w05_never_ended_deleted_expired_and_not_yours_are_the_same_page(both, mallory):
    ended, expired, live = given(both), given(both), given(both)
    both.hers.post(f"/together/{ended}/take-back/")
    kept_up(both)
    of_deleted = people.a_win(by=both.ada, what="soon deleted")
    [deleted] = set(Share.objects.values_list("id", flat=True)) - {expired, live}
    entries.delete(me=both.ada.me, id=of_deleted.id, at=now())
    Share.objects.filter(id=expired).update(expires=now().date() - timedelta(days=1))
    hers = browser_of(mallory)
    answers = [
        *(both.his.get(f"/together/{id}/") for id in (ended, deleted, expired)),
        both.his.get(NEVER),
        hers.get(f"/together/{live}/"),
        both.hers.get(f"/together/{live}/"),
        *(both.his.post(f"/together/{id}/take-back/") for id in (live, ended, vault.new_id())),
        hers.post(f"/together/{live}/take-back/"),
        both.hers.post(f"/together/{ended}/take-back/"),
    ]
    assert {answer.status_code for answer in answers} == {404}
    assert len({bare(answer) for answer in answers}) == 1
    assert both.his.get(f"/together/{live}/").status_code == 200


def test_w05_taking_back_is_one_press_and_says_what_it_cannot_do(both):
    id = given(both)
    assert "What was seen stays seen; older backups lose it within 14 days." in words_of(
        both.hers.get("/together/")
    )
    done = both.hers.post(f"/together/{id}/take-back/", follow=True)
    assert (
        "It is gone from here. What was seen stays seen; older backups lose it within 14 days."
        in words_of(done)
    )
    assert not Share.objects.exists()
    assert both.his.get(f"/together/{id}/").status_code == 404


@pytest.mark.parametrize("address", ["take-back/", "asked/"])
def test_nothing_changes_by_an_address_alone(both, address):
    id = given(both)
    assert both.hers.get(f"/together/{id}/{address}").status_code == 405
    assert Share.objects.exists()


def test_w08_search_journal_insights_and_today_never_see_what_was_received(both):
    given(both)
    for page in ("/today/", "/journal/", "/wins/", "/insights/", "/practices/", f"/letters/{now():%Y-%m}/"):
        assert both.his.get(page).status_code == 200, page
        assert WORDS not in both.his.get(page).content.decode(), page
    found = both.his.post("/journal/search/", {"words": "heron"})
    assert found.status_code == 200
    assert b"heron under" not in found.content
    assert entry_queries.opened(both.ben.me, entry_queries.ROWS.of(both.ben.me)) == []


def test_w10_a_copy_says_by_whom_and_on_which_day(both):
    id = given(both)
    page = words_of(both.his.get(f"/together/{id}/"))
    assert f"Shared by Ada on {day_words(now().date(), date.min)}" in page


def test_w10_a_copy_of_another_version_is_shown_as_it_came(both):
    copy = Copy(practice="wins", schema=9, on=now().date(), state="elsewhere",
                fields={"what": "<b>bold</b>", "odd_thing": {"deep": [1, None, True]}, "none": None})  # fmt: skip
    seen = framed(copy, by="Ada", since=now().date(), until=now().date())
    assert seen.pairs == (("What", "<b>bold</b>"), ("Odd thing", "Deep: 1, , yes"))
    assert (seen.is_as_it_came, seen.state) == (True, "")


def test_w07_what_is_withheld_is_not_even_drawn_where_another_version_sent_it():
    copy = Copy(practice="checkins", schema=9, on=now().date(), state="x", fields={"safety": 2, "note": "A"})
    seen = framed(copy, by="Ada", since=now().date(), until=now().date())
    assert seen.pairs == (("Note", "A"),)


def test_w07_nor_where_the_practice_has_no_pages_here(monkeypatch):
    monkeypatch.delitem(KNOWN, "checkins")
    copy = Copy(practice="checkins", schema=1, on=now().date(), state="x", fields={"safety": 2, "note": "A"})
    seen = framed(copy, by="Ada", since=now().date(), until=now().date())
    assert (seen.what, seen.pairs) == ("A copy", (("Note", "A"),))


def test_a_value_that_does_not_fit_its_field_is_shown_as_it_came():
    fields = {"felt_trust": 99, "closeness": "near", "note": "A"}
    copy = Copy(practice="checkins", schema=1, on=now().date(), state="kept", fields=fields)
    seen = framed(copy, by="Ada", since=now().date(), until=now().date())
    assert [words for _label, words in seen.pairs] == ["99", "near", "A"]


def test_words_in_a_copy_are_never_read_as_marks(both):
    id = given(both, what="<script>alert(1)</script>")
    page = both.his.get(f"/together/{id}/").content.decode()
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert" in page


def test_w12_the_page_lists_every_row_and_every_rule_each_with_its_stop(both):
    ids = [given(both), given(both, what="another")]
    kept_up(both)
    people.a_win(by=both.ada, what="by rule")
    kept_up(both, practice="headsups", parts=("kind",))
    Share.objects.filter(id=ids[0]).update(owner_key=bytes(116))
    page = both.hers.get("/together/").content.decode()
    rows = {str(id) for id in Share.objects.given_by(both.ada.me.person.id).values_list("id", flat=True)}
    assert set(re.findall(r'action="/together/([^/]+)/take-back/"', page)) == rows
    assert len(rows) == 3
    stops = re.findall(r'action="/together/rules/([^/]+)/(\w+)/stop/"', page)
    assert stops == [(str(both.ada.bond), "wins"), (str(both.ada.bond), "headsups")]
    read = text_of(both.hers.get("/together/").content)
    assert "damaged; take it back" in read
    assert read.count("by a standing rule") == 1
    assert read.index("Out there of mine") < read.index("Given to you")
    both.hers.post(f"/together/{ids[0]}/take-back/")
    assert not Share.objects.filter(id=ids[0]).exists(), "also a damaged one goes by one press"


def test_w12_the_page_teaches_where_there_is_nothing(ada_in, ada):
    page = words_of(ada_in.get("/together/"))
    assert "Nothing of yours is out there" in page
    assert "Nothing is here." in page
    assert f'href="/bond/{ada.bond}/together/"' in page


def test_what_was_given_to_me_is_listed_without_a_count_or_a_badge(both):
    id = given(both)
    page = both.his.get("/together/").content.decode()
    assert f'href="/together/{id}/"' in page
    assert "from Ada · Today" in words_of(both.his.get("/together/"))
    assert WORDS not in page
    assert "1" not in re.sub(r"14|\d{4}", "", text_of(page.encode()))
    assert 'class="tag' not in page


def test_w15_after_leaving_both_pages_are_as_if_there_had_been_nothing(both):
    given(both)
    joining.leave(me=both.ben.me, bond=both.ben.bond)
    for browser in (both.hers, both.his):
        page = words_of(browser.get("/together/"))
        assert "Nothing of yours is out there" in page
        assert "Nothing is here." in page


@pytest.mark.parametrize("choice", [{}, {"copies": "on", "received": "on"}])
def test_w18_an_export_holds_no_copy_of_anothers(both, choice):
    given(both)
    answer = both.his.post("/settings/export/", {"passphrase": both.ben.passphrase, **choice})
    assert answer.headers["Content-Type"] == "application/zip"
    raw = b"".join(answer.streaming_content) if answer.streaming else answer.content
    with zipfile.ZipFile(io.BytesIO(raw)) as packed:
        texts = [packed.read(name).decode() for name in packed.namelist()]
    assert json.loads(texts[0])["format"] == "troth-export"
    assert not any("heron" in text for text in texts)


def test_lists_cost_as_many_queries_for_twenty_as_for_ten(both):
    costs = []
    for _ in range(2):
        for _ in range(10):
            given(both)
        found = []
        for browser in (both.hers, both.his):
            with CaptureQueriesContext(connection) as asked:
                assert browser.get("/together/").status_code == 200
            found.append(len(asked))
        costs.append(found)
    assert costs[0] == costs[1]


def test_the_title_is_the_kind_of_page_only(both):
    id = given(both)
    for address in ("/together/", f"/together/{id}/"):
        title = re.search(r"<title>(.*?)</title>", both.his.get(address).content.decode()).group(1)
        assert title in ("Together · Troth", "A copy · Troth")


def test_two_copies_of_a_kind_are_told_apart_by_ones_own_words_and_only_on_ones_own_list(both):
    given(both, what="The bench by the canal")
    given(both, what="The soup on the stove")
    hers, his = words_of(both.hers.get("/together/")), words_of(both.his.get("/together/"))
    for words in ("The bench by the canal", "The soup on the stove"):
        assert words in hers
        assert words not in his
