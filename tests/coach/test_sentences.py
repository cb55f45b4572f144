"""Sentences: offsets slice the text as given, whatever was typed."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from troth.coach import sentences


def parts(text):
    return [text[one.start : one.end] for one in sentences(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("I was late. I'm sorry.", ["I was late.", "I'm sorry."]),
        ("Really? Yes! Fine…", ["Really?", "Yes!", "Fine…"]),
        ("I asked Dr. Wiebe today.", ["I asked Dr. Wiebe today."]),
        ("first line\nsecond line", ["first line", "second line"]),
        ('You said "trust me." I flinched.', ['You said "trust me."', "I flinched."]),
        ("Home at 8.30 or 9.", ["Home at 8.30 or 9."]),
        ("  spaces around.  ", ["spaces around."]),
        ("That went well 😀", ["That went well 😀"]),
        ("Done. 😀 Next.", ["Done. 😀", "Next."]),
        ("Où es-tu ? Là.", ["Où es-tu ?", "Là."]),
        ("", []),
        (" \n\t ", []),
    ],
)
def test_a_message_is_split_where_a_reader_would(text, expected):
    assert parts(text) == expected


def test_a_run_without_signs_is_split_by_the_model():
    text = "i shouldnt of read your messages i know that ill leave your phone alone from now on what would help you"
    assert len(parts(text)) >= 2


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=200))
def test_every_sign_that_is_not_space_lies_in_one_sentence(text):
    last = 0
    for one in sentences(text):
        assert last <= one.start < one.end <= len(text)
        assert not text[last : one.start].strip()
        assert text[one.start : one.end] == text[one.start : one.end].strip()
        last = one.end
    assert not text[last:].strip()


def test_a_line_without_end_is_cut_into_pieces():
    text = "word" * 5_000
    assert "".join(parts(text)) == text
    assert max(map(len, parts(text))) <= 1_000
