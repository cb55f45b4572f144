"""Affirmations: own words of affection or steadiness, on a gentle rhythm."""

from troth.practices.affirmations.content import MOST_WORDS, RHYTHMS, Affirmation, Rhythm
from troth.practices.affirmations.empty import ANYWHERE, OPENING, is_empty_reassurance
from troth.practices.affirmations.practice import PRACTICE
from troth.practices.affirmations.rhythm import ready, said_on

__all__ = [
    "ANYWHERE",
    "MOST_WORDS",
    "OPENING",
    "PRACTICE",
    "RHYTHMS",
    "Affirmation",
    "Rhythm",
    "is_empty_reassurance",
    "ready",
    "said_on",
]
