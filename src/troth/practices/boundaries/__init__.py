"""Boundaries: limits, theirs and mine."""

from troth.practices.boundaries.content import MOST, MOST_WORDING, WHOSE, Boundary, Whose
from troth.practices.boundaries.practice import PRACTICE

__all__ = ["MOST", "MOST_WORDING", "PRACTICE", "WHOSE", "Boundary", "Whose"]
