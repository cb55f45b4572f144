"""Reflections: the answer to a small question of the programme, in one's own words."""

from troth.practices.reflections.content import MOST_ANSWER, Reflection
from troth.practices.reflections.practice import PRACTICE

__all__ = ["MOST_ANSWER", "PRACTICE", "Reflection"]
