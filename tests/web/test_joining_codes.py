"""The page for who was given a code: what it says, what it never tells, and that the code stays nowhere."""

import logging
import re
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from django.test import Client

from tests import people
from tests.web.two_browsers import MINE, a_code, bare, browser_of, joined, let_in, say_yes, two_of, words_of
from troth import vault
from troth.store.actions import accounts, bonds, invitations
from troth.store.models import Bond, Draft, Invitation, Membership
from troth.store.queries import bonds as bond_queries
from troth.web import joining

pytestmark = pytest.mark.django_db
NOT_VALID = "This code is not valid or no longer valid."


def looked_up(browser, code):
    return browser.post("/join/", {"code": code})


def without(code, answer):
    return answer.status_code, bare(answer).replace(code.encode(), b"")


@pytest.mark.parametrize("is_signed_in", [False, True])
def test_what_it_means_stands_there_before_anything_is_asked(ben, is_signed_in):
    page = words_of((browser_of(ben) if is_signed_in else Client()).get("/join/"))
    for said in (
        "What they will see",
        "What they will not see",
        "What stays yours",
        "You can leave at any moment, silently",
        "Nobody sees what you read.",
        "Stopping is one press.",
        'href="/safety/"',
        "People to call",
    ):
        assert said in page
    assert "Say yes" not in page


def test_a_valid_code_leads_a_stranger_to_an_account_and_back_and_is_kept_nowhere(ada):
    code = a_code(browser_of(ada), ada)
    stranger = Client()
    answer = looked_up(stranger, code.lower().replace("-", " "))
    page = words_of(answer)
    assert answer.status_code == 200
    assert "This code can be used until" in page
    assert re.search(r"until [^.]* \d\d:\d\d \([A-Z]+\)\.", page), "it is not known whose clock to speak of"
    assert "Keep the code at hand. We keep it nowhere" in page
    assert 'href="/sign-in/?next=/join/"' in page
    assert 'href="/sign-up/?next=/join/"' in page
    assert code not in page
    assert "Ada" not in page


def test_a_new_account_comes_back_here_with_or_without_a_recovery_code(db):
    browser = Client()
    assert 'href="/sign-in/?next=%2Fjoin%2F"' in browser.get("/sign-up/?next=/join/").content.decode()
    assert 'href="/sign-up/?next=%2Fjoin%2F"' in browser.get("/sign-in/?next=/join/").content.decode()
    words = "lantern pocket seven willow tide"
    given = {"name": "Nora", "passphrase": words, "again": words, "zone": "Europe/Berlin"}
    first = browser.post("/sign-up/?next=/join/", given).headers["Location"]
    assert first == "/settings/code/first/?next=%2Fjoin%2F"
    page = browser.get(first).content.decode()
    assert 'href="/join/"' in page
    code = re.search(r'class="code"[^>]*>([^<]+)<', page).group(1)
    offer = re.search(r'name="code" value="([^"]+)"', page).group(1)
    groups = code.split("-")
    taken = browser.post(first, {"code": offer, "second": groups[1], "sixth": groups[5]})
    assert taken.headers["Location"] == "/join/"


@pytest.mark.parametrize(
    "elsewhere", ["https://elsewhere.example/", "//elsewhere.example", "/\\elsewhere.example"]
)
def test_a_new_account_is_led_nowhere_else(db, elsewhere):
    words = "lantern pocket seven willow tide"
    given = {"name": "Nora", "passphrase": words, "again": words, "zone": "Europe/Berlin", "next": elsewhere}
    assert Client().post("/sign-up/", given).headers["Location"] == "/settings/code/first/"


def test_saying_yes_writes_my_own_side_and_the_hint_says_that_roles_can_be_mutual(ada, ben):
    his = browser_of(ben)
    code = a_code(browser_of(ada), ada)
    page = looked_up(his, code)
    assert "roles can be mutual" in words_of(page)
    assert f'name="code" value="{code}"' in page.content.decode()
    bond = say_yes(his, code)
    side = bond_queries.one(ben.me, ada.bond).side
    assert (side.name, side.kind, side.role, side.state) == ("Ada", "friend", "supporter", "active")
    assert bond == two_of(ada)


def test_a_whole_link_in_the_box_is_taken_for_its_code(ada, ben):
    code = a_code(browser_of(ada), ada)
    page = looked_up(browser_of(ben), f" https://troth.example/join/#{code} ")
    assert f'name="code" value="{code}"' in page.content.decode()


@pytest.mark.parametrize("change", [{"name": " "}, {"kind": "order"}, {"role": ""}])
def test_what_is_missing_is_said_beside_its_field_and_the_code_stays_in_the_form(ada, ben, change):
    his = browser_of(ben)
    code = a_code(browser_of(ada), ada)
    answer = his.post("/join/accept/", MINE | {"code": code} | change)
    assert answer.status_code == 422
    assert 'class="field-error"' in answer.content.decode()
    assert f'name="code" value="{code}"' in answer.content.decode()
    assert not Membership.objects.filter(person=ben.me.person.id, bond=ada.bond).exists()


def test_not_now_leads_away_and_writes_nothing(ada, ben):
    code = a_code(browser_of(ada), ada)
    before = list(Invitation.objects.values())
    page = looked_up(browser_of(ben), code).content.decode()
    assert re.search(r'<a class="button quiet" href="/today/">Not now</a>', page)
    assert list(Invitation.objects.values()) == before
    assert Bond.objects.count() == 2


def used(ada, code):
    say_yes(browser_of(people.an_account("Petra")), code)


