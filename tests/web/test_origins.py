"""Pages of origins: told, noticed and guessed apart; the life line."""

import pytest
from django.test import Client

from tests import people
from tests.web.understanding import document, id_in, put, text
from troth.practices.origins import Origin
from troth.store.actions import bonds
from troth.store.profile import Side

pytestmark = pytest.mark.django_db
TOLD = {"kind": "lies", "known": "told", "words": "The old firm, for years", "year": "2011", "age": ""}


def test_an_origin_is_noted_found_again_changed_and_deleted(ada_in, ada):
    answer = ada_in.post("/origins/new/", TOLD)
    id = id_in(answer)
    assert "The old firm, for years" in text(ada_in.get("/origins/"))
    assert "The old firm, for years" in text(ada_in.post("/journal/search/", {"words": "old FIRM"}))
    ada_in.post(f"/origins/{id}/edit/", TOLD | {"known": "guessed", "version": "1"})
    assert document(ada, id).content.known == "guessed"
    ada_in.post(f"/origins/{id}/delete/")
    assert "The old firm, for years" not in text(ada_in.get("/origins/"))


def test_how_it_is_known_is_never_chosen_for_the_writer(ada_in):
    page = text(ada_in.get("/origins/new/"))
    assert "checked" not in page
    answer = ada_in.post("/origins/new/", {"kind": "loss"})
    assert answer.status_code == 422
    assert "Nothing is chosen yet." in text(answer)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"kind": "other", "words": ""}, "Some words or an answer are still missing here."),
        ({"year": "1830"}, "greater than or equal to 1900"),
        ({"age": "130"}, "less than or equal to 120"),
        ({"kind": "moon"}, "Select a valid choice"),
        ({"words": "x" * 2_001}, "at most 2000 characters"),
    ],
)
def test_bad_input_is_said_beside_the_field_and_what_was_typed_stays(ada_in, change, said):
    answer = ada_in.post("/origins/new/", TOLD | {"what_helps_now": "to hear plans early"} | change)
    assert answer.status_code == 422
    assert said in text(answer)
    assert "to hear plans early" in text(answer)


def test_the_life_line_is_in_order_and_says_how_each_is_known(ada_in, ada):
    put(ada, "origins", Origin(kind="loss", known="guessed"))
    put(ada, "origins", Origin(kind="workplace", known="noticed", year=2019, age=30))
    put(ada, "origins", Origin(kind="parents_parting", known="told", age=9, words="It was very quiet"))
    page = text(ada_in.get("/origins/life-line/"))
    places = [page.index(words) for words in ("By year", "2019, at 30", "By age", "at 9", "Without a date")]
    assert places == sorted(places)
    for words in ("they told me", "I noticed it", "I guess it", "It was very quiet", "It is not about you."):
        assert words in page


def test_the_life_line_leads_on_to_a_trigger_tied_to_the_origin(ada_in, ada):
    id = put(ada, "origins", Origin(kind="loss", known="told"))
    assert f'href="/triggers/new/?from={id}"' in text(ada_in.get("/origins/life-line/"))
    made = id_in(ada_in.post("/triggers/new/", {"from": str(id), "what": "Slammed doors"}))
    assert [link.to for link in document(ada, made).links] == [id]
    assert "Slammed doors" in text(ada_in.get(f"/origins/{id}/")), "the origin shows what is tied to it"


def test_an_empty_life_line_shows_an_example(ada_in):
    page = text(ada_in.get("/origins/life-line/"))
    assert "an example, not yours" in page
    assert "It is not about you." in page


def test_the_life_line_of_another_bond_or_person_is_not_mine(ada_in, ada, mallory):
    put(mallory, "origins", Origin(kind="loss", known="told", words="of Mallory"))
    put(ada, "origins", Origin(kind="loss", known="told", words="of the first bond"))
    ada_in.post("/bond/new/", {"name": "Mira", "kind": "colleague", "role": "supporter"})
    page = text(ada_in.get("/origins/life-line/"))
    assert "of Mallory" not in page
    assert "of the first bond" not in page


def test_in_a_bond_at_work_the_workplace_comes_first(db):
    someone = people.an_account("At work")
    bond = bonds.open_bond(me=someone.me, side=Side(kind="colleague", name="X", opened_at=people.NOW))
    browser = Client()
    people.unlock(browser, someone)
    browser.post(f"/bond/{bond}/switch/")
    page = text(browser.get("/origins/new/"))
    assert page.index("A workplace that hurt") < page.index("Parents who parted")


def test_the_life_line_costs_the_same_for_ten_and_for_twenty(ada_in, ada, django_assert_max_num_queries):
    for _ in range(10):
        put(ada, "origins", Origin(kind="loss", known="told"))
    ada_in.get("/origins/life-line/")
    with django_assert_max_num_queries(30) as ten:
        ada_in.get("/origins/life-line/")
    for _ in range(10):
        put(ada, "origins", Origin(kind="loss", known="told"))
    with django_assert_max_num_queries(len(ten)):
        ada_in.get("/origins/life-line/")
