"""The declaration of questionnaires: begun, then finished; what was answered stays as it was answered."""

from dataclasses import replace
from datetime import datetime

from troth.practices.document import Document, Line
from troth.practices.errors import BadContent
from troth.practices.plug import Move, Practice
from troth.practices.questionnaires.content import Answered, Answers
from troth.safety import Sign


def _answer(answered: Answered, given: Answers, _at: datetime) -> Answered:
    return replace(answered, answers={**answered.answers, **given.answers}, shown=given.shown)


def _finish(answered: Answered, _given: None, _at: datetime) -> Answered:
    if not answered.answers:
        raise BadContent("answers", "one answer at least", reason="empty")
    return answered


def _line(document: Document[Answered]) -> Line:
    answered = document.content
    # No score and no answer: a timeline is looked at with others near by.
    return Line(
        title=answered.title,
        state=document.state,
        facts={"instrument": answered.instrument, "answered": len(answered.answers), "of": answered.items},
    )


def _words(document: Document[Answered]) -> tuple[str, ...]:
    return document.content.title, document.content.note


def _signs(document: Document[Answered]) -> tuple[Sign, ...]:
    return tuple(sign for shown in document.content.shown if (sign := _sign(shown.reaction, shown.toward)))


def _sign(reaction: str, toward: str) -> Sign | None:
    if reaction == "partner-violence":
        return Sign("partner_violence", "me", 1)
    if reaction == "control" and toward != "self":
        return Sign("isolation", "me" if toward == "me" else "other", 1)
    return None  # self-harm: help lines come first on the page; it says nothing of the two people


# Never shared with the other person in a bond: questionnaires are one's own (specification of questionnaires, section 1).
PRACTICE = Practice(
    name="questionnaires",
    schema=1,
    content=Answered,
    first="begun",
    states=("begun", "finished"),
    fixed=("instrument", "version", "title", "items", "answers", "shown"),
    moves=(
        Move(name="answer", from_states=("begun",), to="begun", given=Answers, apply=_answer),
        Move(name="finish", from_states=("begun",), to="finished", apply=_finish),
    ),
    line=_line,
    words=_words,
    guards=True,
    gate_signs=_signs,
    shareable=False,
    lesson="a8",
)
