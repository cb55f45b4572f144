"""Contract 4: each declared practice has pages, a lesson with sources, a line, export, erase, and tests."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from django.urls import reverse

from tests import people
from tests.written import an_entry_of
from troth import practices
from troth.store.models import Entry
from troth.store.queries.takeout import everything
from troth.web.parts.entries import KNOWN

ROOT = Path(__file__).resolve().parents[2]
WEB = ROOT / "src" / "troth" / "web"


@pytest.mark.parametrize("name", practices.names())
def test_a_practice_has_its_folder_page_line_lesson_and_tests(name):
    for part in ("urls.py", "forms.py"):
        assert (WEB / name / part).exists(), f"{name}: expected {part}"
    told = KNOWN[name].told
    assert all((told.plural, told.singular, told.icon)), f"{name}: expected its names"
    own_list = (WEB / name / "list.html").exists()
    assert own_list or all((told.add, told.ask, told.example, told.invite)), f"{name}: expected its words"
    assert set(told.moves) == {move.name for move in practices.named(name).moves}
    assert set(told.taps) == set(KNOWN[name].taps)
    assert practices.lesson(name).sources
    tests = ROOT / "tests" / "practices"
    assert (tests / f"test_{name}.py").exists() or (tests / name).exists()


@pytest.mark.django_db
@pytest.mark.parametrize("name", practices.names())
def test_an_entry_of_each_practice_is_shown_exported_and_erased(client, ada, name):
    entry = an_entry_of(name, by=ada)
    people.unlock(client, ada)
    assert client.get(reverse(f"{name}:one", args=[entry.id])).status_code == 200
    assert str(entry.id) in client.get(reverse("journal:timeline")).content.decode()
    exported = everything(ada.me, at=datetime.now(UTC), program="test")
    everywhere = [*exported["bonds"][0]["entries"], *exported["entries"]]
    assert str(entry.id) in {one["id"] for one in everywhere}
    client.post(reverse(f"{name}:delete", args=[entry.id]))
    assert client.get(reverse(f"{name}:one", args=[entry.id])).status_code == 404
    from troth.store.actions.erasing import sweep

    sweep(at=datetime.now(UTC) + timedelta(hours=1, seconds=1))
    assert not Entry.objects.filter(id=entry.id).exists()


@pytest.mark.django_db
@pytest.mark.parametrize("page", ["one", "edit", "delete", "undo"])
@pytest.mark.parametrize("name", practices.names())
def test_mallory_finds_nothing_of_adas_in_any_practice(client, ada, mallory, name, page):
    entry = an_entry_of(name, by=ada)
    people.unlock(client, mallory)
    address = reverse(f"{name}:{page}", args=[entry.id])
    answer = client.post(address) if page in {"delete", "undo"} else client.get(address)
    assert answer.status_code == 404
