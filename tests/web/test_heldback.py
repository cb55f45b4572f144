"""Pages of what is held back: a decision in one's own time, never pressed."""

import pytest

from tests import people
from troth.store.models import Entry

pytestmark = pytest.mark.django_db
TYPED = {"what": "I lost the job", "why": "", "decision": "undecided", "how": "", "tell_on": ""}


def written(client, **change):
    return client.post("/heldback/new/", TYPED | change).headers["Location"].partition("?")[0]


def test_one_sentence_is_enough_and_three_questions_help_to_decide(ada_in):
    page = ada_in.get(written(ada_in)).content.decode()
    assert "I lost the job" in page
    assert "Three questions, no hurry" in page


def test_a_decision_with_a_day_is_kept_and_shown(ada_in):
    address = written(ada_in)
    changed = TYPED | {"decision": "tell", "how": "On a walk", "tell_on": "2031-05-01", "version": "1"}
    page = ada_in.post(f"{address}edit/", changed, follow=True).content.decode()
    assert "You want to tell it" in page
    assert "The day you thought of: Thursday 1 May 2031." in page
    assert "On a walk" in page


def test_what_is_not_theirs_is_let_be_and_taken_up_again(ada_in):
    address = written(ada_in, decision="not_theirs")
    assert "It is not theirs to carry" in ada_in.get(address).content.decode()
    assert "let be" in ada_in.post(f"{address}let-be/", {"version": "1"}, follow=True).content.decode()
    assert ada_in.post(f"{address}reopen/", {"version": "2"}).status_code == 303


def test_where_there_is_fear_nobody_is_sent_to_tell(ada_in, ada):
    people.a_checkin(by=ada, safety=2)
    page = ada_in.get(written(ada_in, decision="tell")).content.decode()
    assert "You owe nobody this" in page
    assert "You want to tell it" not in page
    assert "People to call" in page


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"what": ""}, "This is still empty."),
        ({"decision": "confess"}, "Select a valid choice"),
        ({"tell_on": "soon"}, "valid date"),
    ],
)
def test_bad_input_is_said_beside_the_field(ada_in, change, said):
    answer = ada_in.post("/heldback/new/", TYPED | {"why": "I am ashamed"} | change)
    page = answer.content.decode()
    assert (answer.status_code, Entry.objects.count()) == (422, 0)
    assert said in page
    assert "I am ashamed" in page


def test_mallory_finds_nothing(client, ada, mallory):
    people.unlock(client, ada)
    address = written(client)
    people.unlock(client, mallory)
    assert client.get(address).status_code == 404
    assert client.post(f"{address}tell/", {"version": "1"}).status_code == 404
