"""Flesch-Kincaid: how many years of school a text asks for. Kincaid et al. 1975."""

import re

SENTENCE = re.compile(r"[.!?:]+[\"”*)]*(?:\s|$)|\n\s*\n|\n(?=[-\d#])")
WORD = re.compile(r"[A-Za-z’'-]*[A-Za-z][A-Za-z’'-]*|\d+")
VOWELS = re.compile(r"[aeiouy]+")


def words_of(markdown: str) -> list[str]:
    return WORD.findall(markdown)


def sentences_of(markdown: str) -> list[str]:
    return [part for part in SENTENCE.split(markdown) if words_of(part)]


def syllables_of(word: str) -> int:
    """Groups of vowels, without a silent e at the end; at least one."""
    lower = word.lower().strip("'’-")
    groups = len(VOWELS.findall(lower))
    silent = re.search(r"[^aeiouyl]e$|[^aeioudt]ed$|[^aeiousxz]es$", lower) is not None and groups > 1
    return max(1, groups - silent)


def grade_of(markdown: str) -> float:
    """0.39 × words a sentence + 11.8 × syllables a word − 15.59."""
    words = words_of(markdown)
    syllables = sum(map(syllables_of, words))
    return 0.39 * len(words) / len(sentences_of(markdown)) + 11.8 * syllables / len(words) - 15.59
