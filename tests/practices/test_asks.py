"""Asks: a question, then what they said, if they did."""

from datetime import timedelta

import pytest

from tests.practices.examples import AFTER, BEFORE, SUNDAY
from tests.practices.reading_grade import grade_of
from tests.practices.test_lessons import FORBIDDEN
from tests.practices.understanding import a_plan, an_ask
from troth.practices import BadContent, MoveRefused, line_of, move, open_moves, recap
from troth.practices.asks import MOST_QUESTION, WAYS, Answer, Ask, cards


def test_a_question_waits_to_be_asked() -> None:
    ask = an_ask()
    assert (ask.state, [one.name for one in open_moves(ask, at=BEFORE)]) == ("to_ask", ["ask"])
    assert dict(line_of(ask).facts) == {"way": "not_yet", "answered": False}


def test_asking_takes_their_answer() -> None:
    asked = move(an_ask(), "ask", at=BEFORE, given=Answer(answer="Leave me some time", way="message"))
    assert (asked.state, asked.content.answer, asked.content.way) == (
        "asked",
        "Leave me some time",
        "message",
    )
    assert dict(line_of(asked).facts) == {"way": "message", "answered": True}


def test_no_answer_is_an_answer_too() -> None:
    asked = move(an_ask(), "ask", at=BEFORE)
    assert (asked.state, asked.content.answer, asked.content.way) == ("asked", "", "face_to_face")


def test_asking_again_without_an_answer_takes_nothing_away() -> None:
    asked = move(an_ask(), "ask", at=BEFORE, given=Answer(answer="Time"))
    again = move(move(asked, "reopen", at=AFTER), "ask", at=AFTER, given=Answer())
    assert again.content.answer == "Time"
    better = move(move(asked, "reopen", at=AFTER), "ask", at=AFTER, given=Answer(answer="A walk"))
    assert better.content.answer == "A walk"


def test_what_was_asked_is_not_asked_twice() -> None:
    asked = move(an_ask(), "ask", at=BEFORE)
    assert [one.name for one in open_moves(asked, at=AFTER)] == ["reopen"]
    with pytest.raises(MoveRefused, match=r"^'ask' is not open in state 'asked'\.$"):
        move(asked, "ask", at=AFTER)


def test_only_an_answer_is_taken_for_one() -> None:
    with pytest.raises(BadContent, match=r"^content: expected a Answer, got a Plan$"):
        move(an_ask(), "ask", at=BEFORE, given=a_plan().content)


def test_the_week_counts_it_as_long_as_it_is_asked() -> None:
    asked = move(an_ask(), "ask", at=BEFORE)
    again = move(asked, "reopen", at=AFTER)
    twice = move(again, "ask", at=AFTER + timedelta(hours=1))
    counts = [recap([one], first_day=SUNDAY).counts["asks_asked"] for one in (an_ask(), asked, again, twice)]
    assert counts == [0, 1, 0, 1]


def test_a_question_has_some_words_and_at_most_five_hundred_characters() -> None:
    with pytest.raises(BadContent, match=r"^question: expected some words$"):
        an_ask(question="")
    with pytest.raises(BadContent, match=r"^question: expected at most 500 characters, got 501$"):
        an_ask(question="x" * 501)
    with pytest.raises(BadContent, match=r"^answer: expected at most 2000 characters, got 2001$"):
        Answer(answer="x" * 2_001)


def test_there_are_three_ways() -> None:
    assert WAYS == ("face_to_face", "message", "not_yet")
    with pytest.raises(BadContent, match=r"^way: expected one of face_to_face, message, not_yet$"):
        an_ask(way="post")


def test_there_are_twelve_cards_each_a_whole_question() -> None:
    assert len(cards()) == 12
    assert len({card.key for card in cards()}) == len({card.question for card in cards()}) == 12
    for card in cards():
        assert card.question.endswith("?")
        assert Ask(question=card.question).question == card.question
        assert len(card.question) <= MOST_QUESTION


@pytest.mark.parametrize("card", cards(), ids=lambda card: card.key)
def test_a_card_is_plain_and_for_any_bond(card: object) -> None:
    question = card.question  # type: ignore[attr-defined]
    assert grade_of(question) <= 9
    assert FORBIDDEN.findall(question) == []
    assert not {"love", "couple", "partner", "relationship"} & set(question.lower().split())
