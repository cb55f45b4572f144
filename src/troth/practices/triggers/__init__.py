"""Triggers: what sets old pain off, what helps then, and the days that are hard every year."""

from troth.practices.triggers.content import MOST, MOST_WHAT, Trigger, in_year
from troth.practices.triggers.days import DAYS_AHEAD, Coming, coming_up, next_hard_day
from troth.practices.triggers.practice import PRACTICE

__all__ = [
    "DAYS_AHEAD",
    "MOST",
    "MOST_WHAT",
    "PRACTICE",
    "Coming",
    "Trigger",
    "coming_up",
    "in_year",
    "next_hard_day",
]
