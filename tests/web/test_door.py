"""The door: sign up, sign in, lock, unlock, recover, leave; what arrives locked is kept."""

import re
from datetime import UTC, datetime

import pytest
from django.test import Client

from tests import people
from troth import vault
from troth.store.actions import accounts, unlocking
from troth.store.models import Draft, Person
from troth.store.sessions import sessions
from troth.web.parts.passphrases import UNKIND, WORDS, five_words, judge

pytestmark = pytest.mark.django_db
NEW = {
    "name": "Nora",
    "passphrase": "lantern pocket seven willow tide",
    "again": "lantern pocket seven willow tide",
    "zone": "Europe/Berlin",
}


def test_a_stranger_makes_an_account_takes_a_code_and_opens_a_bond(client):
    answer = client.post("/sign-up/", NEW)
    assert answer.headers["Location"] == "/settings/code/first/"
    page = client.get("/settings/code/first/").content.decode()
    code = re.search(r'class="code"[^>]*>([^<]+)<', page).group(1)
    offer = re.search(r'name="code" value="([^"]+)"', page).group(1)
    groups = code.split("-")
    wrong = client.post("/settings/code/first/", {"code": offer, "second": groups[1], "sixth": "00000"})
    assert wrong.status_code == 422
    right = client.post(
        "/settings/code/first/", {"code": offer, "second": groups[1].lower(), "sixth": groups[5]}
    )
    assert right.headers["Location"] == "/bond/new/"
    roles = client.post("/bond/new/", {"name": "Cleo", "kind": "friend", "role": "supporter"}).headers[
        "Location"
    ]
    assert "you don't heal" in client.get(roles).content.decode().replace("&#x27;", "'")
    assert client.post(roles).headers["Location"] == "/today/"
    assert "You and Cleo" in client.get("/today/").content.decode()


def test_nobody_can_slip_in_a_recovery_code_of_their_own(ada_in, ada):
    mine = vault.new_recovery_code()
    groups = mine.split("-")
    for code in (mine, f"{mine}:1abcde:forged"):
        answer = ada_in.post("/settings/code/", {"code": code, "second": groups[1], "sixth": groups[5]})
        assert answer.headers["Location"] == "/settings/code/?said=code_old"
    with pytest.raises(unlocking.WrongWayIn):
        accounts.use_recovery_code(code=mine, passphrase="x" * 20, network="n", at=datetime.now(UTC))


def test_the_first_code_page_is_only_for_new_accounts(ada_in, ada):
    old = people.an_account("Old", at=datetime(2026, 1, 1, tzinfo=UTC))
    browser = Client()
    people.unlock(browser, old)
    assert browser.get("/settings/code/first/").headers["Location"] == "/settings/code/"


@pytest.mark.parametrize(
    ("passphrase", "advice"),
    [
        ("short", "at least 12"),
        ("nora nora nora", "name from here"),
        ("qwertyuiop12345", "guessed in days"),
        ("2019-06-14 19:30", "Try five words"),
        ("aaaaaaaaaaaaaaaa", "Try five words"),
    ],
)
def test_a_weak_passphrase_gets_kind_advice_and_what_was_typed_stays(client, passphrase, advice):
    answer = client.post("/sign-up/", NEW | {"passphrase": passphrase, "again": passphrase})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert advice in page
    assert 'value="Nora"' in page
    assert passphrase not in page
    assert not Person.objects.exists()


def test_the_list_has_2048_different_words_and_five_of_them_are_strong():
    assert len(set(WORDS)) == 2048
    words = five_words()
    assert len(words.split()) == 5
    judge(words)


def test_no_word_that_hurts_is_offered():
    assert len(WORDS) - len(UNKIND) > 1_800, "five of them stay above 54 bits"
    assert not {word for _ in range(300) for word in five_words().split()} & UNKIND


def test_a_taken_name_is_refused_beside_its_field(client, ada):
    answer = client.post("/sign-up/", NEW | {"name": "ADA"})
    assert answer.status_code == 422
    assert "Choose another name." in answer.content.decode()


@pytest.mark.parametrize("name", ["Ada", "Nobody at all"])
def test_known_and_unknown_names_get_the_same_page(ada, name):
    answer = Client().post("/sign-in/", {"name": name, "passphrase": "not the right words"})
    assert answer.status_code == 422
    page = re.sub(r'(name="csrfmiddlewaretoken" value=|value=)"[^"]*"', "", answer.content.decode())
    other = (
        Client()
        .post("/sign-in/", {"name": "Someone else", "passphrase": "not the right words"})
        .content.decode()
    )
    assert page == re.sub(r'(name="csrfmiddlewaretoken" value=|value=)"[^"]*"', "", other)


def test_too_many_wrong_tries_are_told_when_to_come_again(client, ada):
    for _ in range(5):
        client.post("/sign-in/", {"name": "Ada", "passphrase": "not the right words"})
    answer = client.post("/sign-in/", {"name": "Ada", "passphrase": ada.passphrase})
    assert answer.status_code == 429
    assert 0 < int(answer.headers["Retry-After"]) <= 61
    assert "You are not locked out." in answer.content.decode()


