"""Held back: what has not been said, and what is to become of it. Never shared."""

from troth.practices.heldback.content import DECISIONS, MOST_WHAT, MOST_WORDS, Decision, Heldback
from troth.practices.heldback.practice import PRACTICE

__all__ = ["DECISIONS", "MOST_WHAT", "MOST_WORDS", "PRACTICE", "Decision", "Heldback"]
