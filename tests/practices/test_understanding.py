"""The nine practices of understanding: what all of them keep."""

from dataclasses import fields
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.practices.examples import SECRET
from tests.practices.random_entries import lived
from tests.practices.understanding import (
    CONTENTS,
    a_boundary,
    a_crossing,
    a_listening,
    a_plan,
    a_sign,
    a_trigger,
    an_ask,
    an_occurrence,
    an_origin,
    entries_of,
)
from troth.practices import Document, decode, due_of, edit, encode, line_of, matches, named, readings_of

NINE = tuple(CONTENTS)
BUILDERS = (
    an_origin, a_trigger, an_occurrence, a_sign, an_ask, a_plan, a_listening, a_boundary, a_crossing,
)  # fmt: skip
# What only the writer has seen or heard of the other is never shared.
NEVER_SHARED = {"occurrences", "signs", "listenings", "crossings"}
WITHDRAWN_WHERE_UNSAFE = {"asks", "plans", "listenings"}
any_entry = st.sampled_from(NINE).flatmap(entries_of)


@given(lived(any_entry))
def test_what_was_written_opens_again_as_it_was(entry: Document[Any]) -> None:
    assert decode(encode(entry)) == entry


@given(any_entry)
def test_tidying_again_changes_nothing(entry: Document[Any]) -> None:
    again = type(entry.content)(
        **{one.name: getattr(entry.content, one.name) for one in fields(entry.content)}
    )
    assert again == entry.content


@given(lived(any_entry))
def test_none_of_them_is_a_figure_or_waits_for_a_moment(entry: Document[Any]) -> None:
    assert (readings_of([entry]), due_of(entry)) == ((), None)


@given(lived(any_entry))
def test_saving_it_unchanged_is_always_taken(entry: Document[Any]) -> None:
    later = entry.changed_at + timedelta(minutes=1)
    assert edit(entry, entry.content, at=later).content == entry.content


@given(lived(any_entry))
def test_the_week_knows_everything_that_it_says_has_happened(entry: Document[Any]) -> None:
    practice = named(entry.practice)
    assert {one.what for one in practice.happened(entry)} <= set(practice.happens)


@pytest.mark.parametrize("build", BUILDERS)
def test_no_repr_shows_a_word(build: Any) -> None:
    entry = build()
    text = next(name for name in ("note", "words", "what", "saw", "question", "when", "said", "wording")
                if hasattr(entry.content, name))  # fmt: skip
    written = build(**{text: SECRET})
    assert SECRET not in f"{written!r} {written.content!r} {line_of(written)!r}"


@pytest.mark.parametrize("build", BUILDERS)
def test_every_text_of_it_is_searched(build: Any) -> None:
    entry = build()
    codes = {"kind", "known", "helped", "way", "whose", "outcome", "by", "hard_day"}
    texts = [one.name for one in fields(entry.content) if one.type in ("str", str) and one.name not in codes]
    assert texts
    for text in texts:
        assert matches(build(**{text: SECRET}), SECRET), text


@pytest.mark.parametrize("name", NINE)
def test_only_what_may_leave_is_shareable(name: str) -> None:
    assert named(name).shareable == (name not in NEVER_SHARED)


@pytest.mark.parametrize("name", NINE)
def test_exercises_of_two_are_withdrawn_where_it_is_not_safe(name: str) -> None:
    assert named(name).opens_up == (name in WITHDRAWN_WHERE_UNSAFE)


@pytest.mark.parametrize("name", NINE)
def test_none_may_be_for_a_day_that_has_not_come(name: str) -> None:
    assert not named(name).ahead
    assert not named(name).personal


@pytest.mark.parametrize("name", NINE)
def test_every_tie_is_to_a_practice_by_name(name: str) -> None:
    targets = {target for allowed in named(name).links.values() for target in allowed}
    assert all(named(target).name == target for target in targets)
    # A field of the same name would be read for a tie when a form comes in.
    assert not set(named(name).links) & {one.name for one in fields(named(name).content)}
