"""Two people from the code to the parting, each in a browser of their own: one at a desk, one on a phone."""

import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from playwright.sync_api import expect

from tests import people
from tests.browser.conftest import once_is_enough
from tests.browser.two_windows import (
    NEVER,
    WORDS,
    at_preview,
    given,
    join,
    nothing_left,
    sign_in,
    tick,
)  # fmt: skip
from troth.store.models import Invitation, Share

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True), once_is_enough]


def a_code(hers):
    hers.page.goto(hers.two)
    hers.press("Make a code")
    return hers.page.locator("#join-code").inner_text()


def looks_it_up(his, code):
    his.page.goto("/join/")
    his.page.get_by_label("The code").fill(code)
    his.press("Look it up")
    his.sees("This code can be used until")


def says_yes(his, code):
    looks_it_up(his, code)
    his.page.get_by_label("A name for your person").fill("Ada")
    his.page.get_by_text("A partner", exact=True).click()
    his.page.get_by_text("I find it hard to trust").click()
    his.press("Say yes")
    his.sees("You said yes. They confirm once.")


def six(one):
    return one.page.locator(".passphrase-words li").all_inner_texts()


def test_from_the_code_to_the_parting(hers, his):
    says_yes(his, a_code(hers))
    hers.page.reload()
    assert six(hers) == six(his)
    hers.press("The words are the same: let them in")
    hers.sees("You and Ben")
    his.page.reload()
    his.sees("You and Ada")

    _ada_gives_a_headsup(hers)
    _ben_reads_it(his)
    _a_rule_renews_it(hers, his)
    _ada_takes_all_back(hers, his)

    his.who = replace(his.who, bond=hers.who.bond)
    given(hers)
    given(his)
    hers.page.goto("/together/")
    hers.sees("from Ben")
    his.page.goto(his.two)
    his.press("Leave")
    his.sees("You left. What you wrote stays yours.")
    hers.page.goto(hers.two)
    hers.sees("This bond is closed.")
    assert "left" not in hers.main()
    for one in (hers, his):
        one.page.goto("/together/")
        one.sees("Nothing of yours is out there")
        one.sees("Nothing is here.")
    assert nothing_left()
    assert not Invitation.objects.exists()


def _ada_gives_a_headsup(hers):
    hers.page.goto("/headsups/new/")
    hers.page.get_by_label("What is it?").fill(WORDS)
    hers.press("Keep it")
    hers.page.get_by_role("link", name="Give Ben a copy").click()
    hers.sees("Could sharing this be used against you?")
    hers.press("I want to share, by my own wish")
    expect(hers.page.locator("[name=parts]:checked")).to_have_count(0)
    tick(hers, "what")
    hers.press("Show me what they will see")
    hers.sees("Ben will see exactly this")
    hers.sees(WORDS)
    assert nothing_left(), "a preview gives nothing"
    hers.press("Give Ben this copy")
    hers.sees("They can see this copy now.")


def _ben_reads_it(his):
    his.page.goto("/together/")
    his.page.get_by_role("link", name="Heads-up").click()
    his.sees(WORDS)
    his.sees("Shared by Ada on")
    assert "plan" not in his.page.locator("article").inner_text().lower(), "what was not ticked is not there"


def _a_rule_renews_it(hers, his):
    hers.page.goto("/together/")
    hers.page.get_by_role("link", name="Make a standing rule with Ben").click()
    hers.page.get_by_role("link", name="Heads-ups").click()
    tick(hers, "what")
    hers.press("Show me what they will see")
    hers.sees("It does not go itself")
    hers.press("Let it stand")
    hers.page.goto("/headsups/new/")
    hers.sees("By your standing rule Ben gets a copy when you save this.")
    hers.page.get_by_label("What is it?").fill("The first wording")
    hers.press("Keep it")
    mine = hers.page.url.partition("?")[0]
    [first] = [address for address, words in all_that_he_has(his).items() if "The first wording" in words]
    hers.page.goto(f"{mine}edit/")
    hers.page.get_by_label("What is it?").fill("The second wording")
    hers.press("Save")
    hers.sees("The second wording")
    assert his.page.goto(first).status == 404, "the older copy is gone with the new version"
    read = " ".join(all_that_he_has(his).values())
    assert [words in read for words in (WORDS, "The first wording", "The second wording")] == [
        True,
        False,
        True,
    ]


