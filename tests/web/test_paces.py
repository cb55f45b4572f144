"""How fast may this go: one press, no reason; the other sees one word, and a pause is quiet on their Today."""

import re
from datetime import UTC, datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests import people
from tests.web.sharing import WITHDRAWN, be_careful, close_the_gate, pause, text_of
from tests.web.two_browsers import bare, browser_of, words_of
from troth.practices.paces import HOWS
from troth.store.actions import bonds, joining
from troth.store.models import Entry, Share
from troth.store.queries import paces
from troth.web.today.standing import OWN
from troth.web.today.words import STEPS

pytestmark = pytest.mark.django_db
PAGES = ("/today/", "/paces/", "/together/", "/agreed/", "/bond/", "/insights/")


def choose(browser, pace, **more):
    return browser.post("/paces/set/", {"pace": pace}, **more)


def steps_on(answer):
    return {step for step, words in STEPS.items() if f"<h2>{words.what}</h2>" in words_of(answer)}


def theirs(both, *, seen_by="hers"):
    someone = both.ada if seen_by == "hers" else both.ben
    return paces.theirs(someone.me, both.ada.bond, at=datetime.now(UTC))


@pytest.mark.parametrize("pace", HOWS)
def test_w19_a_pace_is_chosen_in_one_press_without_a_reason(both, pace):
    page = both.his.get("/paces/").content.decode()
    main = re.search(r"<main.*</main>", page, re.DOTALL).group(0)
    assert not re.search(r"<textarea|<input(?! type=\"hidden\")", main), "nothing is typed"
    assert choose(both.his, pace).status_code == 303
    assert theirs(both) == pace
    assert "your pace now" in words_of(both.his.get("/paces/"))


def test_it_works_alone_too_and_says_that_only_i_see_it(ada_in):
    choose(ada_in, "gentle")
    page = words_of(ada_in.get("/paces/"))
    assert "your pace now" in page
    assert "Only you see it." in page
    assert "Let them see it" not in page
    assert Entry.objects.count() == 1


def test_a_pace_that_is_not_one_of_three_changes_nothing(both):
    for wrong in ("", "stop", "FAST"):
        assert "nothing changed" in words_of(choose(both.his, wrong, follow=True))
    assert not Entry.objects.exists()


def test_w19_the_other_sees_the_present_word_and_neither_since_when_nor_what_it_was(both):
    for pace in ("fast", "pause", "gentle"):
        choose(both.his, pace)
    page = text_of(both.hers.get("/paces/").content)
    before = page.partition("Your pace")[0]
    assert before.endswith("The pace of Ben Gentle ")
    assert not re.search(r"since|ago|yesterday|today|\d", before.partition("The pace of")[2], re.IGNORECASE)
    assert "What you chose before" not in page, "a list of theirs is nowhere"


@pytest.mark.parametrize("order", [("gentle",), ("pause", "gentle"), ("fast", "pause", "fast", "gentle")])
def test_w19_however_they_came_to_it_the_others_pages_are_the_same_bytes(both, order):
    choose(both.his, "gentle")
    before = [bare(both.hers.get(page)) for page in PAGES]
    for pace in order:
        choose(both.his, pace)
    assert [bare(both.hers.get(page)) for page in PAGES] == before


@pytest.mark.parametrize("cause", WITHDRAWN)
def test_w13_the_others_pages_are_the_same_bytes_whether_my_gate_is_open_or_not(both, cause):
    choose(both.his, "gentle")
    choose(both.his, "pause")
    at_an_open_gate = [bare(both.hers.get(page)) for page in PAGES]
    choose(both.his, "fast")
    WITHDRAWN[cause](both.ben)
    choose(both.his, "pause")
    assert [bare(both.hers.get(page)) for page in PAGES] == at_an_open_gate


@pytest.mark.parametrize("cause", WITHDRAWN)
@pytest.mark.parametrize("pace", HOWS)
def test_w19_it_can_be_set_and_lifted_whatever_my_own_gate_says(both, cause, pace):
    WITHDRAWN[cause](both.ben)
    choose(both.his, "pause")
    assert choose(both.his, pace).status_code == 303
    assert theirs(both) == pace


def test_w19_a_pause_of_theirs_makes_today_quiet(both):
    assert steps_on(both.hers.get("/today/")) - OWN, "without a pause there is a step towards them"
    choose(both.his, "pause")
    page = words_of(both.hers.get("/today/"))
    assert "Ben asks for quiet for now. Nothing is expected of you." in page
    assert "Try a message out first" not in page
    assert "Make a promise" not in page
    assert not steps_on(both.hers.get("/today/"))


