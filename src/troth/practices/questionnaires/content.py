"""What one taking of a questionnaire holds. Answers are kept, not scores: a score follows from them by its stated rule."""

import re
from collections.abc import Mapping
from dataclasses import field
from typing import Literal

from troth.practices.content import content, tidy_text, write_back
from troth.practices.errors import BadContent

MOST_NOTE = 4_000
MOST_TITLE = 200
MOST_ITEMS = 500
ID = re.compile(r"[a-z][a-z0-9-]{1,39}")
VERSION = re.compile(r"\d{1,4}\.\d{1,4}")
NUMBER = re.compile(r"[1-9]\d{0,2}")


@content
class Shown:
    """Something that an answer showed and that the safety room has to know, as the questionnaire's definition says.

    reaction, toward : what it may be, and whom it is toward; ``self`` is the answerer's own life
    item, answer : the question and the answer that showed it
    """

    reaction: Literal["partner-violence", "self-harm", "control"]
    toward: Literal["self", "me", "other"]
    item: int
    answer: int


def _checked(answers: Mapping[str, int], *, items: int) -> None:
    for number, answer in answers.items():
        if not NUMBER.fullmatch(number) or int(number) > items:
            raise BadContent("answers", f"numbers of questions, 1 to {items}")
        if type(answer) is not int or not -10_000 <= answer <= 10_000:
            raise BadContent(f"answers.{number}", "a whole number")


@content
class Answered:
    """Answers to one questionnaire.

    instrument, version, title : which form, as it stood when it was begun
    items : how many questions it has
    answers : number of a question to the value of the chosen option; what was left blank has no number
    shown : what the answers showed that matters for safety
    note : in the writer's own words
    """

    instrument: str
    version: str
    title: str
    items: int
    answers: Mapping[str, int] = field(default_factory=dict)
    shown: tuple[Shown, ...] = ()
    note: str = ""

    def __post_init__(self) -> None:
        write_back(
            self,
            title=tidy_text(self.title, field="title", least=1, most=MOST_TITLE),
            note=tidy_text(self.note, field="note", most=MOST_NOTE),
        )
        if not ID.fullmatch(self.instrument):
            raise BadContent("instrument", "the id of a questionnaire")
        if not VERSION.fullmatch(self.version):
            raise BadContent("version", "major.minor")
        if not 1 <= self.items <= MOST_ITEMS:
            raise BadContent("items", f"1 to {MOST_ITEMS}")
        _checked(self.answers, items=self.items)


@content
class Answers:
    """Given with *answer*: answers that join or replace those there are; what they show of danger, all of it."""

    answers: Mapping[str, int]
    shown: tuple[Shown, ...] = ()
