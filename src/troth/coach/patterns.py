"""Patterns over words: a small language for rules, so that each can be read, and only those that could hold are tried.

A pattern is items with spaces between: a word or several with ``/`` (``or/otherwise``), words that belong together with ``_``
(``watch_your_back``), a class of words in braces (``{harm}``), a gap of at most three words ``~`` or of at most so many ``~8``,
an item that may be missing with ``?`` at its end, ``^`` for the beginning and ``$`` for the end of the sentence.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
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
    """A compiled pattern, and the words of which it needs one (none: it must always be tried)."""

    sign: re.Pattern[str]
    needs: frozenset[str]


@lru_cache(maxsize=1)
def classes() -> Mapping[str, tuple[str, ...]]:
    """Words that stand for each other, by the name of their class."""
    read: dict[str, Any] = loads(files("troth.coach").joinpath("words.toml").read_text(encoding="utf-8"))
    return {name: tuple(words.split()) for name, words in read.items()}


def compiled(pattern: str) -> Pattern:
    """Compile one pattern.

    Raises ``ValueError`` that names an unknown class.
    """
    parts: list[str] = []
    best: tuple[str, ...] | None = None
    for item in pattern.split():
        gap = GAP.fullmatch(item)
        if item in "^$":
            parts.append("^ " if item == "^" else r"(?:[.!?,] )*$")
        elif gap:
            parts.append(f"(?:[^ .?!:;]+ ){{0,{gap[1] or 3}}}?")
        else:
            loose = len(item) > 1 and item.endswith("?")
            words = tuple(_words(item[:-1] if loose else item))
            inside = "|".join(
                re.escape(word.replace("_", " ")) for word in sorted(words, key=len, reverse=True)
            )
            parts.append(f"(?:(?:{inside}) )" + ("?" if loose else ""))
            if not loose and _rare(words) and (best is None or len(words) < len(best)):
                best = words
    body = "".join(parts)
    sign = re.compile(body if body.startswith("^") else f"(?<= ){body}")
    return Pattern(sign, frozenset(_rarest(word) for word in best) if best else frozenset())


def _words(item: str) -> Iterable[str]:
    for one in item.split("/"):
        if one.startswith("{"):
            name = one.strip("{}")
            if name not in classes():
                raise ValueError(f"pattern: no class {name!r}")
            yield from classes()[name]
        else:
            yield one


def _rare(words: Sequence[str]) -> bool:
    return all(_rarest(word) not in COMMON for word in words)


def _rarest(word: str) -> str:
    """Give the part of a phrase that tells most: its longest word that is not common."""
    parts = word.split("_")
    return max(parts, key=lambda one: (one not in COMMON, len(one)))


@dataclass(frozen=True, slots=True)
class Book:
    """Rules, and which of them a word calls up."""

    always: tuple[int, ...]
    by_word: Mapping[str, tuple[int, ...]]

    def called(self, sentence: str) -> list[int]:
        """Give the places of the rules that could hold, in order."""
        found = set(self.always)
        for word in set(sentence.split()):
            found.update(self.by_word.get(word, ()))
        return sorted(found)


def book(patterns: Sequence[Pattern]) -> Book:
    """Sort patterns by the words that they need."""
    by_word: dict[str, list[int]] = {}
    for place, one in enumerate(patterns):
        for word in one.needs:
            by_word.setdefault(word, []).append(place)
    always = tuple(place for place, one in enumerate(patterns) if not one.needs)
    return Book(always, {word: tuple(places) for word, places in by_word.items()})
