"""What a step or card of the programme holds, and how its file is read."""

from dataclasses import dataclass
from typing import TypeVar

import msgspec

from troth.practices.errors import BadPractice
from troth.practices.front import split_front
from troth.practices.lessons import Lesson, Source, lesson
from troth.practices.readers import reader_of
from troth.practices.registry import find

STEP_KEYS = tuple(f"a{number}" for number in range(1, 14))
CARD_KEYS = tuple(f"b{number}" for number in range(1, 13))


@dataclass(frozen=True, kw_only=True, slots=True)
class ProgrammeStep:
    """One step of the programme.

    key : ``a1`` to ``a13``
    title, line : its name, and one sentence for the path
    lesson : what is read at this step
    practices : names of what is done at this step; not all need to be installed
    question : one small question, answered in one's own words
    cards : keys of the cards that belong here
    """

    key: str
    title: str
    line: str
    lesson: Lesson
    practices: tuple[str, ...]
    question: str
    cards: tuple[str, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Card:
    """One card: ``body`` is Markdown, ``question`` is empty where there is none."""

    key: str
    title: str
    body: str
    not_this: str
    practices: tuple[str, ...]
    sources: tuple[Source, ...] = ()
    question: str = ""


class _StepFile(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    title: str
    line: str
    practices: tuple[str, ...]
    question: str
    cards: tuple[str, ...]
    lesson: str = ""
    minutes: int = 0
    not_this: str = ""
    sources: tuple[Source, ...] = ()


class _CardFile(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    title: str
    not_this: str
    practices: tuple[str, ...]
    sources: tuple[Source, ...] = ()
    question: str = ""


F = TypeVar("F", _StepFile, _CardFile)
# Looked over here, where no other thread can be.
reader_of(_StepFile)
reader_of(_CardFile)


def step_from(key: str, text: str) -> ProgrammeStep:
    """Read a step from the text of its file.

    Parameters
    ----------
    key : the step's key
    text : front matter and lesson; with ``lesson`` in the front matter, the lesson of that practice is taken instead

    Returns
    -------
    ProgrammeStep : the step with its lesson

    Raises
    ------
    BadPractice : written wrongly, or the practice whose lesson it takes is not there

    Source
    ------
    Our choice: one file a step, so that whoever corrects a lesson opens one file.

    Examples
    --------
    >>> step_from("a1", "no front matter")
    Traceback (most recent call last):
    troth.practices.errors.BadPractice: a1: no two lines of +++
    """
    front, body = _written(key, text, _StepFile)
    if bool(front.lesson) == bool(body):
        raise BadPractice(f"{key}: expected either a lesson below the front matter or the name of one")
    if not set(front.cards) <= set(CARD_KEYS):
        raise BadPractice(f"{key}: expected cards from {CARD_KEYS[0]} to {CARD_KEYS[-1]}")
    read = _lesson(key, front, body)
    _expect_not(key, read.not_this)
    return ProgrammeStep(
        key=key,
        title=front.title,
        line=front.line,
        lesson=read,
        practices=front.practices,
        question=front.question,
        cards=front.cards,
    )


def card_from(key: str, text: str) -> Card:
    """Read a card from the text of its file.

    Parameters
    ----------
    key : the card's key
    text : front matter and words

    Returns
    -------
    Card : the card

    Raises
    ------
    BadPractice : written wrongly

    Source
    ------
    Our choice, as for steps.

    Examples
    --------
    >>> card_from("b1", '+++\\ntitle = "Tides"\\n+++\\n')
    Traceback (most recent call last):
    troth.practices.errors.BadPractice: b1: Object missing required field `not_this`
    """
    front, body = _written(key, text, _CardFile)
    if not body:
        raise BadPractice(f"{key}: expected words below the front matter")
    _expect_not(key, front.not_this)
    return Card(key=key, body=body, **msgspec.structs.asdict(front))


def _written(key: str, text: str, kind: type[F]) -> tuple[F, str]:
    try:
        front, body = split_front(text)
        return msgspec.convert(front, kind), body
    except (ValueError, msgspec.ValidationError) as error:
        raise BadPractice(f"{key}: {error}") from error


def _lesson(key: str, front: _StepFile, body: str) -> Lesson:
    if front.lesson:
        if find(front.lesson) is None:
            raise BadPractice(f"{key}: expected the name of a practice that has a lesson")
        return lesson(front.lesson)
    if not front.sources or front.minutes < 1:
        raise BadPractice(f"{key}: expected sources, and minutes from 1")
    return Lesson(
        title=front.title, minutes=front.minutes, body=body, sources=front.sources, not_this=front.not_this
    )


def _expect_not(key: str, not_this: str) -> None:
    if not not_this.startswith("Not "):
        raise BadPractice(f"{key}: expected not_this to begin with 'Not '")
