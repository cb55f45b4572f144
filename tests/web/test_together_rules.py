"""Standing rules on the pages; the line on Today; and what is led to after an unlock."""

from datetime import UTC, datetime, timedelta

import pytest
from django.test import Client

from tests import people
from tests.web.sharing import WITHDRAWN, WORDS, asked, days_on, given, text_of
from tests.web.two_browsers import bare, words_of
from troth import practices
from troth.store.actions import joining, profiles
from troth.store.me import opened
from troth.store.models import Person, Share
from troth.store.queries import rules
from troth.store.queries.shares import received

pytestmark = pytest.mark.django_db
NONE = [one for one in practices.names() if not practices.named(one).shareable or practices.named(one).apart]
CHOSEN = {"parts": ["what"], "lasts": "7"}


def made(both, *, practice="wins", parts=("what",)):
    asked(both)
    answer = both.hers.post(f"/together/rules/make/{practice}/", {"parts": parts, "lasts": "7"})
    assert answer.status_code == 303, words_of(answer)


def profile_of(someone):
    person = Person.objects.get(id=someone.me.person.id)
    return opened(person, key=someone.me.key, session=None).profile


def comes_in(someone, **more):
    """Sign in through the door, in a browser that was never here; return where it leads."""
    typed = {"name": someone.name, "passphrase": someone.passphrase}
    return Client().post("/sign-in/", typed | more).headers["Location"]


def test_w04_a_rule_is_for_one_kind_with_nothing_ticked_and_an_example_first(both):
    asked(both)
    people.a_win(by=both.ada, what=WORDS)
    page = both.hers.get("/together/rules/new/").content.decode()
    assert 'href="/together/rules/new/wins/"' in page
    assert "<input" not in page[page.index("Which kind?") : page.index("Not now")]
    choosing = both.hers.get("/together/rules/new/wins/").content.decode()
    assert not [line for line in choosing.split("<input") if 'name="parts"' in line and " checked" in line]
    example = both.hers.post("/together/rules/new/wins/", CHOSEN)
    assert WORDS in text_of(example.content)
    assert "It does not go itself" in words_of(example)
    assert rules.standing(both.ada.me, at=datetime.now(UTC)) == []
    done = both.hers.post("/together/rules/make/wins/", CHOSEN, follow=True)
    assert "Standing rule: Wins" in words_of(done)
    assert not Share.objects.exists(), "the example itself stays here"


def test_without_an_entry_there_is_no_example_and_the_parts_are_named(both):
    asked(both)
    page = words_of(both.hers.post("/together/rules/new/headsups/", {"parts": ["what", "at"], "lasts": "30"}))
    assert "There is none yet that could stand here as an example." in page
    assert "What is it?" in page
    assert "When does it happen?" in page


def test_a_promise_to_somebody_else_is_no_example(both):
    asked(both)
    people.a_promise(by=both.ada, wording=WORDS, to="Mira")
    page = both.hers.post("/together/rules/new/promises/", {"parts": ["wording"], "lasts": "30"})
    assert WORDS not in text_of(page.content)


def test_what_is_written_on_the_pages_goes_by_the_rule_and_stopping_takes_it_away(both):
    made(both)
    written = {"what": WORDS, "kind": "other", "on": days_on(0)}
    address = both.hers.post("/wins/new/", written).headers["Location"].partition("?")[0]
    [first] = received(both.ben.me, at=datetime.now(UTC))
    both.hers.post(f"{address}edit/", written | {"what": "said better", "version": "1"})
    [second] = received(both.ben.me, at=datetime.now(UTC))
    assert (first.copy.fields["what"], second.copy.fields["what"]) == (WORDS, "said better")
    assert both.his.get(f"/together/{first.id}/").status_code == 404
    done = both.hers.post(f"/together/rules/{both.ada.bond}/wins/stop/", follow=True)
    assert "The copies that it made are gone from here. What was seen stays seen" in words_of(done)
    assert both.his.get(f"/together/{second.id}/").status_code == 404
    assert both.hers.post(f"/together/rules/{both.ada.bond}/wins/stop/").status_code == 404


def test_the_form_says_that_a_copy_goes_and_only_where_it_does(both):
    older = people.a_win(by=both.ada, what=WORDS)
    made(both)
    newer = people.a_win(by=both.ada, what=WORDS)
    says = b"By your standing rule Ben gets a copy when you save this."
    assert says in both.hers.get("/wins/new/").content
    assert says in both.hers.get(f"/wins/{newer.id}/edit/").content
    assert says not in both.hers.get(f"/wins/{older.id}/edit/").content
    assert says not in both.hers.get("/promises/new/").content
    WITHDRAWN["closed gate"](both.ada)
    assert says not in both.hers.get("/wins/new/").content


