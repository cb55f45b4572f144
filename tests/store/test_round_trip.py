"""Out and in again: nothing lost, nothing doubled, whatever was written."""

import json
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from tests import people
from tests.written import an_entry_of
from troth import practices, vault
from troth.practices import Link
from troth.practices.checkins import Checkin
from troth.practices.promises import Kept, NewTerm, Promise
from troth.practices.wins import WIN_KINDS, Win
from troth.store.actions import entries
from troth.store.actions.bringing import BadExport, _read, bring
from troth.store.models import Bond, Entry
from troth.store.queries.takeout import everything

AT = datetime(2026, 11, 20, 18, 0, tzinfo=UTC)
WORDS = st.text(min_size=1, max_size=200).filter(lambda text: "\x00" not in text and bool(text.strip()))
POINTS = st.none() | st.integers(0, 10)


def tidy(make):
    """Drop what the practices refuse: signs that no document holds."""

    def made(*given):
        try:
            return make(*given)
        except practices.BadContent:
            return None

    return made


@st.composite
def documents(draw):
    at = AT - timedelta(minutes=draw(st.integers(0, 200_000)))
    kind = draw(st.sampled_from(("promise", "win", "checkin")))
    if kind == "win":
        content = tidy(lambda: Win(what=draw(WORDS), kind=draw(st.sampled_from(WIN_KINDS))))()
        return content and practices.start("wins", content, at=at, on=at.date())
    if kind == "checkin":
        content = tidy(
            lambda: Checkin(
                role="supporter", felt_trust=draw(st.integers(0, 10)), energy=draw(POINTS), note=draw(WORDS)
            )
        )()
        return content and practices.start(
            "checkins", content, at=at, on=at.date() - timedelta(draw(st.integers(0, 9)))
        )
    due = (at + timedelta(hours=draw(st.integers(1, 99)))).replace(second=0, microsecond=0)
    content = tidy(
        lambda: Promise(
            wording=draw(WORDS), due=due, size="small", made_at=at, sure=draw(st.none() | st.integers(0, 100))
        )
    )()
    document = content and practices.start("promises", content, at=at, on=at.date())
    if document and draw(st.booleans()):
        document = practices.move(document, "renegotiate", at=at, given=NewTerm(due=due + timedelta(days=1)))
    if document and draw(st.booleans()):
        document = practices.move(document, "keep", at=at + timedelta(minutes=2), given=Kept())
    return document


def taken(someone) -> dict:
    plain = everything(someone.me, at=AT, program="test")
    return {one["id"]: one for bond in plain["bonds"] for one in bond["entries"]}


class RoundTrip(TestCase):
    @settings(max_examples=15)
    @given(st.lists(documents().filter(bool), max_size=8))
    def test_what_was_taken_out_comes_back_the_same_and_once(self, written):
        ada, nora = people.an_account("Ada"), people.an_account("Nora")
        ids = [vault.new_id() for _ in written]
        entries.add_all(me=ada.me, bond=ada.bond, documents=list(zip(ids, written, strict=True)))
        raw = json.dumps(everything(ada.me, at=AT, program="test")).encode()
        before = taken(ada)
        entries.Entry.objects.all().delete()
        Bond.objects.filter(id=ada.bond).delete()
        for expected in (len(written), 0):
            brought = bring(me=nora.me, raw=raw, at=people.NOW)
            assert (brought.entries, brought.here_already) == (expected, len(written) - expected)
        assert taken(nora) == before


@pytest.mark.django_db
def test_another_accounts_ids_are_left_alone_and_links_move_along(ada, mallory):
    promise = people.a_promise(by=ada)
    win = practices.start(
        "wins",
        Win(what="kept it", kind="kept_promise"),
        at=AT,
        on=date(2026, 11, 20),
        links=[Link(to=promise.id, as_="from")],
    )
    entries.add(me=ada.me, bond=ada.bond, document=win)
    raw = json.dumps(everything(ada.me, at=AT, program="test")).encode()
    assert bring(me=mallory.me, raw=raw, at=people.NOW).entries == 2
    theirs = taken(mallory)
    assert not set(theirs) & set(taken(ada))
    linked = next(one for one in theirs.values() if one["practice"] == "wins")
    assert linked["links"][0]["to"] in theirs
    assert bring(me=mallory.me, raw=raw, at=people.NOW).here_already == 2
    assert Entry.objects.count() == 4


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("change", "place"),
    [
        (lambda plain: plain.update(format="diary"), "format"),
        (lambda plain: plain.update(version=2), "version"),
        (lambda plain: plain["bonds"][0].update(kind="enemy"), "bonds[0].kind"),
        (lambda plain: plain["bonds"][0]["entries"][0].update(id="7"), "bonds[0].entries[0].id"),
        (
            lambda plain: plain["bonds"][0]["entries"][0]["content"].update(kind="secret words"),
            "bonds[0].entries[0].content.kind",
        ),
        (lambda plain: plain["bonds"][0]["entries"][0].update(on="soon"), "bonds[0].entries[0].on"),
        (lambda plain: plain["bonds"][0].pop("name"), "bonds[0]"),
    ],
)
def test_a_damaged_export_names_the_place_never_the_words_and_writes_nothing(ada, mallory, change, place):
    people.a_win(by=ada, what="secret words")
    plain = everything(ada.me, at=AT, program="test")
    change(plain)
    with pytest.raises(BadExport) as caught:
        bring(me=mallory.me, raw=json.dumps(plain).encode(), at=people.NOW)
    assert place in str(caught.value)
    assert "secret" not in str(caught.value)
    assert not Entry.objects.filter(owner=mallory.me.person).exists()


@pytest.mark.django_db
@given(
    raw=st.binary(max_size=300)
    | st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(),
        lambda inner: (
            st.lists(inner)
            | st.dictionaries(
                st.sampled_from(["format", "version", "bonds", "entries", "id"]) | st.text(), inner
            )
        ),
        max_leaves=12,
    ).map(lambda value: json.dumps(value).encode())
)
@settings(max_examples=150)
def test_any_bytes_are_an_export_or_refused(raw, django_db_blocker):
    with django_db_blocker.unblock():
        try:
            brought = _read(raw)
        except BadExport as refused:
            brought = str(refused)
        assert isinstance(brought, list) or "\n" not in brought


@pytest.mark.django_db
@pytest.mark.parametrize("name", practices.names())
def test_an_entry_of_each_practice_goes_through_a_file_and_comes_back(ada, mallory, name):
    entry = an_entry_of(name, by=ada)
    raw = json.dumps(everything(ada.me, at=people.NOW, program="test")).encode()
    bring(me=mallory.me, raw=raw, at=people.NOW)
    whole = everything(mallory.me, at=people.NOW, program="test")
    back = [one for part in (*whole["bonds"], whole) for one in part["entries"]]
    hers = [one for part in (*json.loads(raw)["bonds"], json.loads(raw)) for one in part["entries"]]
    assert str(entry.id) in {one["id"] for one in hers}
    assert sorted(json.dumps(one["content"], sort_keys=True) for one in back) == sorted(
        json.dumps(one["content"], sort_keys=True) for one in hers
    )
