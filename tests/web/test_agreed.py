"""Agreed things: a proposal until both said yes to the same words; either may take it back; nobody is reminded."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests import people
from tests.web.agreeing import WHEN, a_kept_promise, a_plan, give, now, of_hers, of_his, say, take_back
from tests.web.sharing import WITHDRAWN, all_rows, text_of
from tests.web.two_browsers import bare, browser_of, words_of
from tests.written import an_entry_of
from troth import practices
from troth.practices.boundaries import Boundary
from troth.store.actions import entries, joining
from troth.store.models import Entry, Share
from troth.store.queries import entries as entry_queries
from troth.store.queries.takeout import everything

pytestmark = pytest.mark.django_db
READING = {"SELECT", "DECLARE"}  # PostgreSQL declares a cursor for a long reading


@pytest.fixture
def promise(both):
    return a_kept_promise(both)


@pytest.fixture
def plan(both):
    return a_plan(both)


def test_a_proposal_is_agreed_when_the_other_said_yes(both, plan):
    assert "waits for their yes" in of_hers(both)
    page = words_of(both.his.get(f"/together/{plan[1]}/"))
    assert "A proposal" in page
    answer = say(both, plan[1], note="By all means", follow=True)
    assert "By all means" in of_hers(both)
    assert "Agreed. You can take it back at any moment" in words_of(answer)
    assert "You said yes to these words." in words_of(answer)
    for page in (of_hers(both), of_his(both)):
        assert WHEN in page
        assert "agreed" in page.partition(WHEN)[2]
    assert "waits" not in of_hers(both).partition("Nobody is reminded")[0]


@pytest.mark.parametrize("practice", ["triggers", "boundaries", "promises"])
def test_the_other_three_kinds_can_be_agreed_too(both, practice):
    field = {"triggers": "what"}.get(practice, "wording")
    copy = give(both, an_entry_of(practice, by=both.ada).id, field)
    say(both, copy)
    assert "You said yes to these words." in words_of(both.his.get(f"/together/{copy}/"))
    assert 'class="tag moss">agreed' in both.hers.get("/agreed/").content.decode()


def test_w05_a_yes_is_taken_back_in_one_press_and_shows_without_a_time(both, plan):
    say(both, plan[1])
    done = take_back(both)
    assert "Taken back. No reason is needed" in words_of(done)
    for page in (of_hers(both), of_his(both)):
        assert "no longer agreed" in page
        assert not re.search(r"\d\d?:\d\d|\bsince (?!their yes)|\bago\b", page)
    assert "No longer agreed" in words_of(both.his.get(f"/together/{plan[1]}/"))


def test_w05_the_proposer_ends_it_by_taking_the_copy_back(both, plan):
    say(both, plan[1])
    both.hers.post(f"/together/{plan[1]}/take-back/")
    page = of_his(both)
    assert "Their copy is not there any more." in page
    assert "no longer agreed" in page
    assert both.his.get(f"/together/{plan[1]}/").status_code == 404


def test_changed_words_wait_for_a_new_yes(both, plan):
    say(both, plan[1])
    opened = entry_queries.one(both.ada.me, plan[0])
    typed = {"when": WHEN, "please": "write to me", "version": opened.version}
    both.hers.post(f"/plans/{plan[0]}/edit/", typed)
    again = give(both, plan[0], "when", "please")
    assert "changed since their yes: waits again" in of_hers(both)
    assert "they changed it" in of_his(both)
    assert "Look, and say yes again if you like." in words_of(both.his.get(f"/together/{again}/"))
    say(both, again)
    assert "changed since" not in of_hers(both)


def test_w03_a_copy_that_was_not_replied_to_looks_the_same_whether_it_was_opened_or_not(both, plan):
    pages, rows = ("/agreed/", f"/plans/{plan[0]}/", "/today/", "/together/"), all_rows()
    before = [bare(both.hers.get(page)) for page in pages]
    both.his.get(f"/together/{plan[1]}/")
    both.his.get("/agreed/")
    assert all_rows() == rows
    assert [bare(both.hers.get(page)) for page in pages] == before


def test_w03_to_look_only_reads(both, plan):
    with CaptureQueriesContext(connection) as asked:
        both.his.get("/agreed/")
        both.his.get(f"/together/{plan[1]}/")
    assert {query["sql"].split()[0] for query in asked} <= READING


def test_w02_nothing_is_counted_and_nobody_is_reminded(both, plan, promise):
    for page in (of_hers(both), of_his(both), text_of(both.hers.get("/today/").content)):
        assert not re.search(
            r"waiting since|\bday(s)? ago|not yet|unanswered|remind(?!ed, and)|\bseen by\b", page
        )
    assert not re.search(r"\d", of_hers(both))


def test_a_note_that_is_too_long_says_nothing(both, plan):
    answer = say(both, plan[1], note="x" * 501)
    assert (answer.status_code, "at most 500 characters" in words_of(answer)) == (422, True)
    assert "waits for their yes" in of_hers(both)


def test_a_win_has_nothing_to_say_yes_to(both):
    copy = give(both, people.a_win(by=both.ada).id, "what")
    page = both.his.get(f"/together/{copy}/").content.decode()
    assert "/agreed/" not in page
    assert "Nothing is agreed yet" in words_of(both.his.get("/agreed/"))


@pytest.mark.parametrize("cause", WITHDRAWN)
def test_w13_where_sharing_is_withdrawn_nothing_is_said_and_the_other_sees_no_change(both, plan, cause):
    before = bare(both.hers.get("/agreed/"))
    WITHDRAWN[cause](both.ben)
    page = both.his.get(f"/together/{plan[1]}/").content.decode()
    assert "/say/" not in page
    answer = say(both, plan[1])
    assert answer.status_code == 409
    assert "Not available now." in words_of(answer)
    assert bare(both.hers.get("/agreed/")) == before


@pytest.mark.parametrize("cause", ["closed gate", "careful gate"])
def test_w13_while_the_gate_is_not_open_the_empty_page_proposes_nothing(ada_in, ada, cause):
    assert "To propose something" in words_of(ada_in.get("/agreed/"))
    WITHDRAWN[cause](ada)
    assert "To propose something" not in words_of(ada_in.get("/agreed/"))


@pytest.mark.parametrize("cause", WITHDRAWN)
def test_w05_whatever_the_gate_says_a_yes_can_be_taken_back(both, plan, cause):
    say(both, plan[1])
    WITHDRAWN[cause](both.ben)
    take_back(both)
    assert "no longer agreed" in of_hers(both)


def test_w05_never_taken_back_and_not_yours_are_the_same_page(both, plan, mallory):
    say(both, plan[1])
    [reply] = Share.objects.given_by(both.ben.me.person.id)
    both.hers.post(f"/together/{plan[1]}/take-back/")
    answers = [
        say(both, plan[1]),
        both.his.post("/agreed/00000000-0000-4000-8000-000000000000/say/", {"said": "yes"}),
        browser_of(mallory).post(f"/agreed/{plan[1]}/say/", {"said": "yes"}),
    ]
    assert {(answer.status_code, bare(answer)) for answer in answers} == {(404, bare(answers[0]))}
    never = both.hers.get("/together/00000000-0000-4000-8000-000000000000/")
    assert bare(both.hers.get(f"/together/{reply.id}/")) == bare(never)


def test_replies_are_not_among_what_was_given_but_are_out_there(both, plan):
    say(both, plan[1], note="By all means")
    assert "Nothing is here." in words_of(both.hers.get("/together/"))
    assert "Reply" in text_of(both.his.get("/together/").content)


def test_a_reply_begins_on_a_copy_and_never_on_an_empty_page(both):
    for answer in (both.his.get("/replies/new/"), both.his.post("/replies/new/", {"said": "yes"})):
        assert (answer.status_code, answer.headers["Location"].partition("?")[0]) == (303, "/agreed/")
    assert not Entry.objects.exists()


def test_w15_after_leaving_nothing_of_it_is_left(both, plan):
    say(both, plan[1])
    joining.leave(me=both.ben.me, bond=both.ben.bond)
    for page in (of_hers(both), of_his(both)):
        assert "Nothing is agreed yet" in page


def test_w18_an_export_holds_my_reply_and_no_word_of_theirs(both, plan):
    say(both, plan[1], note="By all means")
    text = str(everything(both.ben.me, at=now(), program="test"))
    assert "By all means" in text
    assert WHEN not in text
    assert "By all means" not in str(everything(both.ada.me, at=now(), program="test"))


def test_w08_search_and_journal_of_the_other_hold_nothing_of_a_reply(both, plan):
    say(both, plan[1], note="By all means")
    assert "By all means" not in words_of(both.hers.get("/journal/"))
    found = both.hers.post("/journal/search/", {"words": "means"})
    assert "By all means" not in words_of(found)


def test_the_page_costs_as_many_queries_for_twenty_as_for_ten(both):
    costs = []
    for _ in range(2):
        for number in range(10):
            say(both, a_plan(both, f"case {number}")[1])
        found = []
        for browser in (both.hers, both.his):
            with CaptureQueriesContext(connection) as asked:
                assert browser.get("/agreed/").status_code == 200
            found.append(len(asked))
        costs.append(found)
    assert costs[0] == costs[1]


def test_the_title_is_the_kind_of_page_only(both, plan):
    assert b"<title>Agreed things \xc2\xb7 Troth</title>" in both.his.get("/agreed/").content


def test_a_line_begins_with_typed_words_and_not_with_a_choice(both):
    limit = Boundary(whose="theirs", wording="Nobody picks up the other's phone")
    document = practices.start("boundaries", limit, at=now(), on=now().date())
    entry = entries.add(me=both.ada.me, bond=both.ada.bond, document=document)
    give(both, entry.id, "whose", "wording")
    assert "Nobody picks up the other's phone Boundary" in of_his(both)
    assert "Nobody picks up the other's phone Boundary" in of_hers(both)
