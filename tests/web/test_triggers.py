"""Pages of triggers: noted once, then one tap each time; hard days are told of beforehand."""

from datetime import UTC, datetime, timedelta

import pytest
from django.utils import timezone

from tests.web.understanding import document, id_in, put, text
from troth.practices.triggers import Trigger
from troth.store.models import Entry
from troth.web.triggers.forms import coming

pytestmark = pytest.mark.django_db


def a_day(days: int) -> str:
    return (datetime.now(UTC) + timedelta(days=days)).strftime("%m-%d")


def test_a_trigger_is_noted_eased_and_can_come_back(ada_in, ada):
    id = id_in(ada_in.post("/triggers/new/", {"what": "Slammed doors", "helps": "A low voice"}))
    assert "A low voice" in text(ada_in.get(f"/triggers/{id}/"))
    page = ada_in.post(f"/triggers/{id}/ease/", {"version": "1"}, follow=True)
    assert "Noted. It can come back." in text(page)
    assert "eased" in text(ada_in.get("/triggers/"))
    ada_in.post(f"/triggers/{id}/reopen/", {"version": "2"})
    assert document(ada, id).state == "active"


def test_it_happened_is_one_tap_on_the_list_and_needs_no_words(ada_in, ada):
    id = put(ada, "triggers", Trigger(what="Slammed doors", plan="We step outside"))
    page = text(ada_in.get("/triggers/"))
    assert 'action="/occurrences/tap/now/"' in page
    answer = ada_in.post("/occurrences/tap/now/", {"about": str(id)})
    noted = document(ada, id_in(answer))
    assert (noted.practice, noted.on, [link.to for link in noted.links]) == (
        "occurrences",
        timezone.localdate(),
        [id],
    )
    assert "We step outside" in text(ada_in.get(answer.headers["Location"])), (
        "the plan stands on the next page"
    )


def test_a_hard_day_keeps_day_and_month_only(ada_in, ada):
    id = id_in(ada_in.post("/triggers/new/", {"what": "The day of the move", "hard_day": "1999-03-14"}))
    assert document(ada, id).content.hard_day == "03-14"
    page = text(ada_in.get(f"/triggers/{id}/edit/"))
    assert "1999" not in page
    assert "-03-14" in page


@pytest.mark.parametrize("hard_day", ["02-29", "01-01", "12-31"])
def test_saving_a_trigger_unchanged_never_moves_its_hard_day(ada_in, ada, hard_day):
    id = put(ada, "triggers", Trigger(what="The day", hard_day=hard_day))
    shown = coming(hard_day)
    assert shown >= timezone.localdate()
    ada_in.post(f"/triggers/{id}/edit/", {"what": "The day", "hard_day": shown.isoformat(), "version": "1"})
    assert document(ada, id).content.hard_day == hard_day
    assert document(ada, id).changed_at > document(ada, id).written_at


def test_hard_days_of_the_next_two_weeks_stand_first(ada_in, ada):
    put(ada, "triggers", Trigger(what="A day that is near", hard_day=a_day(5), plan="A walk"))
    put(ada, "triggers", Trigger(what="A day far off", hard_day=a_day(60)))
    put(ada, "triggers", Trigger(what="An eased day", hard_day=a_day(3)), moves=("ease",))
    page = text(ada_in.get("/triggers/"))
    card = page[page.index("Coming up") : page.index("Note a trigger")]
    assert "A day that is near" in card
    assert "A walk" in card
    assert "A day far off" not in card
    assert "An eased day" not in card


def test_without_a_hard_day_nothing_comes_up(ada_in, ada):
    put(ada, "triggers", Trigger(what="Slammed doors"))
    assert "Coming up" not in text(ada_in.get("/triggers/"))


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"what": " "}, "This is still empty."),
        ({"what": "x" * 501}, "at most 500 characters"),
        ({"hard_day": "2026-02-30"}, "valid date"),
        ({"hard_day": "every Sunday"}, "valid date"),
    ],
)
def test_bad_input_is_said_beside_the_field_and_what_was_typed_stays(ada_in, change, said):
    answer = ada_in.post("/triggers/new/", {"what": "Doors", "plan": "We step outside"} | change)
    assert answer.status_code == 422
    assert said in text(answer)
    assert "We step outside" in text(answer)
    assert not Entry.objects.exists()


def test_a_trigger_cannot_be_tied_to_what_is_not_mine_or_is_no_origin(ada_in, ada, mallory):
    theirs = put(mallory, "triggers", Trigger(what="of Mallory"))
    mine = put(ada, "triggers", Trigger(what="mine"))
    for id in (theirs, mine, "nonsense"):
        assert ada_in.post("/triggers/new/", {"from": str(id), "what": "Doors"}).status_code == 404
    assert ada_in.post("/occurrences/tap/now/", {"about": str(theirs)}).status_code == 404


def test_the_list_costs_the_same_for_ten_and_for_twenty(ada_in, ada, django_assert_max_num_queries):
    for _ in range(10):
        put(ada, "triggers", Trigger(what="Doors", hard_day=a_day(1)))
    ada_in.get("/triggers/")
    with django_assert_max_num_queries(30) as ten:
        ada_in.get("/triggers/")
    for _ in range(10):
        put(ada, "triggers", Trigger(what="Doors", hard_day=a_day(1)))
    with django_assert_max_num_queries(len(ten)):
        ada_in.get("/triggers/")
