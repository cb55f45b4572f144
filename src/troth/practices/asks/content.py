"""What an ask holds: a question for my person, and what they said."""

from typing import Literal, get_args

from troth.practices.content import content, tidy_text, write_back

MOST_QUESTION = 500
MOST_ANSWER = 2_000
Way = Literal["face_to_face", "message", "not_yet"]
WAYS: tuple[Way, ...] = get_args(Way)


def _tidy_answer(words: str) -> str:
    return tidy_text(words, field="answer", most=MOST_ANSWER)


@content
class Ask:
    """A question about how I can help.

    question : my own, or from a card
    answer : what they said, in their words; empty where they have not said
    way : how I asked or mean to ask
    """

    question: str
    answer: str = ""
    way: Way = "not_yet"

    def __post_init__(self) -> None:
        question = tidy_text(self.question, field="question", least=1, most=MOST_QUESTION)
        write_back(self, question=question, answer=_tidy_answer(self.answer))


@content
class Answer:
    """What the move *ask* takes: what they said, if they did, and how it was asked."""

    answer: str = ""
    way: Way = "face_to_face"

    def __post_init__(self) -> None:
        write_back(self, answer=_tidy_answer(self.answer))
