"""Search: all words, anywhere, however they were typed."""

import unicodedata
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.practices.examples import a_checkin, a_promise, a_repair, a_win
from tests.practices.random_entries import lives
from troth.practices import Document, Search, decode, encode, matches
from troth.practices.repairs import PARTS, Repair
from troth.practices.search import fold

FOUND = [
    ("Coffee at the café", "cafe"),
    ("Coffee at the cafe\u0301", "CAFÉ"),
    ("cafe", "café"),
    ("We don’t shout", "don't"),
    ("We don't shout", "don’t"),
    ("„Müde“ – aber gut", '"mude" - aber'),
    ("große Straße", "STRASSE GROSSE"),
    ("Łódź, Ærø, Đà Nẵng", "lodz aero da nang"),
    ("İstanbul", "istanbul"),
    ("ISPARTA ıslak", "islak"),
    ("Ὀδυσσεύς", "οδυσσευσ"),
    ("Ёлка", "елка"),
    ("שָׁלוֹם", "שלום"),
    ("مُحَمَّد", "محمد"),
    ("ﬁne at №5", "fine no5"),
    ("soft\u00adhyphen and zero\u200bwidth", "softhyphen zerowidth"),
    ("full　ｗｉｄｔｈ", "width"),
    ("He called at six", "six called"),
    ("remembering", "member"),
    ("two\nlines", "two lines"),
    ("한국어", "한국"),
]


@pytest.mark.parametrize(("text", "query"), FOUND)
def test_words_are_found_however_they_are_typed(text: str, query: str) -> None:
    assert matches(a_checkin(note=text), query)


NOT_FOUND = [
    ("Coffee at the cafe", "tea"),
    ("He called", "he called six"),
    ("cafe", "ca fé e2"),
    ("か", "が"),
    ("क", "कि"),
]


@pytest.mark.parametrize(("text", "query"), NOT_FOUND)
def test_what_is_not_there_is_not_found(text: str, query: str) -> None:
    assert not matches(a_checkin(note=text), query)


def test_each_practice_is_searched_in_all_that_was_written() -> None:
    assert matches(a_promise(wording="Call", to="Ben"), "ben call")
    assert matches(a_win(what="We laughed"), "laugh")
    for part in PARTS:
        assert matches(a_repair(Repair(**{part: "alarm clock"})), "clock alarm")


def test_what_was_chosen_and_not_written_is_not_searched() -> None:
    assert not matches(a_promise(size="small", dimension="integrity"), "integrity")
    assert not matches(a_win(kind="small_risk"), "risk")


@pytest.mark.parametrize("query", ["", "  \n\t ", "\u200b"])
def test_no_words_match_everything(query: str) -> None:
    assert matches(a_win(), query)
    assert Search(query).matches(decode(b'{"practice":"tides","schema":1}'))


def test_a_word_does_not_run_from_one_field_into_the_next() -> None:
    assert not matches(a_promise(wording="Call", to="Ben"), "callben")


def test_one_question_can_be_asked_of_many() -> None:
    search = Search("laugh")
    assert [search.matches(win) for win in (a_win(), a_win(what="Quiet"), a_win(what="LAUGH"))] == [
        True,
        False,
        True,
    ]


@given(st.text())
def test_folding_twice_is_folding_once_for_what_a_query_holds(text: str) -> None:
    assert all(word in fold(text) for word in fold(text).split())


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_the_way_of_writing_does_not_count(text: str) -> None:
    forms = {fold(unicodedata.normalize(form, text)) for form in ("NFC", "NFD", "NFKC", "NFKD")}
    assert forms == {fold(text)}


@given(st.text(st.characters(max_codepoint=0x24F, exclude_categories=["Cs", "Cc"])))
def test_case_does_not_count(text: str) -> None:
    assert fold(text.upper()) == fold(text.lower()) == fold(text)


@given(lives, st.data())
def test_a_part_of_what_was_written_is_always_found(document: Document[Any], data: Any) -> None:
    text = data.draw(st.sampled_from(words_of(document) or [""]))
    begin = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(begin, len(text)))
    assert matches(document, text)
    assert matches(decode(encode(document)), text)
    assert matches(document, text[begin:end]) or not is_plain(text)


def words_of(document: Document[Any]) -> list[str]:
    content = document.content
    fields = ("wording", "to", "note", "what", *PARTS)
    return [getattr(content, field) for field in fields if getattr(content, field, "")]


def is_plain(text: str) -> bool:
    """Cutting between a letter and its accent, or inside one folded sign, may change what the letter is."""
    return text.isascii()
