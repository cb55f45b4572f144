"""Rests: a small plan for one's own rest. It belongs to the writer alone."""

from troth.practices.rests.content import KINDS, MOST_WHAT, Kind, Rest
from troth.practices.rests.practice import PRACTICE

__all__ = ["KINDS", "MOST_WHAT", "PRACTICE", "Kind", "Rest"]
