"""Content: frozen, keyword-only, silent about its words, tidied while it is made."""

from dataclasses import FrozenInstanceError, fields, replace
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.practices.examples import MADE, SECRET, one_of_each, promise_content, tides
from troth.practices import (
    BadContent,
    Document,
    Foreign,
    Happening,
    Lesson,
    Line,
    Link,
    Move,
    Practice,
    Recap,
    Search,
    Source,
    Step,
    line_of,
    named,
    recap,
    tidy_moment,
    tidy_text,
)
from troth.practices.promises import Kept, NewTerm, Promise, Term

LONE_SURROGATE = "\ud800"


def test_content_cannot_be_changed_afterwards() -> None:
    with pytest.raises(FrozenInstanceError):
        promise_content().wording = "another"  # type: ignore[misc]


def test_content_has_no_room_for_other_fields() -> None:
    assert not hasattr(promise_content(), "__dict__")


HANDED_OUT = [
    Document,
    Foreign,
    Happening,
    Lesson,
    Line,
    Link,
    Recap,
    Source,
    Step,
    Promise,
    Term,
    Kept,
    NewTerm,
]


@pytest.mark.parametrize("kind", [*HANDED_OUT, Move, Practice])
def test_what_rooms_hand_to_each_other_is_frozen_and_made_with_names(kind: Any) -> None:
    assert kind.__dataclass_params__.frozen
    assert all(field.kw_only for field in fields(kind))


@pytest.mark.parametrize("kind", HANDED_OUT)
def test_what_there_are_many_of_is_light(kind: Any) -> None:
    assert "__slots__" in vars(kind)


def test_declarations_are_the_same_only_when_they_are_one() -> None:
    assert tides() != tides()
    assert len({tides(), named("wins"), named("wins")}) == 2


def test_content_is_made_with_names_only() -> None:
    with pytest.raises(TypeError):
        Promise("call", MADE, "tiny", MADE)  # type: ignore[call-arg]


@pytest.mark.parametrize("show", [repr, str, lambda shown: f"{shown}"])
def test_nothing_shows_a_persons_words(show: Any) -> None:
    content = promise_content(wording=SECRET, to=SECRET)
    for document in one_of_each():
        held: list[Any] = [document, line_of(document), replace(document, content=content), document.content]
        assert not any("words" in show(one) or SECRET in show(one) for one in held)
    others = [
        content,
        Search(SECRET),
        Foreign(practice=SECRET, schema=1, raw=SECRET.encode(), reason="newer"),
        Step(move="keep", at=MADE, note={"was": SECRET}),
        recap(one_of_each(), first_day=MADE.date()),
    ]
    assert not any(SECRET in show(one) for one in others)
    assert show(content) == "Promise(…)"


@given(st.text())
def test_tidied_text_stays_as_it_is_when_tidied_again(words: str) -> None:
    try:
        once = tidy_text(words, field="note", most=10_000)
    except BadContent:
        assert any("\ud800" <= sign <= "\udfff" for sign in words)
        return
    assert tidy_text(once, field="note", most=10_000) == once
    assert once == once.strip()
    assert "\r" not in once


def test_line_ends_of_forms_and_files_are_one() -> None:
    assert tidy_text("a\r\nb\rc\nd", field="note", most=9) == "a\nb\nc\nd"


@pytest.mark.parametrize("wrong", [LONE_SURROGATE, f"x{LONE_SURROGATE}", 3, None, b"call"])
def test_what_is_no_text_is_refused_without_showing_it(wrong: Any) -> None:
    with pytest.raises(BadContent, match=r"^wording: expected text$") as refused:
        promise_content(wording=wrong)
    assert refused.value.__context__ is None


@given(st.datetimes(timezones=st.timezones()))
def test_a_moment_is_the_same_in_utc_or_refused(moment: datetime) -> None:
    try:
        tidied = tidy_moment(moment, field="due")
    except BadContent:
        assert moment.year in (1, 9999)
        return
    assert tidied.tzinfo is UTC
    assert tidied.timestamp() == moment.timestamp()


def test_a_moment_that_has_no_place_in_utc_is_refused() -> None:
    last = datetime.max.replace(tzinfo=timezone(-timedelta(hours=10)))
    with pytest.raises(BadContent, match=r"^due: expected a moment in the years 1 to 9999$"):
        tidy_moment(last, field="due")
