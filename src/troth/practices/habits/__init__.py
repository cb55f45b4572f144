"""Habits: counts of what helped and what hurt in one's own messages, kept because their writer asked. Never the words."""

from troth.practices.habits.content import MARKS, MOST_MONTHS, Counted, CountedMonth
from troth.practices.habits.practice import PRACTICE

__all__ = ["MARKS", "MOST_MONTHS", "PRACTICE", "Counted", "CountedMonth"]
