"""Two people where it is hardest: no network between two steps, an answer that got lost, both pressing at the same moment."""

import os
import time
from datetime import UTC, datetime

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import once_is_enough
from tests.browser.two_windows import (
    NEVER,
    WORDS,
    at_once,
    at_preview,
    given,
    join,
    loses_the_answer,
    nothing_left,
    tick,
)
from troth.store.actions import bonds, invitations, joining, shares
from troth.store.models import Entry, Invitation, Share

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True), once_is_enough]
ROUNDS = range(3 if os.environ.get("TROTH_EVERY_LOOK") == "1" else 1)
SLOW_S = 0.8
NO_ANSWER = "No answer from Troth. What you typed is still on this page."


@pytest.fixture
def both(hers, his):
    join(hers, his)
    return hers, his


def cut_off(one, press):
    """Press without a network: the page stays and says so; the network comes back."""
    one.cut()
    one.press(press)
    one.sees(NO_ANSWER)
    one.back()


def to_confirm(hers, his):
    """Go on until Ada is to let Ben in."""
    hers.page.goto(hers.two)
    hers.press("Make a code")
    code = hers.page.locator("#join-code").inner_text()
    his.page.goto("/join/")
    his.page.get_by_label("The code").fill(code)
    his.press("Look it up")
    his.page.get_by_label("A name for your person").fill("Ada")
    his.page.get_by_text("A partner", exact=True).click()
    his.page.get_by_text("I find it hard to trust").click()


def test_joining_with_the_network_cut_before_each_press_leaves_nothing_half_done(hers, his):
    hers.page.goto(hers.two)
    cut_off(hers, "Make a code")
    assert not Invitation.objects.exists()
    to_confirm(hers, his)
    cut_off(his, "Say yes")
    assert Invitation.objects.get().invitee is None
    assert his.page.get_by_label("A name for your person").input_value() == "Ada"
    expect(his.page.locator("[name=role]:checked")).to_have_count(1)
    his.press("Say yes")
    his.sees("You said yes. They confirm once.")
    hers.page.reload()
    cut_off(hers, "The words are the same: let them in")
    assert not Invitation.objects.get().is_joined
    hers.press("The words are the same: let them in")
    hers.sees("You and Ben")
    cut_off(hers, "Leave")
    assert Invitation.objects.get().is_joined
    hers.press("Leave")
    hers.sees("This bond is closed.")
    assert not Invitation.objects.exists()


def test_sharing_with_the_network_cut_before_each_press_keeps_what_was_chosen(both):
    hers, _his = both
    hers.page.goto("/wins/new/")
    hers.page.get_by_label("What went well?").fill(WORDS)
    hers.page.locator("label:has([name=kind][value=other])").click()
    cut_off(hers, "Keep it")
    assert hers.page.get_by_label("What went well?").input_value() == WORDS
    assert not Entry.objects.exists()
    hers.press("Keep it")
    hers.page.get_by_role("link", name="Give Ben a copy").click()
    tick(hers, "what")
    cut_off(hers, "Show me what they will see")
    expect(hers.page.locator("[name=parts]:checked")).to_have_count(1)
    hers.press("Show me what they will see")
    hers.sees("Ben will see exactly this")
    cut_off(hers, "Give Ben this copy")
    assert nothing_left()
    hers.press("Give Ben this copy")
    hers.sees("They can see this copy now.")
    cut_off(hers, "Take it back")
    assert Share.objects.count() == 1
    hers.press("Take it back")
    hers.sees("It is gone from here.")
    assert nothing_left()


def test_an_answer_that_got_lost_and_the_same_press_in_another_tab_give_one_copy(both):
    hers, his = both
    at_preview(hers)
    there_again = loses_the_answer(hers.page, "**/give/")
    hers.press("Give Ben this copy")
    hers.page.wait_for_url("chrome-error://**")
    assert Share.objects.count() == 1, "it arrived"
    there_again()
    id = Entry.objects.get().id
    hers.page.goto(f"/together/share/{id}/")
    tick(hers, "what")
    hers.press("Show me what they will see")
    hers.press("Give Ben this copy")
    hers.sees("They can see this copy now.")
    assert Share.objects.count() == 1
    his.page.goto("/together/")
    expect(his.page.get_by_role("link", name="Win")).to_have_count(1)


def test_a_take_back_whose_answer_got_lost_has_taken_back(both):
    hers, his = both
    id = given(hers)
    hers.page.goto("/together/")
    there_again = loses_the_answer(hers.page, "**/take-back/")
    hers.press("Take it back")
    hers.page.wait_for_url("chrome-error://**")
    there_again()
    assert his.page.goto(f"/together/{id}/").status == 404
    hers.page.goto("/together/")
    hers.sees("Nothing of yours is out there")


def test_a_yes_whose_answer_got_lost_stands_and_can_be_taken_back(hers, his):
    to_confirm(hers, his)
    there_again = loses_the_answer(his.page, "**/accept/")
    his.press("Say yes")
    his.page.wait_for_url("chrome-error://**")
    there_again()
    bond = Invitation.objects.get().bond_id
    his.page.goto(f"/bond/{bond}/together/")
    his.sees("You said yes. They confirm once.")
    his.press("Take my yes back")
    his.sees("This bond is closed.")
    hers.page.reload()
    hers.sees("Your code")


