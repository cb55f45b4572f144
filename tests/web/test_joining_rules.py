"""Two of you, by the rules of the spec on safety: each test is an attempt, with two browsers, and bears its rule's number."""

import re
from dataclasses import replace

import pytest
from django.test import Client

from tests import people
from tests.web.two_browsers import (
    CLOSED,
    a_code,
    bare,
    browser_of,
    compared,
    joined,
    let_in,
    say_yes,
    state,
    two_of,
    words_of,
)
from troth.store.actions import accounts, bonds
from troth.store.models import Invitation

pytestmark = pytest.mark.django_db
MARKER = "a quiet heron under the third bridge"


@pytest.fixture
def both(ada, ben):
    """Their two browsers; they are joined."""
    return joined(ada, ben)


def test_w01_two_have_two_accounts_and_neither_passphrase_opens_the_other(both, ada, ben):
    hers, his = both
    people.a_win(by=ada, what=MARKER)
    assert MARKER in hers.get("/journal/").content.decode()
    for page in ("/journal/", "/today/", "/bond/", two_of(ada), "/wins/"):
        assert MARKER not in his.get(page).content.decode()
    for name, other in ((ada, ben), (ben, ada)):
        answer = Client().post("/sign-in/", {"name": name.name, "passphrase": other.passphrase})
        assert answer.status_code == 422
    assert "passphrase" not in re.findall(r'name="([^"]+)"', hers.get(two_of(ada)).content.decode())


def test_w02_what_ben_does_changes_not_a_byte_of_adas_page(both, ada, ben):
    hers, his = both
    before = bare(hers.get(two_of(ada)))
    people.unlock(Client(), ben)
    people.a_checkin(by=ben)
    for page in ("/today/", "/bond/", two_of(ada)):
        his.get(page)
    his.post(f"{two_of(ada).replace('together', 'switch')}")
    his.post("/lock/")
    assert bare(hers.get(two_of(ada))) == before


def test_w02_the_page_of_two_says_no_time_at_all(both, ada):
    for browser in both:
        page = browser.get(two_of(ada)).content.decode()
        assert "<time" not in page
        assert not re.search(
            r"\b\d{1,2}:\d{2}\b|\b20\d\d\b|\bsince\b|yesterday", words_of(browser.get(two_of(ada)))
        )


def test_w03_and_w05_stand_in_large_type_before_a_code_is_made_and_before_a_yes(ada, ben):
    hers, his = browser_of(ada), browser_of(ben)
    pages = [hers.get(two_of(ada)), Client().get("/join/"), his.get("/join/")]
    pages.append(his.post("/join/", {"code": a_code(hers, ada)}))
    for page in pages:
        large = re.search(r'<section class="card now rules">.*?</section>', page.content.decode(), re.DOTALL)
        assert re.findall(r"<h2>([^<]+)</h2>", large.group(0)) == [
            "Nobody sees what you read.",
            "Stopping is one press.",
        ]


def test_w05_ending_a_code_is_one_press_and_it_opens_nothing_any_more(ada, ben):
    hers, his = browser_of(ada), browser_of(ben)
    code = a_code(hers, ada)
    ended = hers.post(f"{two_of(ada)}code/end/", follow=True)
    assert "It opens nothing any more." in words_of(ended)
    assert "Only you are here" in words_of(ended)
    assert his.post("/join/", {"code": code}).status_code == 422
    assert hers.post(f"{two_of(ada)}code/end/").status_code == 303, "ended twice is ended"


def test_w05_the_inviter_may_end_it_after_a_yes_too(ada, ben):
    hers, his = browser_of(ada), browser_of(ben)
    say_yes(his, a_code(hers, ada))
    hers.post(f"{two_of(ada)}code/end/")
    assert state(ada, ada.bond) == "alone"
    assert CLOSED in words_of(his.get(two_of(ada)))


def test_w05_a_yes_taken_back_looks_to_the_inviter_as_if_nobody_had_come(ada, ben):
    hers, his = browser_of(ada), browser_of(ben)
    code = a_code(hers, ada)
    before = bare(hers.get(two_of(ada)))
    say_yes(his, code)
    taken_back = his.post(f"{two_of(ada)}take-back/", follow=True)
    assert "No message goes to them." in words_of(taken_back)
    assert bare(hers.get(two_of(ada))) == before
    say_yes(his, code)
    assert state(ada, ada.bond) == "to_confirm", "the code is as good as before"


def quiet_by_a_pause(someone):
    bonds.alter_side(me=someone.me, bond=someone.bond, state="paused")


