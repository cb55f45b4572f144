"""Contract 4: each declared practice has pages, a lesson with sources, a line, export, erase, and tests."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from django.urls import reverse

from tests import people
from troth import practices
from troth.store.actions import entries
from troth.store.models import Entry
from troth.store.queries import entries as queries
from troth.store.queries.takeout import everything

ROOT = Path(__file__).resolve().parents[2]
WEB = ROOT / "src" / "troth" / "web"


def an_entry(name, by):
    at = datetime.now(UTC)
    if name == "repairs":
        past = at - timedelta(days=2)
        promise = people.a_promise(
            by=by, at=past, due=(past + timedelta(hours=2)).replace(second=0, microsecond=0)
        )
        opened = queries.one(by.me, promise.id)
        missed = practices.move(opened.document, "miss", at=at)
        entries.save(me=by.me, id=promise.id, version=1, document=missed)
        from troth.practices.repairs import Repair

        link = practices.Link(to=promise.id, as_="about")
        return entries.add(
            me=by.me,
            bond=by.bond,
            document=practices.start("repairs", Repair(regret="Sorry"), at=at, on=at.date(), links=[link]),
        )
    return {"promises": people.a_promise, "checkins": people.a_checkin, "wins": people.a_win}[name](by=by)


@pytest.mark.parametrize("name", practices.names())
def test_a_practice_has_its_folder_page_line_lesson_and_tests(name):
    for part in ("urls.py", "list.html", "form.html", "one.html", "line.html"):
        assert (WEB / name / part).exists(), f"{name}: expected {part}"
    assert practices.lesson(name).sources
    tests = ROOT / "tests" / "practices"
    assert (tests / f"test_{name}.py").exists() or (tests / name).exists()


@pytest.mark.django_db
@pytest.mark.parametrize("name", practices.names())
def test_an_entry_of_each_practice_is_shown_exported_and_erased(client, ada, name):
    entry = an_entry(name, ada)
    people.unlock(client, ada)
    assert client.get(reverse(f"{name}:one", args=[entry.id])).status_code == 200
    assert str(entry.id) in client.get(reverse("journal:timeline")).content.decode()
    exported = everything(ada.me, at=datetime.now(UTC), program="test")
    assert str(entry.id) in {one["id"] for one in exported["bonds"][0]["entries"]}
    client.post(reverse(f"{name}:delete", args=[entry.id]))
    assert client.get(reverse(f"{name}:one", args=[entry.id])).status_code == 404
    from troth.store.actions.erasing import sweep

    sweep(at=datetime.now(UTC) + timedelta(hours=1, seconds=1))
    assert not Entry.objects.filter(id=entry.id).exists()


@pytest.mark.django_db
@pytest.mark.parametrize("page", ["one", "edit", "delete", "undo"])
@pytest.mark.parametrize("name", practices.names())
def test_mallory_finds_nothing_of_adas_in_any_practice(client, ada, mallory, name, page):
    entry = an_entry(name, ada)
    people.unlock(client, mallory)
    address = reverse(f"{name}:{page}", args=[entry.id])
    answer = client.post(address) if page in {"delete", "undo"} else client.get(address)
    assert answer.status_code == 404