def slowly(monkeypatch, room, name):
    """Let an action be done at once, and its answer take its time."""
    act = getattr(room, name)

    def slow(**given):
        found = act(**given)
        time.sleep(SLOW_S)
        return found

    monkeypatch.setattr(room, name, slow)


def twice(one, press):
    """Press, and press once more while the answer is still on its way."""
    button = one.page.get_by_role("button", name=press).element_handle()
    one.page.evaluate("button => { button.click(); setTimeout(() => button.click(), 300) }", button)


def test_a_press_that_comes_twice_while_the_answer_is_slow_counts_once(hers, his, monkeypatch):
    for room, name in (
        (invitations, "accept"),
        (joining, "confirm"),
        (shares, "give"),
        (shares, "take_back"),
    ):
        slowly(monkeypatch, room, name)
    to_confirm(hers, his)
    twice(his, "Say yes")
    his.sees("You said yes. They confirm once.")
    hers.page.reload()
    twice(hers, "The words are the same: let them in")
    hers.sees("You are two here now.")
    bonds.alter_side(me=hers.who.me, bond=hers.who.bond, asked_on=datetime.now(UTC).date())
    at_preview(hers)
    twice(hers, "Give Ben this copy")
    hers.sees("They can see this copy now.")
    twice(hers, "Take it back")
    hers.sees("It is gone from here.")
    assert nothing_left()


@pytest.mark.parametrize("press", ["Take it back", "Leave"])
def test_stopping_twice_in_a_row_is_stopping(both, press):
    hers, his = both
    given(hers)
    hers.page.goto("/together/" if press == "Take it back" else hers.two)
    hers.page.get_by_role("button", name=press).dblclick()
    hers.sees("It is gone from here." if press == "Take it back" else "You left.")
    assert nothing_left()
    his.page.goto("/together/")
    his.sees("Nothing is here.")


@pytest.mark.parametrize("_round", ROUNDS)
def test_both_give_at_the_same_moment_and_both_arrive(both, _round):
    hers, his = both
    at_preview(hers)
    at_preview(his)
    at_once((hers, "Give Ben this copy"), (his, "Give Ada this copy"))
    for one in both:
        one.sees("They can see this copy now.")
        one.page.goto("/together/")
        expect(one.page.get_by_role("link", name="Win")).to_have_count(1)
    assert Share.objects.count() == 2


@pytest.mark.parametrize("_round", ROUNDS)
def test_one_gives_while_the_other_leaves_and_nothing_is_left(both, _round):
    hers, his = both
    at_preview(hers)
    his.page.goto(his.two)
    at_once((hers, "Give Ben this copy"), (his, "Leave"))
    his.sees("You left.")
    assert "They can see this copy now." in hers.main() or "Not available now." in hers.main()
    closed_for_both(hers, his)


@pytest.mark.parametrize("_round", ROUNDS)
def test_one_takes_back_while_the_other_leaves(both, _round):
    hers, his = both
    given(hers)
    given(his)
    hers.page.goto("/together/")
    his.page.goto(his.two)
    at_once((hers, "Take it back"), (his, "Leave"))
    his.sees("You left.")
    assert "It is gone from here." in hers.main() or hers.main() == never(hers)
    closed_for_both(hers, his)


@pytest.mark.parametrize("_round", ROUNDS)
def test_both_leave_at_the_same_moment(both, _round):
    hers, his = both
    given(hers)
    given(his)
    for one in both:
        one.page.goto(one.two)
    at_once((hers, "Leave"), (his, "Leave"))
    for one in both:
        one.sees("You left. What you wrote stays yours.")
    closed_for_both(hers, his)


@pytest.mark.parametrize("_round", ROUNDS)
def test_she_lets_him_in_while_he_takes_his_yes_back(hers, his, _round):
    to_confirm(hers, his)
    his.press("Say yes")
    his.sees("You said yes.")
    hers.page.reload()
    at_once((hers, "The words are the same: let them in"), (his, "Take my yes back"))
    his.sees("This bond is closed.")
    assert "You are two here now." in hers.main() or "Not available now." in hers.main()
    hers.page.goto(hers.two)
    assert "You and Ben" not in hers.main(), "however it went, they are not joined"
    assert [row.is_joined for row in Invitation.objects.all()] in ([], [False])


@pytest.mark.parametrize("_round", ROUNDS)
def test_she_ends_the_code_while_he_says_yes(hers, his, _round):
    hers.page.goto(hers.two)
    to_confirm(hers, his)
    at_once((hers, "End this code"), (his, "Say yes"))
    hers.sees("This code is ended.")
    hers.sees("Only you are here")
    assert not Invitation.objects.exists()
    assert any(words in his.main() for words in ("You said yes.", "This bond is closed.", "no longer valid"))


def never(one):
    one.page.goto(NEVER)
    return one.main()


def closed_for_both(hers, his):
    for one in (hers, his):
        one.page.goto(one.two)
        one.sees("This bond is closed.")
        one.page.goto("/together/")
        one.sees("Nothing is here.")
    assert nothing_left()
    assert not Invitation.objects.exists()
