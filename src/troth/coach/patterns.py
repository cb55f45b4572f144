"""Patterns over words: a small language for rules, so that each can be read, and only those that could hold are tried.

A pattern is items with spaces between: a word or several with ``/`` (``or/otherwise``), words that belong together with ``_``
(``watch_your_back``), a class of words in braces (``{harm}``), a gap of at most three words ``~`` or of at most so many ``~8``,
an item that may be missing with ``?`` at its end, ``^`` for the beginning and ``$`` for the end of the sentence.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from tomllib import loads
from typing import Any

TOKEN = re.compile(r"[^\W_]+(?:'[^\W_]+)*|[?!.,:;]")
GAP = re.compile(r"~(\d*)")
# Words so common that they don't tell which rules could hold.
COMMON = frozenset(
    [
        "a",
        "an",
        "and",
        "are",
        "at",
        "be",
        "but",
        "by",
        "can",
        "do",
        "for",
        "from",
        "get",
        "go",
        "had",
        "has",
        "have",
        "he",
        "her",
        "him",
        "his",
        "i",
        "i'd",
        "i'll",
        "i'm",
        "i've",
        "if",
        "in",
        "is",
        "it",
        "its",
        "me",
        "my",
        "no",
        "not",
        "of",
        "on",
        "or",
        "our",
        "out",
        "she",
        "so",
        "that",
        "the",
        "their",
        "them",
        "then",
        "they",
        "this",
        "to",
        "up",
        "us",
        "was",
        "we",
        "what",
        "when",
        "will",
        "with",
        "would",
        "you",
        "you'd",
        "you'll",
        "you're",
        "you've",
        "your",
        ".",
        ",",
        "?",
        "!",
        ":",
        ";",
    ]
)


def worded(spelled_out: str) -> str:
    """Write a sentence that is spelled out as words and signs with one space around each."""
    return f" {' '.join(TOKEN.findall(spelled_out))} "


@dataclass(frozen=True, slots=True)
class Pattern:
    """A compiled pattern, and for each of its items the words of which it needs one; the item that tells most comes first."""

    sign: re.Pattern[str]
    needs: tuple[frozenset[str], ...]

    def could_hold(self, words: frozenset[str]) -> bool:
        """Say whether a sentence of these words has one for each item."""
        return not any(map(words.isdisjoint, self.needs))


@cache
def _words_file() -> Mapping[str, Any]:
    return loads(files("troth.coach").joinpath("words.toml").read_text(encoding="utf-8"))


@cache
def classes() -> Mapping[str, tuple[str, ...]]:
    """Words that stand for each other, by the name of their class."""
    return {name: tuple(words.split()) for name, words in _words_file().items() if name != "beside"}


def beside() -> list[str]:
    """Words that are known to be English and belong to no class."""
    known: str = _words_file()["beside"]["known"]
    return known.split()


def compiled(pattern: str) -> Pattern:
    """Compile one pattern.

    Raises ``ValueError`` that names an unknown class.
    """
    parts: list[str] = []
    needs: list[frozenset[str]] = []
    for item in pattern.split():
        gap = GAP.fullmatch(item)
        if item in "^$":
            parts.append("^ " if item == "^" else r"(?:[.!?,] )*$")
        elif gap:
            parts.append(f"(?:[^ .?!:;]+ ){{0,{gap[1] or 3}}}?")
        else:
            loose = len(item) > 1 and item.endswith("?")
            words = tuple(_alternatives(item[:-1] if loose else item))
            inside = "|".join(
                re.escape(word.replace("_", " ")) for word in sorted(words, key=len, reverse=True)
            )
            parts.append(f"(?:(?:{inside}) )" + ("?" if loose else ""))
            if not loose:
                needs.append(frozenset(map(_rarest, words)))
    body = "".join(parts)
    sign = re.compile(body if body.startswith("^") else f"(?<= ){body}")
    return Pattern(sign, tuple(sorted(needs, key=lambda one: (not one.isdisjoint(COMMON), len(one)))))


def _alternatives(item: str) -> Iterable[str]:
    for one in item.split("/"):
        if one.startswith("{"):
            name = one.strip("{}")
            if name not in classes():
                raise ValueError(f"pattern: no class {name!r}")
            yield from classes()[name]
        else:
            yield one


def _rarest(word: str) -> str:
    """Give the part of a phrase that tells most: its longest word that is not common."""
    parts = word.split("_")
    return max(parts, key=lambda one: (one not in COMMON, len(one)))


@dataclass(frozen=True, slots=True)
class Book:
    """Patterns, and which of them a word calls up."""

    patterns: tuple[Pattern, ...]
    always: tuple[int, ...]
    by_word: Mapping[str, tuple[int, ...]]

    def called(self, sentence: str) -> list[int]:
        """Give the places of the patterns that could hold, in order."""
        words = frozenset(sentence.split())
        found = set(self.always)
        for word in words:
            found.update(self.by_word.get(word, ()))
        return sorted(place for place in found if self.patterns[place].could_hold(words))


def book(patterns: Sequence[Pattern]) -> Book:
    """Sort patterns by the words that they need."""
    by_word: dict[str, list[int]] = {}
    for place, one in enumerate(patterns):
        for word in one.needs[0] if one.needs else ():
            by_word.setdefault(word, []).append(place)
    always = tuple(place for place, one in enumerate(patterns) if not one.needs)
    return Book(tuple(patterns), always, {word: tuple(places) for word, places in by_word.items()})
