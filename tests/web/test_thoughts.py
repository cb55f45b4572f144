"""Pages of thoughts: the short way, the long way, before and after, and many of them side by side."""

from datetime import UTC, datetime

import pytest

from tests import people
from troth import practices
from troth.practices.thoughts import Thought
from troth.store.actions import entries
from troth.store.models import Entry
from troth.store.queries import entries as queries

pytestmark = pytest.mark.django_db
SHORT = {
    "kind": "reframe",
    "situation": "No answer since noon",
    "on": "2026-01-05",
    "thought": "They are done with me",
    "belief": "80",
    "other_reasons": "A long shift",
    "balanced": "I don't know yet",
    "belief_after": "45",
}
LONG = SHORT | {
    "kind": "record",
    "feeling_1": "fear",
    "strength_1": "70",
    "after_1": "40",
    "feeling_2": "shame",
    "strength_2": "20",
    "traps": ["mind_reading", "catastrophe"],
    "evidence_for": "It is late",
    "evidence_against": "They rang yesterday",
}


def written(client, typed):
    return client.post("/thoughts/new/", typed).headers["Location"].partition("?")[0]


def the_only_one(ada):
    return queries.one(ada.me, Entry.objects.get().id).document


def worked(ada, *, before: int, after: int, thought: str = "They are done with me"):
    at = datetime.now(UTC)
    content = Thought(situation="x", thought=thought, belief=before, belief_after=after, balanced="y")
    document = practices.move(practices.start("thoughts", content, at=at, on=at.date()), "finish", at=at)
    return entries.add(me=ada.me, bond=ada.bond, document=document)


def test_the_short_way_asks_little(ada_in, ada):
    page = ada_in.get("/thoughts/new/?kind=reframe").content.decode()
    assert "What else may it be?" in page
    assert "Traps" not in page
    assert 'name="feeling_1"' not in page
    written(ada_in, SHORT)
    content = the_only_one(ada).content
    assert (content.kind, content.belief, content.belief_after) == ("reframe", 80, 45)


def test_the_long_way_shows_then_and_now_in_a_table(ada_in):
    page = ada_in.get(written(ada_in, LONG)).content.decode()
    table = page.split("<table>")[1].split("</table>")[0]
    cells = [row.split(">")[1].split("<")[0] for row in table.split("<td ")[1:]]
    assert cells == ["80", "45", "70", "40", "20", "–"]
    assert "Reading minds" in page
    assert "The first thought has less hold than before." in page


def test_it_is_finished_in_one_tap_and_can_be_opened_again(ada_in, ada):
    address = written(ada_in, LONG)
    assert (
        "Kept as looked at."
        in ada_in.post(f"{address}finish/", {"version": "1"}, follow=True).content.decode()
    )
    assert the_only_one(ada).state == "worked"
    ada_in.post(f"{address}reopen/", {"version": "2"})
    assert the_only_one(ada).state == "open"


def test_half_of_it_can_be_kept_and_the_page_says_what_is_open(ada_in):
    address = written(ada_in, LONG | {"balanced": "", "belief_after": ""})
    page = ada_in.get(address).content.decode()
    assert "When you are ready, look again" in page
    assert "Done for now" not in page
    assert ada_in.post(f"{address}finish/", {"version": "1"}).status_code == 422


def test_writing_on_asks_for_each_feeling_by_its_name(ada_in, ada):
    address = written(ada_in, LONG)
    page = ada_in.get(f"{address}edit/").content.decode()
    assert "fear now, from 0 to 100" in page
    changed = ada_in.post(f"{address}edit/", LONG | {"after_2": "5", "version": "1"})
    assert changed.status_code == 303
    assert [one.after for one in the_only_one(ada).content.feelings] == [40, 5]


def test_a_short_one_keeps_its_kind_when_it_is_edited(ada_in, ada):
    address = written(ada_in, SHORT)
    ada_in.post(f"{address}edit/", LONG | {"version": "1"})
    content = the_only_one(ada).content
    assert (content.kind, content.traps, content.feelings) == ("reframe", (), ())


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"situation": ""}, "This is still empty."),
        ({"thought": " "}, "This is still empty."),
        ({"belief": "101"}, "less than or equal to 100"),
        ({"belief_after": "much"}, "whole number"),
        ({"on": "2031-01-01"}, "This day has not come yet."),
        ({"strength_1": ""}, "A rough number will do."),
        ({"feeling_1": ""}, "Which feeling was it?"),
        ({"feeling_2": "Fear"}, "This feeling stands here already."),
        ({"traps": ["stupidity"]}, "Select a valid choice"),
        ({"feeling_6": "x" * 61, "strength_6": "3"}, "at most 60 characters"),
    ],
)
def test_bad_input_is_said_beside_the_field_and_what_was_typed_stays(ada_in, change, said):
    answer = ada_in.post("/thoughts/new/", LONG | {"evidence_for": "The hall was dark"} | change)
    page = answer.content.decode()
    assert (answer.status_code, Entry.objects.count()) == (422, 0)
    assert said in page
    assert "The hall was dark" in page


def test_a_worked_one_cannot_lose_its_end(ada_in):
    address = written(ada_in, SHORT)
    ada_in.post(f"{address}finish/", {"version": "1"})
    answer = ada_in.post(f"{address}edit/", SHORT | {"balanced": "", "version": "2"})
    assert answer.status_code == 422
    assert "Some words or an answer are still missing here." in answer.content.decode()


def test_fewer_than_five_are_not_enough_yet(ada_in, ada):
    for _ in range(4):
        worked(ada, before=80, after=40)
    page = ada_in.get("/thoughts/together/").content.decode()
    assert "Not enough yet" in page
    assert "So far: 4." in page


def test_five_are_said_together_with_their_number(ada_in, ada):
    for after in (70, 40, 50, 20, 10):
        worked(ada, before=50, after=after, thought=f"Thought {after}")
    page = ada_in.get("/thoughts/together/").content.decode()
    assert "In 3 of 5 the thought had less hold afterwards" in page
    assert "As much as before: 1. More than before: 1." in page
    assert "The one in the middle went down by 10 points." in page
    assert all(f"Thought {after}" in page for after in (70, 40, 50, 20, 10))


def test_mallory_finds_nothing(client, ada, mallory):
    entry = worked(ada, before=80, after=40)
    people.unlock(client, mallory)
    assert client.get(f"/thoughts/{entry.id}/").status_code == 404
    assert "They are done with me" not in client.get("/thoughts/together/").content.decode()
