"""Rehearsals: a message that is not sent yet, kept because its writer asked for it. Never shared."""

from troth.practices.rehearsals.content import MOST, Rehearsed
from troth.practices.rehearsals.practice import PRACTICE

__all__ = ["MOST", "PRACTICE", "Rehearsed"]