def all_that_he_has(his):
    """Open every copy that is listed; return what stands on each."""
    his.page.goto("/together/")
    links = his.page.get_by_role("link", name="Heads-up")
    expect(links).to_have_count(2)
    return {
        address: words_at(his, address) for address in links.evaluate_all("all => all.map(one => one.href)")
    }


def words_at(one, address):
    one.page.goto(address)
    return one.main()


def _ada_takes_all_back(hers, his):
    his.page.goto("/together/")
    his.page.get_by_role("link", name="Heads-up").first.click()
    hers.page.goto("/together/")
    hers.press("Stop it")
    hers.sees("The copies that it made are gone from here.")
    hers.press("Take it back")
    hers.sees("It is gone from here. What was seen stays seen")
    answer, gone = his.page.reload(), his.main()
    never = his.page.goto(NEVER)
    assert (answer.status, gone) == (never.status, his.main()) == (404, gone)


def test_w05_a_copy_taken_back_while_it_is_open_is_the_page_of_one_that_never_was(hers, his):
    join(hers, his)
    id = given(hers)
    his.page.goto(f"/together/{id}/")
    his.sees(WORDS)
    hers.page.goto("/together/")
    hers.press("Take it back")
    his.page.reload()
    gone = his.page.content()
    his.page.goto(NEVER)
    assert without_token(gone) == without_token(his.page.content())
    his.page.go_back()
    assert WORDS not in his.page.content(), "nor does the browser keep it"


def test_w15_after_one_left_the_other_can_only_begin_again(hers, his):
    join(hers, his)
    id = given(his)
    hers.page.goto(f"/together/{id}/")
    his.page.goto(his.two)
    his.press("Leave")
    assert hers.page.reload().status == 404
    at_entry = people.a_win(by=hers.who, what=WORDS).id
    hers.page.goto(f"/wins/{at_entry}/")
    expect(hers.page.get_by_role("link", name="Give Ben a copy")).to_have_count(0)
    hers.page.goto(f"/together/share/{at_entry}/")
    hers.sees("Not available now.")
    hers.page.goto(hers.two)
    hers.sees("A new code")


def test_a_locked_browser_of_one_does_not_hold_up_the_other(hers, his, live_server):
    join(hers, his)
    given(hers)
    hers.page.goto("/today/")
    hers.page.context.clear_cookies()
    his.page.goto("/together/")
    his.page.get_by_role("link", name="Win").click()
    his.sees(WORDS)
    sign_in(hers.page.context, live_server, hers.who)
    hers.page.goto("/together/")
    hers.press("Take it back")
    assert his.page.reload().status == 404


def test_what_was_chosen_on_a_phone_is_what_is_read_at_the_desk(hers, his):
    join(hers, his)
    at_preview(his)
    previewed = his.page.locator("article.card").inner_text()
    his.press("Give Ada this copy")
    his.sees("They can see this copy now.")
    hers.page.goto("/together/")
    hers.page.get_by_role("link", name="Win").click()
    assert hers.page.locator("article.card").inner_text() == previewed
    assert Share.objects.get().expires == datetime.now(UTC).date() + timedelta(days=14)


def without_token(page: str) -> str:
    """Leave the one thing out that differs with each answer: the form token."""
    return re.sub(r'(csrfmiddlewaretoken" value="|X-CSRFToken(": "|&quot;: &quot;))[A-Za-z0-9]+', "", page)
