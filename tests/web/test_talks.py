"""Said and heard: six pages without scripts, nothing stored of them, and a note of one's own."""

import re

import pytest

from tests import people
from tests.web.sharing import all_rows
from tests.web.two_browsers import words_of
from troth.store.actions import bonds
from troth.store.models import Draft, Entry

pytestmark = pytest.mark.django_db
STEPS = ("settle", "speak", "mirror", "swap", "again", "close")
CHOSEN = {"how": "two", "first": "me", "minutes": "2"}


def begun(client, **given):
    return client.get("/talks/begin/", CHOSEN | given)


def step(client, name, **given):
    return client.get(f"/talks/now/{name}/", CHOSEN | given)


def onward(answer):
    found = re.search(r'<a class="button" href="([^"]+)"', answer.content.decode())
    return found.group(1).replace("&amp;", "&")


def test_the_six_pages_follow_each_other_without_scripts_and_end_at_a_note(ada_in):
    answer = begun(ada_in)
    assert answer.status_code == 303
    address, seen = answer.headers["Location"], []
    while address.startswith("/talks/now/"):
        seen.append(address.split("/")[3])
        address = onward(ada_in.get(address))
    assert tuple(seen) == STEPS
    assert address == "/talks/new/"


@pytest.mark.parametrize(
    ("name", "given", "said"),
    [
        ("settle", {}, "stop word"),
        ("speak", {}, "You speak now."),
        ("speak", {"first": "them"}, "You listen now."),
        ("mirror", {}, "You listen: they say back what you said."),
        ("mirror", {"first": "them"}, "You say it back."),
        ("swap", {}, "You listen now."),
        ("swap", {"first": "them"}, "You speak now."),
        ("again", {}, "You say it back."),
        ("again", {"first": "them"}, "You listen: they say back what you said."),
        ("speak", {"how": "one"}, "One speaks, the other listens."),
        ("again", {"how": "one"}, "Whoever listened says it back."),
        ("close", {}, "one kind sentence"),
    ],
)
def test_each_page_says_whose_turn_it_is_on_this_device(ada_in, name, given, said):
    assert said in words_of(step(ada_in, name, **given))


def test_the_two_devices_say_the_opposite_of_each_other_at_each_turn(ada_in):
    for name in ("speak", "swap"):
        both = [words_of(step(ada_in, name, first=first)) for first in ("me", "them")]
        assert ["You speak now." in page for page in both] != ["You listen now." in page for page in both]
        assert sum("You speak now." in page for page in both) == 1


@pytest.mark.parametrize(("name", "timed"), [(name, name in ("speak", "swap")) for name in STEPS])
def test_only_a_turn_has_a_time_and_without_scripts_it_is_said_in_words(ada_in, name, timed):
    page = step(ada_in, name, minutes="5").content.decode()
    assert ("talk.js" in page) is timed
    assert ('data-seconds="300"' in page) is timed
    assert ("About 5 minutes." in page) is timed
    assert timed is bool(re.search(r'id="turn"[^>]* hidden>', page))


@pytest.mark.parametrize("given", [{"how": "three"}, {"first": "Ben"}, {"minutes": "90"}, {"minutes": ""}])
def test_a_choice_that_is_not_offered_is_asked_for_again(ada_in, given):
    assert begun(ada_in, **given).status_code == 422
    answer = step(ada_in, "speak", **given)
    assert (answer.status_code, answer.headers["Location"]) == (303, "/talks/begin/")


def test_a_step_that_is_not_there_is_not_found(ada_in):
    assert step(ada_in, "shout").status_code == 404


def test_w02_a_talk_is_not_stored_and_nothing_goes_to_another_device(ada_in):
    ada_in.get("/talks/begin/")
    before = all_rows()
    begun(ada_in)
    for name in STEPS:
        page = step(ada_in, name)
        assert page.status_code == 200
        assert "hx-" not in re.search(r"<main.*</main>", page.content.decode(), re.DOTALL).group(0)
    assert all_rows() == before


def test_a_passed_device_does_not_show_what_i_call_them(client):
    ida = people.an_account("Ida", other="Grumpy bear")
    people.unlock(client, ida)
    for name in STEPS:
        assert "Grumpy bear" not in words_of(step(client, name, how="one"))


def test_a_note_is_kept_for_oneself(ada_in):
    answer = ada_in.post("/talks/new/", {"heard": "That silence is worse than a no", "on": "2026-03-01"})
    assert answer.status_code == 303
    page = words_of(ada_in.get(answer.headers["Location"]))
    assert "That silence is worse than a no" in page
    assert "Only you see it." in page
    assert "a copy" not in page
    assert Entry.objects.count() == 1


def test_bad_input_is_said_beside_the_field(ada_in):
    answer = ada_in.post("/talks/new/", {"heard": " ", "said": "One thing", "on": "2026-03-01"})
    assert (answer.status_code, Entry.objects.count()) == (422, 0)
    assert "This is still empty." in words_of(answer)
    assert "One thing" in words_of(answer)


def test_w13_while_the_gate_is_not_open_no_page_of_it_is_offered(ada_in, ada):
    people.a_checkin(by=ada, safety=2)
    for answer in (ada_in.get("/talks/begin/"), *(step(ada_in, name) for name in STEPS)):
        page = words_of(answer)
        assert "People to call" in page
        assert 'class="steps"' not in page
        assert "minutes" not in page.split("<main")[1]


def test_in_a_paused_bond_no_talk_is_offered(ada_in, ada):
    bonds.alter_side(me=ada.me, bond=ada.bond, state="paused")
    for answer in (ada_in.get("/talks/begin/"), step(ada_in, "speak")):
        assert "It is quiet between you for now." in words_of(answer)
        assert "talk.js" not in answer.content.decode()


def test_a_locked_page_keeps_the_note_for_its_writer(client, ada):
    people.unlock(client, ada)
    client.post("/lock/")
    client.post("/talks/new/", {"heard": "That it is late"})
    assert Draft.objects.count() == 1


def test_mallory_finds_nothing(client, ada, mallory):
    people.unlock(client, ada)
    address = (
        client.post("/talks/new/", {"heard": "A", "on": "2026-03-01"}).headers["Location"].partition("?")[0]
    )
    people.unlock(client, mallory)
    assert client.get(address).status_code == 404
