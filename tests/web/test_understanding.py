"""The pages of the nine practices of understanding: what all of them keep."""

import pytest

from tests import people
from tests.web.understanding import put, text
from troth.practices.asks import Ask
from troth.practices.boundaries import Boundary
from troth.practices.crossings import Crossing
from troth.practices.listenings import Listening
from troth.practices.occurrences import Occurrence
from troth.practices.origins import Origin
from troth.practices.plans import Plan
from troth.practices.signs import Noticed
from troth.practices.triggers import Trigger

pytestmark = pytest.mark.django_db
CONTENTS = {
    "origins": Origin(kind="loss", known="told", words="quokka lantern"),
    "triggers": Trigger(what="quokka lantern"),
    "occurrences": Occurrence(note="quokka lantern"),
    "signs": Noticed(kind="withdraws", saw="quokka lantern"),
    "asks": Ask(question="quokka lantern"),
    "plans": Plan(when="quokka lantern"),
    "listenings": Listening(said="quokka lantern"),
    "boundaries": Boundary(whose="mine", wording="quokka lantern"),
    "crossings": Crossing(outcome="held", note="quokka lantern"),
}
PAGES = ("/origins/life-line/", "/signs/looking-back/", "/plans/sheet/")


def an_entry(by, name):
    ties = {"about": put(by, "boundaries", CONTENTS["boundaries"])} if name == "crossings" else None
    return put(by, name, CONTENTS[name], ties=ties)


@pytest.mark.parametrize("name", CONTENTS)
def test_an_entry_is_found_on_its_list_its_page_the_journal_and_by_search(ada_in, ada, name):
    id = an_entry(ada, name)
    for address in (f"/{name}/", f"/{name}/{id}/", f"/{name}/{id}/edit/", f"/journal/?practice={name}"):
        page = ada_in.get(address)
        assert page.status_code == 200
        assert "quokka lantern" in text(page), address
    assert f"/{name}/{id}/" in text(ada_in.post("/journal/search/", {"words": "quokka lantern"}))


@pytest.mark.parametrize("name", CONTENTS)
def test_mallory_finds_nothing_of_adas(client, ada, mallory, name):
    id = an_entry(ada, name)
    people.unlock(client, mallory)
    for address in (f"/{name}/{id}/", f"/{name}/{id}/edit/"):
        assert client.get(address).status_code == 404
    assert client.post(f"/{name}/{id}/delete/").status_code == 404
    assert "quokka" not in text(client.get(f"/{name}/"))


@pytest.mark.parametrize("name", CONTENTS)
def test_an_empty_list_shows_an_example_that_is_called_one(ada_in, name):
    page = text(ada_in.get(f"/{name}/"))
    assert "an example, not yours" in page
    assert "Nothing here yet" in page


@pytest.mark.parametrize("address", [*(f"/{name}/" for name in CONTENTS), *PAGES])
def test_a_stranger_is_asked_to_sign_in(client, db, address):
    answer = client.get(address)
    assert answer.status_code in {302, 303}
    assert "quokka" not in text(answer)


@pytest.mark.parametrize("address", PAGES)
def test_a_page_to_read_takes_nothing_and_needs_a_bond(ada_in, address):
    assert ada_in.post(address).status_code == 405
