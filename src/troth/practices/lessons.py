"""The short lesson of each practice: Markdown with a front matter in TOML, in the practice's own folder."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import msgspec

from troth.practices.errors import BadPractice
from troth.practices.readers import reader_of
from troth.practices.registry import named

FENCE = "+++\n"


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
    Decision 0004.

    Examples
    --------
    >>> lesson("repairs").sources[0].year
    2016
    """
    return _read(name, named(name).lesson)


@cache
def _read(name: str, package: str) -> Lesson:
    try:
        text = files(package).joinpath("lesson.md").read_text(encoding="utf-8")
        front, body = text.removeprefix(FENCE).split("\n" + FENCE, maxsplit=1)
        fields: dict[str, Any] = {**tomllib.loads(front), "body": body.strip()}
        return msgspec.convert(fields, Lesson)
    except (OSError, ImportError, ValueError, msgspec.ValidationError) as error:
        raise BadPractice(
            f"{name}: expected lesson.md with TOML between two lines of +++: {error}"
        ) from error