def used_and_let_in(ada, code):
    used(ada, code)
    let_in(browser_of(ada), ada)


def ended(ada, code):
    invitations.cancel(me=ada.me, bond=ada.bond)


def run_out(ada, code):
    Invitation.objects.update(expires=datetime.now(UTC) - timedelta(seconds=1))


def paused(ada, code):
    bonds.alter_side(me=ada.me, bond=ada.bond, state="paused")


def account_gone(ada, code):
    accounts.delete_account(me=ada.me)


WAYS = [used, used_and_let_in, ended, run_out, paused, account_gone]


@pytest.mark.parametrize("is_signed_in", [False, True])
@pytest.mark.parametrize("way", WAYS)
def test_w11_a_code_that_never_was_and_one_that_is_no_more_are_the_same_page(ada, ben, way, is_signed_in):
    code = a_code(browser_of(ada), ada)
    browser = browser_of(ben) if is_signed_in else Client()
    never = vault.new_invitation_code()
    unknown = without(never, looked_up(browser, never))
    way(ada, code)
    assert without(code, looked_up(browser, code)) == unknown
    assert unknown[0] == 422
    assert NOT_VALID in unknown[1].decode()


@pytest.mark.parametrize("way", WAYS)
def test_w11_a_yes_that_comes_too_late_is_told_the_same_as_a_code_that_never_was(ada, ben, way):
    code = a_code(browser_of(ada), ada)
    his, never = browser_of(ben), vault.new_invitation_code()
    unknown = without(never, his.post("/join/accept/", MINE | {"code": never}))
    way(ada, code)
    assert without(code, his.post("/join/accept/", MINE | {"code": code})) == unknown
    assert unknown == without(never, looked_up(his, never))


def test_w11_ones_own_code_and_one_between_two_who_are_joined_are_no_codes_either(ada, ben):
    hers, his = joined(ada, ben)
    never = vault.new_invitation_code()
    unknown = without(never, his.post("/join/accept/", MINE | {"code": never}))[0]
    second = bonds.open_bond(me=ada.me, side=bond_queries.one(ada.me, ada.bond).side)
    code = a_code(hers, people.Someone("Ada", "", ada.me, second))
    for browser in (hers, his):
        answer = browser.post("/join/accept/", MINE | {"code": code})
        assert (answer.status_code, NOT_VALID in words_of(answer)) == (unknown, True)


@pytest.mark.parametrize("typed", ["", "x", "#", "\x00", "😀" * 40, "1" * 299, "<b>&", "ILOU-0"])
def test_w11_what_is_no_code_at_all_is_no_fault(typed):
    answer = looked_up(Client(), typed)
    assert answer.status_code == 422
    assert "Say yes" not in words_of(answer)


def test_w11_adas_page_is_the_same_while_others_look_her_code_up_or_do_not(ada, ben):
    hers = browser_of(ada)
    code = a_code(hers, ada)
    before = bare(hers.get(two_of(ada)))
    for browser in (Client(), browser_of(ben)):
        looked_up(browser, code)
        browser.get("/join/")
    assert bare(hers.get(two_of(ada))) == before


def test_w14_wrong_codes_slow_the_guesser_and_not_for_long(ada, ben):
    browser = Client()
    for _ in range(5):
        looked_up(browser, vault.new_invitation_code())
    answer = looked_up(browser, vault.new_invitation_code())
    assert answer.status_code == 429
    assert 0 < int(answer.headers["Retry-After"]) <= 900
    assert "Too many tries from here." in words_of(answer)
    elsewhere = Client(REMOTE_ADDR="192.0.2.7")
    assert looked_up(elsewhere, a_code(browser_of(ada), ada)).status_code == 200


def test_a_yes_that_arrives_locked_keeps_nothing_of_it(ada, ben):
    his = browser_of(ben)
    code = a_code(browser_of(ada), ada)
    his.post("/lock/")
    assert his.post("/join/accept/", MINE | {"code": code}).headers["Location"].startswith("/unlock/?next=")
    assert not Draft.objects.exists()
    page = looked_up(his, code).content.decode()
    assert 'href="/unlock/?next=/join/"' in page
    assert "Ben" not in page


def test_the_code_is_in_no_address_no_title_and_no_log(ada, ben, caplog):
    caplog.set_level(logging.DEBUG)
    hers, his = browser_of(ada), browser_of(ben)
    code = a_code(hers, ada)
    answers = [
        looked_up(his, code),
        looked_up(Client(), code),
        his.post("/join/accept/", MINE | {"code": code}),
    ]
    for answer in answers:
        assert code not in answer.headers.get("Location", "")
        assert code not in "".join(re.findall(r"<title>.*?</title>", answer.content.decode()))
        assert code not in "".join(re.findall(r'(?:href|action)="([^"]*)"', answer.content.decode()))
        assert answer.headers["Cache-Control"] == "no-store"
    assert code not in caplog.text
    assert code.replace("-", "").lower() not in caplog.text.lower()
    for template in Path(joining.__file__).parent.glob("*.html"):
        assert "data-draft" not in template.read_text(), template.name


def test_a_stranger_cannot_say_yes_and_looking_at_that_address_does_nothing(ada, ben):
    code = a_code(browser_of(ada), ada)
    answer = Client().post("/join/accept/", MINE | {"code": code})
    assert answer.headers["Location"].startswith("/sign-in/?next=")
    assert browser_of(ben).get("/join/accept/").status_code == 405
    assert Invitation.objects.get().invitee is None
