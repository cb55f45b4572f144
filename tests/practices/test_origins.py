"""Origins: where mistrust may come from; told, noticed and guessed apart; a life line."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.practices.understanding import an_origin, entries_of
from troth.practices import BadContent, Document, line_of, open_moves
from troth.practices.origins import KNOWN, ORIGIN_KINDS, Origin, life_line, may_share


@pytest.mark.parametrize("kind", ORIGIN_KINDS)
def test_each_kind_can_be_noted(kind: str) -> None:
    assert an_origin(kind=kind, words="Many moves").state == "noted"


def test_there_are_the_nine_kinds_of_the_map_and_one_for_everything_else() -> None:
    assert len(ORIGIN_KINDS) == 10
    assert ORIGIN_KINDS[-1] == "other"


def test_none_of_the_kinds_needs_a_word_of_what_it_was() -> None:
    with pytest.raises(BadContent) as refused:
        an_origin(kind="other", words="  ")
    assert str(refused.value) == "words: expected some words, as it is none of the kinds"
    assert refused.value.reason == "empty"


def test_a_kind_alone_is_enough() -> None:
    assert line_of(an_origin()).title == ""


@pytest.mark.parametrize(("known", "may"), [("told", True), ("noticed", False), ("guessed", False)])
def test_only_what_they_told_may_be_shared(known: str, may: bool) -> None:
    assert may_share(an_origin(known=known)) is may


def test_there_are_three_ways_to_know() -> None:
    assert KNOWN == ("told", "noticed", "guessed")
    with pytest.raises(BadContent, match=r"^known: expected one of told, noticed, guessed$"):
        an_origin(known="heard")


@pytest.mark.parametrize(
    ("field", "bad"),
    [
        ("year", 1899),
        ("year", 2101),
        ("year", True),
        ("year", "1999"),
        ("age", -1),
        ("age", 121),
        ("age", 9.5),
    ],
)
def test_a_year_and_an_age_keep_to_a_life(field: str, bad: Any) -> None:
    with pytest.raises(BadContent, match=rf"^{field}: expected int"):
        an_origin(**{field: bad})


@pytest.mark.parametrize(("field", "edge"), [("year", 1900), ("year", 2100), ("age", 0), ("age", 120)])
def test_the_ends_of_a_life_are_taken(field: str, edge: int) -> None:
    assert getattr(an_origin(**{field: edge}).content, field) == edge


@pytest.mark.parametrize("field", ["words", "what_helps_now"])
def test_a_text_has_at_most_two_thousand_characters(field: str) -> None:
    assert an_origin(**{field: "x" * 2_000})
    with pytest.raises(BadContent, match=rf"^{field}: expected at most 2000 characters, got 2001$"):
        an_origin(**{field: "x" * 2_001})


def test_the_timeline_keeps_apart_how_it_is_known() -> None:
    facts = dict(line_of(an_origin(known="guessed", year=1998)).facts)
    assert facts == {"kind": "loss", "known": "guessed", "year": 1998, "age": None}


def test_it_has_no_moves() -> None:
    origin = an_origin()
    assert open_moves(origin, at=origin.written_at) == ()


def test_the_life_line_goes_by_year_then_age_and_ends_with_the_undated() -> None:
    some = [
        an_origin(words="undated"),
        an_origin(words="aged 12", age=12),
        an_origin(words="2019", year=2019),
        an_origin(words="2004 without an age", year=2004),
        an_origin(words="aged 3", age=3),
        an_origin(words="2004 aged 20", year=2004, age=20),
    ]
    assert [one.content.words for one in life_line(some)] == [
        "2004 aged 20", "2004 without an age", "2019", "aged 3", "aged 12", "undated",
    ]  # fmt: skip


def test_year_nought_of_a_life_is_an_age() -> None:
    born, undated = an_origin(age=0), an_origin()
    assert life_line([undated, born]) == (born, undated)


@given(st.lists(entries_of("origins"), max_size=8))
def test_the_life_line_keeps_every_origin_once_whatever_the_order(some: list[Document[Origin]]) -> None:
    line = life_line(some)
    assert sorted(map(id, line)) == sorted(map(id, some))
    dated = [one.content.year is not None or one.content.age is not None for one in line]
    assert dated == sorted(dated, reverse=True)
    years = [one.content.year for one in line if one.content.year is not None]
    assert years == sorted(years)
    shown = [(one.content.year, one.content.age, one.written_at) for one in line]
    again = [(one.content.year, one.content.age, one.written_at) for one in life_line(reversed(some))]
    assert shown == again