def quiet_by_the_gate(someone):
    people.a_checkin(by=someone, safety=2)


def test_w13_a_gate_and_a_pause_are_the_same_page_and_the_same_answer_to_whoever_looks_on():
    pages, answers = [], []
    for name, change in (("Gate", quiet_by_the_gate), ("Pause", quiet_by_a_pause)):
        someone = people.an_account(name, other="Ben")
        browser = browser_of(someone)
        assert b"Make a code" in browser.get(two_of(someone)).content
        change(someone)
        pages.append(bare(browser.get(two_of(someone))))
        answers.append(browser.post(f"{two_of(someone)}code/"))
    assert pages[0] == pages[1]
    assert b"Make a code" not in pages[0]
    assert [answer.status_code for answer in answers] == [409, 409]
    assert bare(answers[0]) == bare(answers[1])
    assert words_of(answers[0]).count("Not available now.") == 2, "in place of the button, and as the answer"
    assert not Invitation.objects.exists()


@pytest.mark.parametrize("times", [1, 2], ids=["careful", "closed"])
def test_w13_letting_in_is_withdrawn_with_the_same_words(ada, ben, times):
    hers, his = browser_of(ada), browser_of(ben)
    say_yes(his, a_code(hers, ada))
    seen = compared(hers.get(two_of(ada)))
    for _ in range(times):
        quiet_by_the_gate(ada)
    assert b'name="compared"' not in hers.get(two_of(ada)).content
    for sent in ({"compared": seen}, {}):
        answer = hers.post(f"{two_of(ada)}let-in/", sent)
        assert answer.status_code == 409
        assert re.findall(r'role="alert".*?<p>(.*?)</p>', words_of(answer))[-1] == "Not available now."
    assert state(ada, ada.bond) != "joined"
    assert hers.post(f"{two_of(ada)}code/end/").status_code == 303, "the way out stays"


def test_w13_a_gate_that_closes_looks_to_the_other_as_a_code_that_was_ended_by_a_press(ada, ben):
    hers, his, seen = browser_of(ada), browser_of(ben), []
    for act in (
        lambda: hers.post(f"{two_of(ada)}code/end/"),
        lambda: [quiet_by_the_gate(ada), quiet_by_the_gate(ada)],
    ):
        say_yes(his, a_code(hers, ada))
        act()
        seen.append(bare(his.get(two_of(ada))))
    assert seen[0] == seen[1]
    assert CLOSED in seen[0].decode()


def test_w13_the_others_page_is_the_same_before_and_after_the_gate_closed(both, ada):
    hers, his = both
    before = bare(his.get(two_of(ada)))
    quiet_by_the_gate(ada)
    assert bare(his.get(two_of(ada))) == before
    assert b"Leave" in hers.get(two_of(ada)).content, "the way out stays"


ENDINGS = {
    "left": lambda his, ben, bond: his.post(f"/bond/{bond}/together/leave/"),
    "closed": lambda his, ben, bond: his.post(f"/bond/{bond}/closed/"),
    "deleted the bond": lambda his, ben, bond: bonds.delete_bond(me=ben.me, bond=bond),
    "deleted the account": lambda his, ben, bond: accounts.delete_account(me=ben.me),
}


def test_w15_leaving_is_one_press_and_however_it_ended_the_other_side_is_the_same_page(ada, ben):
    hers, found = browser_of(ada), []
    for act in ENDINGS.values():
        someone = browser_of(ben)
        say_yes(someone, a_code(hers, ada))
        let_in(hers, ada)
        act(someone, ben, ada.bond)
        found.append(bare(hers.get(two_of(ada))))
    assert len(set(found)) == 1
    page = " ".join(found[0].decode().split())
    assert CLOSED in page
    assert "Make a code" in page
    assert not re.search(
        r"\bleft\b|deleted|ended|because|took", re.sub(r"<head>.*?</head>|<header.*?</header>", "", page)
    )


def test_w15_who_leaves_keeps_what_they_wrote_and_joins_again_with_a_new_code(both, ada, ben):
    hers, his = both
    people.a_win(by=replace(ben, bond=ada.bond), what=MARKER)
    left = his.post(f"{two_of(ada)}leave/", follow=True)
    assert "What you wrote stays yours." in words_of(left)
    assert CLOSED in words_of(left)
    his.post(f"/bond/{ada.bond}/switch/")
    assert MARKER in his.get("/journal/").content.decode()
    say_yes(his, a_code(hers, ada))
    assert let_in(hers, ada).status_code == 303
    assert state(ben, ada.bond) == "joined"
