"""Measures for research, out of a real home: no words, no real ids, days from nought, a codebook, nothing about safety."""

import csv
import io
import zipfile
from datetime import UTC, datetime, timedelta

import pytest

from tests import people
from troth import practices
from troth.app import for_research
from troth.practices.checkins import Checkin
from troth.practices.questionnaires import Answered
from troth.store.actions import entries
from troth.store.models import Entry

pytestmark = pytest.mark.django_db
SECRET = "A word of hers"


def written(ada, name, content, *moves, days_ago=0):
    at = datetime.now(UTC) - timedelta(days=days_ago)
    document = practices.start(name, content, at=at, on=at.date())
    for move in moves:
        document = practices.move(document, move, at=at)
    return entries.add(me=ada.me, bond=ada.bond, document=document)


def form(instrument):
    return Answered(
        instrument=instrument, version="1.0", title=SECRET, items=4, answers={"1": 1}, note=SECRET
    )


@pytest.fixture
def files(ada):
    written(ada, "checkins", Checkin(felt_trust=4, safety=9, role="supporter", note=SECRET), days_ago=12)
    written(ada, "checkins", Checkin(felt_trust=6, energy=3, role="supporter", note=SECRET))
    for instrument in ("phq-4", "phq-9", "hark", "troth-jealousy-control", "gone-form"):
        written(ada, "questionnaires", form(instrument), "finish")
    packed = zipfile.ZipFile(io.BytesIO(for_research.packed(ada.me)))
    return {name: packed.read(name).decode() for name in packed.namelist()}


def rows(files, name):
    return list(csv.DictReader(io.StringIO(files[f"{name}.csv"])))


def test_days_count_from_the_first_and_felt_safety_is_not_there(files):
    found = [(row["day"], row["scale"], row["points"]) for row in rows(files, "ratings")]
    assert found == [("0", "felt_trust", "4"), ("12", "felt_trust", "6"), ("12", "energy", "3")]


def test_only_forms_that_let_their_answers_leave_are_there(files):
    assert [row["instrument"] for row in rows(files, "answers")] == ["phq-4"]


def test_no_word_no_name_and_no_real_id_is_in_it(files, ada):
    everything = "".join(files.values())
    known = {str(entry.id) for entry in Entry.objects.all()} | {str(ada.bond), SECRET, "Ben", "Ada"}
    assert [one for one in known if one in everything] == []


def test_every_column_stands_in_the_codebook(files):
    for name in ("ratings", "promises", "answers"):
        header = files[f"{name}.csv"].splitlines()[0].split(",")
        assert all(f"`{column}`" in files["codebook.md"] for column in header)


def test_two_exports_share_no_ids(ada):
    written(ada, "checkins", Checkin(felt_trust=4, role="supporter"))
    ids = []
    for _ in range(2):
        packed = zipfile.ZipFile(io.BytesIO(for_research.packed(ada.me)))
        ids.append(packed.read("ratings.csv").decode().splitlines()[1].split(",")[:2])
    assert set(ids[0]).isdisjoint(ids[1])


def test_mallory_gets_nothing_of_adas(ada, mallory):
    people.a_checkin(by=ada, note=SECRET)
    packed = zipfile.ZipFile(io.BytesIO(for_research.packed(mallory.me)))
    assert packed.read("ratings.csv").decode().splitlines() == ["id,bond,day,role,scale,points"]
