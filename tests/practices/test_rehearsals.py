"""Rehearsals: a draft that was asked for, then sent; nothing of what was said about it is in it."""

from dataclasses import fields
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from troth import practices
from troth.practices.errors import BadContent
from troth.practices.rehearsals import MOST, Rehearsed

AT = datetime(2026, 3, 1, 18, tzinfo=UTC)


def a_draft(words="I will ring you at seven"):
    return practices.start("rehearsals", Rehearsed(words=words), at=AT, on=date(2026, 3, 1))


def test_it_begins_as_a_draft_and_may_be_sent_and_made_a_draft_again():
    sent = practices.move(a_draft(), "tell", at=AT)
    again = practices.move(sent, "reopen", at=AT)
    assert [a_draft().state, sent.state, again.state] == ["draft", "sent", "draft"]


def test_it_holds_the_words_and_nothing_else():
    assert [one.name for one in fields(Rehearsed)] == ["words"]


def test_search_and_timeline_find_it_by_its_words():
    document = a_draft("Lunch on Friday, so that you know")
    assert practices.line_of(document).title == "Lunch on Friday, so that you know"
    assert practices.named("rehearsals").words(document) == ("Lunch on Friday, so that you know",)


def test_it_is_never_shared_and_is_held_back_while_the_gate_is_not_open():
    practice = practices.named("rehearsals")
    assert not practice.shareable
    assert practice.opens_up


@pytest.mark.parametrize(("words", "reason"), [("", "empty"), (" \n", "empty"), ("a" * (MOST + 1), "long")])
def test_what_is_no_message_is_refused_without_showing_it(words, reason):
    with pytest.raises(BadContent) as refused:
        Rehearsed(words=words)
    assert refused.value.reason == reason
    assert "aaa" not in str(refused.value)


@given(st.text(st.characters(codec="utf-8"), min_size=1, max_size=300))
def test_any_message_comes_back_as_it_was_tidied(words):
    try:
        made = Rehearsed(words=words)
    except BadContent:
        assert not words.strip()
        return
    assert Rehearsed(words=made.words) == made
    assert repr(made).count(made.words) == 0 or len(made.words) < 3