@pytest.mark.parametrize("name", [*NONE, "checkins", "nothing"])
def test_w07_there_is_no_page_and_no_rule_for_what_is_withheld(both, name):
    asked(both)
    assert f"/together/rules/new/{name}/" not in both.hers.get("/together/rules/new/").content.decode()
    for answer in (
        both.hers.get(f"/together/rules/new/{name}/"),
        both.hers.post(f"/together/rules/new/{name}/", CHOSEN),
        both.hers.post(f"/together/rules/make/{name}/", CHOSEN | {"parts": ["note", "what", "words"]}),
    ):
        assert answer.status_code == 404
    assert rules.standing(both.ada.me, at=datetime.now(UTC)) == []


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"lasts": "7"}, "Nothing is chosen yet."),
        ({"parts": ["what", "state"], "lasts": "7"}, "Select a valid choice."),
        ({"parts": ["what"], "last": days_on(92)}, "Choose a day within three months."),
        ({"parts": ["what"], "last": days_on(-2)}, "This day has passed."),
        ({"parts": ["what"], "lasts": "400"}, "Select a valid choice."),
    ],
)
def test_w04_what_cannot_be_is_said_beside_the_field(both, typed, said):
    asked(both)
    for step in ("new", "make"):
        answer = both.hers.post(f"/together/rules/{step}/wins/", typed)
        assert answer.status_code == 422
        assert said in words_of(answer)
    assert rules.standing(both.ada.me, at=datetime.now(UTC)) == []


@pytest.mark.parametrize("cause", WITHDRAWN)
def test_w13_under_a_rule_saving_goes_on_as_ever_and_the_other_side_does_not_change(both, cause):
    made(both)
    people.a_win(by=both.ada, what=WORDS)
    WITHDRAWN[cause](both.ada)
    before = bare(both.his.get("/together/"))
    written = {"what": "not to be seen", "kind": "other", "on": days_on(0)}
    answer = both.hers.post("/wins/new/", written, follow=True)
    assert (answer.status_code, "Kept." in words_of(answer)) == (200, True)
    assert bare(both.his.get("/together/")) == before


def test_only_the_writer_stops_a_rule(both, mallory):
    made(both)
    people.unlock(both.his, mallory)
    assert both.his.post(f"/together/rules/{both.ada.bond}/wins/stop/").status_code == 404
    people.unlock(both.his, both.ben)
    assert both.his.post(f"/together/rules/{both.ada.bond}/wins/stop/").status_code == 404
    assert len(rules.standing(both.ada.me, at=datetime.now(UTC))) == 1


def test_w12_today_says_how_much_is_out_there_only_where_something_is(both):
    assert "out there" not in words_of(both.hers.get("/today/"))
    given(both)
    assert "What is out there of yours: 1 thing. Look" in text_of(both.hers.get("/today/").content)
    made(both)
    assert "What is out there of yours: 2 things. Look" in text_of(both.hers.get("/today/").content)
    assert "out there" not in words_of(both.his.get("/today/")), "what was received is never counted"


def test_w12_once_a_month_the_line_asks_to_look_and_a_look_ends_it(both):
    given(both)
    today = datetime.now(UTC).date()
    for ago, asks in ((None, False), (29, False), (31, True)):
        on = None if ago is None else today - timedelta(days=ago)
        profiles.change_profile(me=both.ada.me, out_looked=on)
        assert ("Time to look through it again" in words_of(both.hers.get("/today/"))) == asks
        assert ("I looked through it" in words_of(both.hers.get("/together/"))) == asks
    both.hers.post("/together/looked/")
    assert "Time to look" not in words_of(both.hers.get("/today/"))
    assert profile_of(both.ada).out_looked == today


def test_w12_after_an_unlock_what_is_new_out_there_is_shown_first_and_once(both):
    assert comes_in(both.ada) == "/today/"
    given(both)
    assert comes_in(both.ada, next="/journal/") == "/journal/", "an address that was asked for goes before"
    assert comes_in(both.ada) == "/together/"
    assert comes_in(both.ada) == "/today/"
    made(both)
    assert comes_in(both.ada) == "/together/"
    people.a_win(by=both.ada, what="goes by the rule")
    assert comes_in(both.ada) == "/today/", "the rule was seen; its copies are no news"


def test_w12_a_locked_browser_is_led_there_too(both):
    given(both)
    both.hers.post("/lock/")
    answer = both.hers.post("/unlock/", {"passphrase": both.ada.passphrase})
    assert answer.headers["Location"] == "/together/"


def test_w15_nobody_is_led_there_by_anothers_leaving_or_by_what_was_received(both):
    given(both)
    assert comes_in(both.ada) == "/together/"
    assert comes_in(both.ben) == "/today/"
    joining.leave(me=both.ben.me, bond=both.ben.bond)
    assert comes_in(both.ada) == "/today/"
    assert profile_of(both.ada).out_seen == ""


def test_w13_what_is_out_there_is_shown_whatever_the_gate_says(both):
    id = given(both)
    WITHDRAWN["closed gate"](both.ada)
    assert "What is out there of yours: 1 thing." in words_of(both.hers.get("/today/"))
    assert f"/together/{id}/take-back/" in both.hers.get("/together/").content.decode()
    assert both.hers.post(f"/together/{id}/take-back/").status_code == 303
