"""Affirmations: own words on a gentle rhythm, without a count of what was left out."""

from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.practices.examples import MADE, SUNDAY
from tests.practices.random_entries import anything, filled, lived, moments
from troth.practices import (
    BadContent,
    Document,
    MoveRefused,
    decode,
    due_of,
    encode,
    line_of,
    matches,
    move,
    named,
    open_moves,
    readings_of,
    recap,
    start,
)
from troth.practices.affirmations import (
    ANYWHERE,
    OPENING,
    RHYTHMS,
    Affirmation,
    is_empty_reassurance,
    ready,
    said_on,
)


def an_affirmation(**given: Any) -> Document[Affirmation]:
    return start("affirmations", Affirmation(**{"words": "I like our walks", **given}), at=MADE, on=SUNDAY)


def said(document: Document[Affirmation], *days: int) -> Document[Affirmation]:
    for count in days:
        document = move(document, "say", at=MADE + timedelta(days=count))
    return document


def test_words_alone_are_enough_and_it_waits_for_nothing() -> None:
    kept = an_affirmation()
    assert (kept.state, kept.content.every_days, due_of(kept)) == ("kept", None, None)
    assert dict(line_of(kept).facts) == {"every_days": None, "said_at": None}
    assert matches(kept, "walks")


@pytest.mark.parametrize("every_days", [0, 1, 4, 365, "7", 7.5])
def test_only_the_gentle_rhythms_can_be_chosen(every_days: Any) -> None:
    with pytest.raises(BadContent, match=r"^every_days: expected "):
        an_affirmation(every_days=every_days)


def test_it_has_words() -> None:
    with pytest.raises(BadContent, match=r"^words: expected some words$"):
        an_affirmation(words=" ")
    with pytest.raises(BadContent, match=r"^words: expected at most 500 characters, got 501$"):
        an_affirmation(words="x" * 501)


def test_saying_it_leaves_it_where_it_is_and_notes_when() -> None:
    twice = said(an_affirmation(), 1, 4)
    assert twice.state == "kept"
    assert [step.at for step in twice.steps] == [MADE + timedelta(days=1), MADE + timedelta(days=4)]
    assert said_on(twice) == SUNDAY + timedelta(days=4)
    assert line_of(twice).facts["said_at"] == MADE + timedelta(days=4)


def test_it_can_rest_and_be_taken_up_again() -> None:
    resting = move(an_affirmation(), "rest", at=MADE)
    assert (resting.state, [one.name for one in open_moves(resting, at=MADE)]) == ("resting", ["take_up"])
    with pytest.raises(MoveRefused, match=r"^'say' is not open in state 'resting'\.$"):
        move(resting, "say", at=MADE)
    assert move(resting, "take_up", at=MADE).state == "kept"


@pytest.mark.parametrize("every_days", RHYTHMS)
def test_it_is_ready_once_its_days_have_gone_by_and_stays_so(every_days: int) -> None:
    kept = said(an_affirmation(every_days=every_days), 0)
    answers = [ready(kept, SUNDAY + timedelta(days=count)) for count in (0, every_days - 1, every_days, 400)]
    assert answers == [False, False, True, True]


def test_one_that_was_never_said_is_ready_from_its_first_day() -> None:
    kept = an_affirmation(every_days=7)
    assert ready(kept, SUNDAY)
    assert not ready(kept, SUNDAY - timedelta(days=1))
    assert said_on(kept) is None


def test_without_a_rhythm_or_at_rest_it_is_never_ready() -> None:
    far = SUNDAY + timedelta(days=400)
    assert not ready(an_affirmation(), far)
    assert not ready(move(an_affirmation(every_days=2), "rest", at=MADE), far)


def test_the_day_is_the_writers_own() -> None:
    late = datetime(2026, 3, 1, 23, 30, tzinfo=UTC)
    kept = move(an_affirmation(every_days=2), "say", at=late)
    berlin = ZoneInfo("Europe/Berlin")
    assert (said_on(kept), said_on(kept, zone=berlin)) == (date(2026, 3, 1), date(2026, 3, 2))
    assert (ready(kept, date(2026, 3, 3)), ready(kept, date(2026, 3, 3), zone=berlin)) == (True, False)


def test_the_week_holds_each_time_it_was_said_and_nothing_left_out() -> None:
    found = recap([said(an_affirmation(every_days=2), 0, 5, 9)], first_day=SUNDAY).counts
    assert {key: n for key, n in found.items() if key.startswith("affirmations_")} == {"affirmations_said": 2}


@pytest.mark.parametrize(
    "words",
    [
        "You can trust me.",
        "Please, just TRUST me",
        "I’m here. Trust me",
        "I promise I never will do that again",
        "Don't worry",
        "Don’t worry, it will pass",
        "Now calm down? Calm down!",
        "Hey, relax.",
        "Everything  will be fine — really",
    ],
)
def test_empty_reassurance_is_found_and_never_refused(words: str) -> None:
    assert is_empty_reassurance(words)
    assert an_affirmation(words=words).content.is_empty


@pytest.mark.parametrize(
    "words",
    [
        "",
        "I like our walks",
        "I like it that you trust me with this",
        "I will text you when I am on the train",
        "You don't have to calm down first",
        "A relaxed Sunday with you",
        "I know what you worry about",
    ],
)
def test_words_that_give_a_ground_are_left_alone(words: str) -> None:
    assert not is_empty_reassurance(words)


@pytest.mark.parametrize("phrase", [*ANYWHERE, *OPENING])
def test_each_phrase_of_the_lists_is_found_however_it_is_written(phrase: str) -> None:
    assert is_empty_reassurance(phrase)
    assert is_empty_reassurance(f"Listen: {phrase.upper().replace(chr(39), '’')}!")


@given(anything)
def test_any_words_get_an_answer(words: str) -> None:
    assert is_empty_reassurance(f"{words}. Trust me")
    assert is_empty_reassurance(words) in (True, False)


def test_it_may_be_shared_and_is_withdrawn_while_the_gate_is_not_open() -> None:
    practice = named("affirmations")
    assert (practice.shareable, practice.opens_up, practice.personal) == (True, True, False)


@st.composite
def affirmations(draw: st.DrawFn) -> Document[Affirmation]:
    at = draw(moments)
    content = Affirmation(words=draw(filled), every_days=draw(st.none() | st.sampled_from(RHYTHMS)))
    return start("affirmations", content, at=at, on=at.date())


@given(lived(affirmations()), st.dates(date(2026, 1, 1), date(2028, 1, 1)))
def test_any_life_of_one_opens_again_and_once_ready_it_stays_ready(
    kept: Document[Affirmation], on: date
) -> None:
    assert decode(encode(kept)) == kept
    assert readings_of([kept]) == ()
    assert not ready(kept, on) or ready(kept, on + timedelta(days=1))
