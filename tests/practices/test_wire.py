"""Bytes and export files: whole things come back equal, damaged ones are refused without a word of theirs."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.practices.examples import (
    BEFORE,
    ELSEWHERE,
    NEW_DUE,
    SECRET,
    a_promise,
    a_repair,
    a_win,
    one_of_each,
)
from tests.practices.random_entries import lives
from troth.practices import (
    BadDocument,
    Document,
    PracticeError,
    decode,
    encode,
    from_plain,
    move,
    to_plain,
)
from troth.practices.promises import NewTerm


def refusal(plain: Any) -> BadDocument:
    with pytest.raises(BadDocument) as refused:
        from_plain(plain)
    return refused.value


def a_moved_promise() -> Document[Any]:
    return move(a_promise(sure=80, dimension="ability"), "renegotiate", at=BEFORE, given=NewTerm(due=NEW_DUE))


@given(lives)
def test_a_document_comes_back_equal_from_its_bytes(document: Document[Any]) -> None:
    assert decode(encode(document)) == document


@given(lives)
def test_a_document_comes_back_equal_from_an_export_file(document: Document[Any]) -> None:
    assert from_plain(json.loads(json.dumps(to_plain(document)))) == document


@given(lives)
def test_the_same_document_gives_the_same_bytes(document: Document[Any]) -> None:
    again = decode(encode(document))
    assert encode(again) == encode(document)


def test_the_bytes_are_utf_8_json_with_the_header_first() -> None:
    raw = encode(a_win(what="Élan"))
    assert raw.startswith(b'{"practice":"wins","schema":1,')
    assert "Élan".encode() in raw


def test_the_id_of_another_home_comes_back() -> None:
    document = replace(a_win(), origin=ELSEWHERE)
    assert decode(encode(document)) == document


def test_moments_of_an_export_file_may_have_another_offset() -> None:
    plain = to_plain(a_promise())
    plain["content"]["due"] = "2026-03-02T20:00:00+02:00"
    assert from_plain(plain) == a_promise()


# The shape of each schema, frozen: a changed list means a new schema number and an upgrade.
SHAPES = {
    ("checkins", 1): "role felt_trust closeness safety energy note",
    ("promises", 1): "wording due size made_at to dimension sure settled_at earlier",
    ("repairs", 1): "regret what_happened responsibility change offer forgiveness",
    ("wins", 1): "what kind",
}


def test_the_fields_of_each_schema_are_the_ones_that_homes_hold_already() -> None:
    assert {
        (document.practice, document.schema): " ".join(to_plain(document)["content"])
        for document in one_of_each()
    } == SHAPES


def test_the_fields_around_the_content_are_the_ones_that_homes_hold_already() -> None:
    plain = to_plain(a_moved_promise())
    assert " ".join(plain) == ("practice schema written_at changed_at on state content steps links origin")
    assert " ".join(plain["steps"][0]) == "move at was note"
    assert " ".join(plain["content"]["earlier"][0]) == "due moved_at sure"
    assert " ".join(to_plain(a_repair())["links"][0]) == "to as_"


DAMAGE = [
    (("content", "size"), "huge", "$.content.size: expected one of tiny, small, medium, large"),
    (
        ("content", "dimension"),
        "looks",
        "$.content.dimension: expected one of ability, integrity, benevolence",
    ),
    (("content", "size"), 3, "$.content.size: expected str"),
    (("content", "sure"), 400, "$.content.sure: expected int <= 100"),
    (("content", "due"), "soon", "$.content.due: expected a moment like 2026-03-01T08:00:00Z"),
    (("content", "due"), "2026-03-02T18:00:00", "$.content.due: expected datetime with a timezone component"),
    (("content", "due"), "2026-03-02T18:00:01Z", "$.content.due: expected a whole minute"),
    (
        ("content", "due"),
        "0001-01-01T00:00:00+10:00",
        "$.content.due: expected a moment in the years 1 to 9999",
    ),
    (("content", "wording"), "", "$.content.wording: expected some words"),
    (("content", "wording"), None, "$.content.wording: expected str"),
    (("content", "earlier", 0, "due"), 3, "$.content.earlier[0].due: expected datetime"),
    (
        ("content", "earlier", 0, "due"),
        "2026-03-02T18:00:01Z",
        "$.content.earlier[0].due: expected a whole minute",
    ),
    (("content",), [], "$.content: expected object"),
    (("on",), "2026-13-01", "$.on: expected a day like 2026-03-01"),
    (("state",), "huge", "$.state: expected one of open, kept, kept_late, missed, withdrawn"),
    (
        ("steps", 0, "note"),
        {"due": ["x"]},
        "$.steps[0].note[...]: expected bool or int or float or str or null",
    ),
    (("steps", 0, "move"), None, "$.steps[0].move: expected str"),
    (("links",), [{"to": "x", "as_": "about"}], "$.links[0].to: expected an id of 32 hexadecimal digits"),
    (
        ("links",),
        [{"to": str(ELSEWHERE), "as_": "x"}],
        "$.links: expected only kinds of tie that this practice has",
    ),
    (("origin",), "x", "$.origin: expected an id of 32 hexadecimal digits"),
    (("schema",), 0, "$.schema: expected int >= 1"),
    (("schema",), 10**40, "$.schema: expected int <= 1000000"),
    (("schema",), "one", "$.schema: expected int"),
    (("practice",), 3, "$.practice: expected str"),
    (("written_at",), "now", "$.written_at: expected a moment like 2026-03-01T08:00:00Z"),
]


def with_damage(plain: Any, place: tuple[Any, ...], value: Any) -> Any:
    inner = plain
    for step in place[:-1]:
        inner = inner[step]
    inner[place[-1]] = value
    return plain


@pytest.mark.parametrize(("place", "value", "message"), DAMAGE)
def test_damage_is_refused_by_its_place(place: tuple[Any, ...], value: Any, message: str) -> None:
    refused = refusal(with_damage(to_plain(a_moved_promise()), place, value))
    assert str(refused) == message
    assert refused.path == message.split(": ")[0]


@pytest.mark.parametrize("field", ["wording", "due", "size", "made_at"])
def test_a_missing_field_is_named(field: str) -> None:
    plain = to_plain(a_promise())
    del plain["content"][field]
    assert str(refusal(plain)) == f"$.content.{field}: expected a value, found none"


def test_a_field_that_would_be_lost_is_refused_without_naming_it() -> None:
    for place in [(SECRET,), ("content", SECRET), ("content", "earlier", 0, SECRET), ("steps", 0, SECRET)]:
        refused = refusal(with_damage(to_plain(a_moved_promise()), place, 1))
        assert refused.expected == "only fields that this schema has"
        assert SECRET not in str(refused)


BROKEN = [
    (b"", "$: expected more: the end is missing"),
    (b'{"practice":"wins"', "$: expected more: the end is missing"),
    (b"{]", "$: expected JSON; it breaks at byte 1"),
    (b"null", "$: expected object"),
    (b"[1]", "$: expected object"),
    (b"{}", "$.practice: expected a value, found none"),
    (b'\xef\xbb\xbf{"practice":"wins"}', "$: expected JSON; it breaks at byte 0"),
    (b'{"practice":"\xff","schema":1}', "$: expected something else"),
    (b'{"practice":"wins","schema":1,"x":' + b"[" * 100_000, "$: expected less nesting"),
    (b'{"practice":"tides","schema":1,"x":"\xff"}', "$: expected something else"),
]


@pytest.mark.parametrize(("raw", "message"), BROKEN)
def test_broken_bytes_are_refused(raw: bytes, message: str) -> None:
    with pytest.raises(BadDocument) as refused:
        decode(raw)
    assert str(refused.value) == message


def refused_by(act: Callable[[], object]) -> PracticeError | None:
    """What was raised, if anything; only errors of this room may be."""
    try:
        act()
    except PracticeError as refused:
        return refused
    return None


@given(st.binary(max_size=200))
def test_any_bytes_are_refused(raw: bytes) -> None:
    refused = refused_by(lambda: decode(raw))
    assert isinstance(refused, BadDocument)
    assert refused.__context__ is None


@pytest.mark.parametrize("wrong", [{"practice": "\ud800"}, {3: object()}, {"x": 10**5000}])
def test_what_json_cannot_hold_is_refused(wrong: Any) -> None:
    assert str(refusal(wrong)) == "$: expected only what JSON can hold"


def places_in(plain: Any, here: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    inner = plain.items() if isinstance(plain, dict) else enumerate(plain) if isinstance(plain, list) else ()
    below = [place for key, value in inner for place in places_in(value, (*here, key))]
    return [*([here] if here else []), *below]


wrong_values = st.sampled_from(
    [SECRET, [SECRET], {SECRET: SECRET}, 10**30, -1, 1.5, None, True, f" {SECRET}\ud7ff"]
)


@given(lives, wrong_values, st.data())
def test_no_damage_anywhere_makes_a_refusal_repeat_a_word(
    document: Document[Any], wrong: Any, data: Any
) -> None:
    plain = to_plain(document)
    place = data.draw(st.sampled_from(places_in(plain)))
    refused = refused_by(lambda: from_plain(with_damage(plain, place, wrong)))
    if refused is None:
        return
    assert isinstance(refused, BadDocument)
    assert SECRET not in f"{refused!r} {refused} {vars(refused)}"
    assert refused.__context__ is None
    assert "something else" not in str(refused)
    assert str(refused).startswith("$")
    assert "\n" not in str(refused)


@given(lives, st.integers(1, 300))
def test_cut_bytes_are_refused(document: Document[Any], cut: int) -> None:
    raw = encode(document)
    with pytest.raises(BadDocument):
        decode(raw[:-cut])


@given(lives, st.uuids(), st.integers(0, 10_000))
def test_what_import_changes_survives_the_next_writing(
    document: Document[Any], id: UUID, minutes: int
) -> None:
    moved = replace(document, origin=id, changed_at=document.changed_at + timedelta(minutes=minutes))
    assert decode(encode(moved)) == moved
