"""Two of you: from a code to six words to letting in, and out again; with two browsers, by the rules of the spec on safety."""

import re
from datetime import UTC, datetime, timedelta

import pytest
from django.utils import translation

from tests.web.two_browsers import (
    NEVER,
    STEPS,
    a_code,
    bare,
    browser_of,
    compared,
    joined,
    let_in,
    say_yes,
    six,
    state,
    two_of,
    words_of,
)
from troth.store.actions import invitations
from troth.store.models import Person
from troth.store.queries import bonds as bond_queries
from troth.web.joining.compared import to_read

pytestmark = pytest.mark.django_db
MARKER = "a quiet heron under the third bridge"


@pytest.fixture
def both(ada, ben):
    """Their two browsers; they are joined."""
    return joined(ada, ben)


def test_two_join_by_a_code_compare_the_same_six_words_and_one_lets_in(ada, ben):
    hers, his = browser_of(ada), browser_of(ben)
    assert "Only you are here" in words_of(hers.get(two_of(ada)))
    waiting = say_yes(his, a_code(hers, ada))
    assert waiting == two_of(ada)
    theirs, ours = his.get(waiting), hers.get(two_of(ada))
    assert "You said yes. They confirm once." in words_of(theirs)
    assert "Someone used your code" in words_of(ours)
    assert len(six(ours)) == 6
    assert six(ours) == six(theirs)
    assert let_in(hers, ada).headers["Location"] == f"{two_of(ada)}?said=let_in"
    assert (state(ada, ada.bond), state(ben, ada.bond)) == ("joined", "joined")
    for browser in (hers, his):
        page = browser.get(two_of(ada))
        assert six(page) == six(ours)
        assert 'href="/together/"' in page.content.decode()


def test_the_code_stands_in_groups_and_in_a_link_behind_the_sign_that_no_log_sees(ada, ada_in):
    code = a_code(ada_in, ada)
    page = ada_in.get(two_of(ada))
    assert re.fullmatch(r"([0-9A-Z]{5}-){5}[0-9A-Z]{3}", code)
    assert f"http://testserver/join/#{code}" in page.content.decode()
    assert "We send nothing." in words_of(page)
    assert 'data-copy="join-link"' in page.content.decode()
    title = re.search(r"<title>([^<]*)</title>", page.content.decode()).group(1)
    assert title == "Two of you · Troth"


def test_the_page_of_the_bond_leads_here(ada, ada_in):
    page = ada_in.get("/bond/").content.decode()
    assert f'href="{two_of(ada)}"' in page
    assert "copies vanish on both sides" in page


def test_nobody_is_let_in_without_the_words_that_were_compared(ada, ben, mallory):
    hers, his = browser_of(ada), browser_of(ben)
    code = a_code(hers, ada)
    say_yes(his, code)
    seen = compared(hers.get(two_of(ada)))
    his.post(f"{two_of(ada)}take-back/")
    say_yes(browser_of(mallory), code)
    answer = hers.post(f"{two_of(ada)}let-in/", {"compared": seen})
    assert answer.status_code == 409
    assert "These are not the words that stood here before." in words_of(answer)
    assert hers.post(f"{two_of(ada)}let-in/").status_code == 409
    assert state(ada, ada.bond) == "to_confirm"


def test_letting_in_whoever_went_away_again_says_only_not_available(ada, ben):
    hers, his = browser_of(ada), browser_of(ben)
    say_yes(his, a_code(hers, ada))
    seen = compared(hers.get(two_of(ada)))
    his.post(f"{two_of(ada)}take-back/")
    answer = hers.post(f"{two_of(ada)}let-in/", {"compared": seen})
    assert answer.status_code == 409
    assert "Not available now." in words_of(answer)


@pytest.mark.parametrize("column", ["receive_public", "sign_public"])
def test_swapped_keys_let_nobody_in_and_the_page_says_what_to_do(ada, ben, mallory, column):
    hers, his = browser_of(ada), browser_of(ben)
    say_yes(his, a_code(hers, ada))
    Person.objects.filter(id=ben.me.person.id).update(**{column: getattr(mallory.me.person, column)})
    seen = compared(hers.get(two_of(ada)))
    answer = hers.post(f"{two_of(ada)}let-in/", {"compared": seen})
    assert answer.status_code == 409
    assert "The keys here are not those that came with your code." in words_of(answer)
    assert bond_queries.one(ada.me, ada.bond).side.pin is None


def test_keys_that_are_no_keys_at_all_show_no_words_and_let_nobody_in(ada, ben):
    hers, his = browser_of(ada), browser_of(ben)
    say_yes(his, a_code(hers, ada))
    Person.objects.filter(id=ben.me.person.id).update(sign_public=b"short")
    page = hers.get(two_of(ada))
    assert six(page) == []
    assert "begin again with a new code" in words_of(page)
    answer = hers.post(f"{two_of(ada)}let-in/")
    assert answer.status_code == 409
    assert "The keys here are not those that came with your code." in words_of(answer)


def test_keys_swapped_after_joining_show_no_words_and_the_way_out_stays(both, ada, ben, mallory):
    hers, _his = both
    swapped = {"sign_public": mallory.me.person.sign_public}
    Person.objects.filter(id=ben.me.person.id).update(**swapped)
    page = hers.get(two_of(ada))
    assert six(page) == []
    assert "Talk to them in person" in words_of(page)
    assert hers.post(f"{two_of(ada)}leave/").status_code == 303


def test_a_code_that_was_used_is_not_replaced_behind_the_back_of_who_used_it(ada, ben):
    hers, his = browser_of(ada), browser_of(ben)
    say_yes(his, a_code(hers, ada))
    answer = hers.post(f"{two_of(ada)}code/")
    assert answer.status_code == 409
    assert "Someone has used your code already." in words_of(answer)


def test_five_codes_in_thirty_days_are_the_most_and_the_page_says_until_when(ada, ada_in):
    for _ in range(5):
        a_code(ada_in, ada)
    answer = ada_in.post(f"{two_of(ada)}code/")
    assert answer.status_code == 429
    assert int(answer.headers["Retry-After"]) > 29 * 86400
    assert "You can make the next one" in words_of(answer)
    assert 'id="join-code"' in answer.content.decode(), "the code that is open stays"


def test_a_code_that_ran_out_is_gone_from_the_page(ada, ada_in):
    invitations.invite(me=ada.me, bond=ada.bond, at=datetime.now(UTC) - timedelta(hours=49))
    assert "Only you are here" in words_of(ada_in.get(two_of(ada)))


def test_mallory_finds_nothing_and_it_looks_like_never(ada, mallory):
    hers = browser_of(mallory)
    assert bare(hers.get(two_of(ada))) == bare(hers.get(NEVER))
    assert hers.get(two_of(ada)).status_code == 404
    for step in STEPS:
        answers = [hers.post(f"{place}{step}") for place in (two_of(ada), NEVER)]
        assert [answer.status_code for answer in answers] == [404, 404], step
        assert bare(answers[0]) == bare(answers[1])


@pytest.mark.parametrize("step", STEPS)
def test_no_step_is_taken_by_looking(ada, ada_in, step):
    assert ada_in.get(f"{two_of(ada)}{step}").status_code == 405


def test_in_other_languages_the_numbers_are_compared():
    with translation.override("de"):
        assert to_read((0, 2047)) == ["0", "2047"]
    assert to_read((0, 2047)) == ["abandon", "zoo"]
