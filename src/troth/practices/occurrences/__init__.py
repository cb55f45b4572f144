"""Occurrences: a trigger happened, in two taps; what I did and what helped may follow."""

from troth.practices.occurrences.content import HELPED, MOST, Helped, Occurrence
from troth.practices.occurrences.practice import PRACTICE

__all__ = ["HELPED", "MOST", "PRACTICE", "Helped", "Occurrence"]