def test_w19_a_gentle_pace_is_one_soft_line_and_a_fast_one_is_none(both):
    choose(both.his, "gentle")
    assert "Ben asks for a gentle pace. Small and slow is plenty." in words_of(both.hers.get("/today/"))
    choose(both.his, "fast")
    assert "asks for" not in words_of(both.hers.get("/today/"))


def test_w19_while_they_ask_for_quiet_nothing_can_be_given_and_the_page_does_not_say_why(both):
    win = people.a_win(by=both.ada)
    bonds.alter_side(me=both.ada.me, bond=both.ada.bond, asked_on=datetime.now(UTC).date())
    address = f"/together/share/{win.id}/give/"
    typed = {"parts": ["what"], "lasts": "14", "last": ""}
    choose(both.his, "pause")
    quiet = both.hers.post(address, typed)
    choose(both.his, "fast")
    pause(both.ada)
    paused = both.hers.post(address, typed)
    assert (quiet.status_code, bare(quiet)) == (paused.status_code, bare(paused))
    assert "Not available now." in words_of(quiet)
    assert Share.objects.received_by(both.ben.me.person.id).count() == 0


def test_while_they_ask_for_quiet_no_talk_is_begun(both):
    choose(both.his, "pause")
    assert "It is quiet between you for now." in words_of(both.hers.get("/talks/begin/"))


def test_w05_it_can_be_taken_back_on_the_list_of_what_is_out_there(both):
    choose(both.his, "fast")
    page = both.his.get("/together/").content.decode()
    [id] = re.findall(r'action="/together/([^/]+)/take-back/"', page)
    assert "Pace" in text_of(page.encode())
    both.his.post(f"/together/{id}/take-back/")
    assert theirs(both) is None
    assert "Let them see it" in words_of(both.his.get("/paces/"))


def test_w19_it_is_neither_listed_nor_opened_among_what_was_given(both):
    choose(both.his, "gentle")
    [row] = Share.objects.all()
    assert "Nothing is here." in words_of(both.hers.get("/together/"))
    never = both.hers.get("/together/00000000-0000-4000-8000-000000000000/")
    assert bare(both.hers.get(f"/together/{row.id}/")) == bare(never)


def test_w15_after_leaving_no_pace_is_left(both):
    choose(both.his, "pause")
    joining.leave(me=both.ben.me, bond=both.ben.bond)
    page = words_of(both.hers.get("/today/"))
    assert "asks for quiet" not in page
    assert "The pace of" not in words_of(both.hers.get("/paces/"))


def test_deleting_the_newest_lets_the_one_before_hold(both):
    choose(both.his, "gentle")
    choose(both.his, "fast")
    newest = Entry.objects.order_by("-sequence").first()
    page = both.his.post(f"/paces/{newest.id}/delete/", follow=True)
    assert theirs(both) == "gentle"
    both.his.post(f"/paces/{newest.id}/undo/")
    assert page.status_code == 200
    assert theirs(both) == "fast"


def test_its_page_says_when_to_me_alone_and_has_no_way_to_give_it(both):
    choose(both.his, "gentle")
    page = both.his.get(f"/paces/{Entry.objects.get().id}/")
    assert "Only you see when." in words_of(page)
    assert "/together/share/" not in page.content.decode()


@pytest.mark.parametrize("limit", [close_the_gate, be_careful])
def test_a_gate_that_is_not_open_hides_neither_card(both, limit):
    limit(both.ben)
    page = both.his.get("/paces/").content.decode()
    assert page.count('action="/paces/set/"') == 3


def test_nothing_changes_by_an_address_alone_and_mallory_finds_nothing(both, mallory):
    assert both.his.get("/paces/set/?pace=pause").status_code == 405
    choose(both.his, "gentle")
    assert browser_of(mallory).get(f"/paces/{Entry.objects.get().id}/").status_code == 404


def test_the_page_costs_as_many_queries_for_twenty_choices_as_for_ten(both):
    costs = []
    for _ in range(2):
        for pace in ("fast", "gentle") * 5:
            choose(both.his, pace)
        with CaptureQueriesContext(connection) as asked:
            both.his.get("/paces/")
        costs.append(len(asked))
    assert costs[0] == costs[1]