@pytest.mark.parametrize(
    "wanted", ["https://elsewhere.example/", "//elsewhere.example", "/\\elsewhere.example"]
)
def test_sign_in_leads_nowhere_else(client, ada, wanted):
    answer = client.post("/sign-in/", {"name": "Ada", "passphrase": ada.passphrase, "next": wanted})
    assert answer.headers["Location"] == "/today/"


def test_the_cookie_ends_with_the_browser_and_scripts_cannot_read_it(client, ada):
    answer = client.post("/sign-in/", {"name": "Ada", "passphrase": ada.passphrase})
    cookie = answer.cookies["troth"]
    assert (cookie["httponly"], cookie["samesite"], cookie["max-age"], cookie["expires"]) == (
        True,
        "Strict",
        "",
        "",
    )


def test_a_locked_page_shows_nothing_personal_and_opens_with_the_passphrase_alone(ada_in, ada):
    assert ada_in.post("/lock/").headers["Location"] == "/unlock/"
    assert ada_in.get("/today/").headers["Location"] == "/unlock/?next=%2Ftoday%2F"
    page = ada_in.get("/unlock/").content.decode()
    assert "Ada" not in page
    assert "Ben" not in page
    assert (
        ada_in.post("/unlock/?next=/journal/", {"passphrase": ada.passphrase}).headers["Location"]
        == "/journal/"
    )
    assert ada_in.get("/today/").status_code == 200


def test_a_form_sent_after_locking_is_offered_again_whole(ada_in, ada):
    ada_in.post("/lock/")
    answer = ada_in.post("/wins/new/", {"what": "They laughed, and I wrote it down", "kind": "other"})
    assert answer.headers["Location"] == "/unlock/?next=%2Fkept%2F"
    assert b"laughed" not in bytes(Draft.objects.get().sealed)
    ada_in.post("/unlock/", {"passphrase": ada.passphrase})
    assert "They laughed, and I wrote it down" in ada_in.get("/kept/").content.decode()
    assert "They laughed, and I wrote it down" in ada_in.get("/wins/new/").content.decode()
    ada_in.post(
        "/wins/new/", {"what": "They laughed, and I wrote it down", "kind": "other", "on": "2026-11-20"}
    )
    assert not Draft.objects.exists(), "what was saved is no draft any more"


def test_a_draft_is_kept_sealed_while_writing_and_comes_back(ada_in):
    fields = {"draft_address": "/wins/new/", "what": "half a sentence", "passphrase": "never this"}
    assert ada_in.post("/drafts/", fields).status_code == 204
    ada_in.post("/drafts/", fields | {"what": "half a sentence more"})
    assert Draft.objects.count() == 1
    assert "half a sentence more" in ada_in.get("/wins/new/").content.decode()
    assert "never this" not in ada_in.get("/kept/").content.decode()
    ada_in.post(f"/kept/{Draft.objects.get().id}/let-go/")
    assert "half a sentence" not in ada_in.get("/wins/new/").content.decode()


@pytest.mark.parametrize("method", ["get", "post"])
def test_leaving_signs_out_and_leads_away_without_a_token(ada, method):
    browser = Client(enforce_csrf_checks=True)
    people.unlock(browser, ada)
    answer = getattr(browser, method)("/leave/")
    assert answer.status_code == 303
    assert answer.headers["Location"] == "https://en.wikipedia.org/"
    assert answer.headers["Clear-Site-Data"] == '"storage"'
    assert answer.headers["Cache-Control"] == "no-store"
    assert browser.get("/today/").headers["Location"].startswith("/sign-in/")


def test_recovery_gives_a_new_code_and_burns_the_old(client, ada):
    code = vault.new_recovery_code()
    accounts.set_recovery_code(me=ada.me, code=code)
    words = {"passphrase": "after the loss new words", "again": "after the loss new words"}
    page = client.post("/recover/", {"code": code.replace("-", " ").lower(), **words})
    assert page.status_code == 200
    assert code not in page.content.decode()
    assert client.get("/today/").status_code == 200
    assert Client().post("/recover/", {"code": code, **words}).status_code == 422


def test_a_slip_in_a_code_is_noticed_before_anything_is_looked_up(client, ada):
    code = vault.new_recovery_code()
    slip = ("1" if code[0] != "1" else "2") + code[1:]
    page = client.post(
        "/recover/", {"code": slip, "passphrase": "x" * 14, "again": "x" * 14}
    ).content.decode()
    assert "There is a slip in this code." in page


def test_signing_out_everywhere_ends_every_browser(ada_in, ada):
    other = Client()
    people.unlock(other, ada)
    ada_in.post("/settings/devices/all/end/")
    assert other.get("/today/").status_code == 303
    assert sessions().of(ada.me.person.id) == []


def test_one_browser_can_end_another_but_not_a_strangers(ada_in, ada, mallory):
    other = Client()
    people.unlock(other, mallory)
    theirs = sessions().of(mallory.me.person.id)[0].id
    ada_in.post(f"/settings/devices/{theirs}/end/")
    assert other.get("/today/").status_code == 200
