"""The short lesson of each practice: Markdown with a front matter, in its own folder or as a step of the programme."""

import re
from dataclasses import dataclass
from functools import cache
from importlib.abc import Traversable
from importlib.resources import files

import msgspec

from troth.practices.errors import BadPractice, UnknownPractice
from troth.practices.front import split_front
from troth.practices.readers import reader_of
from troth.practices.registry import named

KEY = re.compile(r"[ab][1-9][0-9]?")


@dataclass(frozen=True, kw_only=True, slots=True)
class Source:
    """Where something in a lesson comes from."""

    text: str
    year: int
    url: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Lesson:
    """A lesson: ``body`` is Markdown, ``not_this`` says what the practice is not."""

    title: str
    minutes: int
    body: str
    sources: tuple[Source, ...]
    not_this: str


reader_of(Lesson)  # looked over here, where no other thread can be


def lesson(name: str) -> Lesson:
    """Read the lesson of a practice.

    Parameters
    ----------
    name : the practice's name

    Returns
    -------
    Lesson : title, minutes to read, body in Markdown, sources, what the practice is not

    Raises
    ------
    UnknownPractice : no practice of this name
    BadPractice : its lesson is missing or not written as lessons are

    Source
    ------
    Decision 0004. Several practices of one step of the programme share that step's lesson.

    Examples
    --------
    >>> lesson("repairs").sources[0].year
    2016
    """
    return _read(name, named(name).lesson)


@cache
def _read(name: str, place: str) -> Lesson:
    is_step = KEY.fullmatch(place) is not None
    try:
        fields, body = split_front(_file(place).read_text(encoding="utf-8"))
        if is_step and "lesson" in fields:
            return _read(name, _package_of(fields["lesson"]))
        return msgspec.convert({**fields, "body": body}, Lesson)
    except (OSError, ImportError, ValueError, UnknownPractice, msgspec.ValidationError) as error:
        where = f"steps/{place}.md" if is_step else "lesson.md"
        raise BadPractice(f"{name}: expected {where} with TOML between two lines of +++: {error}") from error


def _file(place: str) -> Traversable:
    if KEY.fullmatch(place):
        return files(__package__).joinpath("steps", f"{place}.md")
    return files(place).joinpath("lesson.md")


def _package_of(name: str) -> str:
    """A step may point to a practice with a lesson of its own; that one may not point back."""
    package = named(name).lesson
    if KEY.fullmatch(package):
        raise ValueError(f"{name} has no lesson of its own")
    return package
