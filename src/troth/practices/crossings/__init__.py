"""Crossings: a boundary was held, or it was crossed."""

from troth.practices.crossings.content import BY, MOST, OUTCOMES, By, Crossing, Outcome
from troth.practices.crossings.practice import PRACTICE

__all__ = ["BY", "MOST", "OUTCOMES", "PRACTICE", "By", "Crossing", "Outcome"]
