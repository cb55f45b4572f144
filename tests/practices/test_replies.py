"""Replies: a yes, or a word on a promise; to these words and no others; mine to take back."""

from datetime import date
from typing import Any

import pytest

from tests.practices.examples import AFTER, BEFORE, DUE, ELSEWHERE, MADE, SUNDAY, a_promise
from troth.practices import (
    BadContent,
    Copy,
    Document,
    Portion,
    copy_of,
    decode,
    digest_of,
    edit,
    encode,
    line_of,
    matches,
    move,
    named,
    names,
    open_moves,
    start,
)
from troth.practices.replies import AGREEABLE, MOST, SAID, WORDS, Reply, kind_of, may_say

DIGEST = "0f" * 32


def reply(**given: Any) -> Reply:
    return Reply(**{"of": ELSEWHERE, "digest": DIGEST, "practice": "promises", "said": "kept", **given})


def a_reply(**given: Any) -> Document[Reply]:
    return start("replies", reply(**given), at=MADE, on=SUNDAY)


def a_copy(practice: str = "promises", state: str = "open", **fields: Any) -> Copy:
    return Copy(practice=practice, schema=1, on=SUNDAY, state=state, fields=fields)


@pytest.mark.parametrize("said", SAID)
def test_each_can_be_said_of_a_promise(said: Any) -> None:
    assert decode(encode(a_reply(said=said))) == a_reply(said=said)


@pytest.mark.parametrize("practice", AGREEABLE[:3])
@pytest.mark.parametrize("said", WORDS)
def test_a_word_on_keeping_belongs_to_a_promise(practice: str, said: Any) -> None:
    assert a_reply(practice=practice, said="yes").state == "said"
    with pytest.raises(BadContent, match=r"^said: expected yes;"):
        a_reply(practice=practice, said=said)


@pytest.mark.parametrize("practice", sorted(set(names()) - set(AGREEABLE)))
def test_w09_nothing_else_of_the_other_can_be_replied_to(practice: str) -> None:
    with pytest.raises(BadContent, match=r"^practice: expected one of"):
        a_reply(practice=practice, said="yes")
    assert may_say(a_copy(practice), at=AFTER) == ()


@pytest.mark.parametrize("bad", ["", "0f", "g" * 64, None, 3])
def test_a_digest_is_one(bad: Any) -> None:
    with pytest.raises(BadContent, match=r"^digest: expected"):
        a_reply(digest=bad)


def test_a_note_has_at_most_five_hundred_characters() -> None:
    with pytest.raises(BadContent, match=r"^note: expected at most 500 characters, got 501$"):
        a_reply(note="x" * (MOST + 1))


@pytest.mark.parametrize(
    ("copy", "at", "said"),
    [
        (a_copy("plans", "draft"), BEFORE, ("yes",)),
        (a_copy("plans", "agreed"), BEFORE, ("yes",)),
        (a_copy("plans", "withdrawn"), BEFORE, ()),
        (a_copy("triggers", "active"), BEFORE, ("yes",)),
        (a_copy("boundaries", "standing"), BEFORE, ("yes",)),
        (a_copy("boundaries", "let_go"), BEFORE, ()),
        (a_copy(due=DUE.isoformat()), BEFORE, ("yes",)),
        (a_copy(due=DUE.isoformat()), DUE, WORDS),
        (a_copy(due=DUE.isoformat()), AFTER, WORDS),
        (a_copy(), AFTER, ("yes",)),
        (a_copy(due="soon"), AFTER, ("yes",)),
        (a_copy(due=None), AFTER, ("yes",)),
        (a_copy(due="2026-03-01T09:00:00"), AFTER, ("yes",)),
        (a_copy(state="kept"), BEFORE, WORDS),
        (a_copy(state="kept_late"), BEFORE, WORDS),
        (a_copy(state="missed"), BEFORE, WORDS),
        (a_copy(state="withdrawn"), AFTER, ()),
    ],
)
def test_what_may_be_said_to_a_copy(copy: Copy, at: Any, said: tuple[str, ...]) -> None:
    assert may_say(copy, at=at) == said


def test_a_yes_and_a_word_are_two_kinds() -> None:
    assert [kind_of(said) for said in SAID] == ["yes", "word", "word", "word"]


def test_it_can_be_taken_back_and_then_nothing_else() -> None:
    assert [one.name for one in open_moves(a_reply(), at=MADE)] == ["withdraw"]
    withdrawn = move(a_reply(), "withdraw", at=AFTER)
    assert (withdrawn.state, open_moves(withdrawn, at=AFTER)) == ("withdrawn", ())


def test_only_its_note_can_be_changed() -> None:
    assert edit(a_reply(), reply(note="On time"), at=AFTER).content.note == "On time"
    with pytest.raises(BadContent, match=r"^said: expected no change here"):
        edit(a_reply(), reply(said="missed"), at=AFTER)


def test_its_note_is_its_title_and_what_search_finds() -> None:
    assert line_of(a_reply(note="On time")).title == "On time"
    assert matches(a_reply(note="On time"), "time")
    assert not matches(a_reply(), "promises")


def test_a_digest_names_the_words_and_neither_day_nor_state() -> None:
    copy = copy_of(Portion(document=a_promise(), fields=("wording", "due")))
    later = Copy(
        practice=copy.practice,
        schema=1,
        on=date(2026, 5, 1),
        state="kept",
        fields=dict(reversed(copy.fields.items())),
    )
    assert digest_of(later) == digest_of(copy)
    for other in ({"wording": "Another", "due": copy.fields["due"]}, {"wording": copy.fields["wording"]}):
        assert digest_of(
            Copy(practice=copy.practice, schema=1, on=copy.on, state="open", fields=other)
        ) != digest_of(copy)


def test_its_copy_says_no_day() -> None:
    assert copy_of(Portion(document=a_reply(), fields=("said",))).on == date.min


def test_it_stands_apart_and_rates_nobody() -> None:
    practice = named("replies")
    assert (practice.shareable, practice.apart, practice.happens) == (True, True, ())
    assert practice.readings(a_reply()) == ()
