"""Check-ins: how it is today, for the one who writes."""

from troth.practices.checkins.content import MOST_NOTE, Checkin, answered
from troth.practices.checkins.practice import PRACTICE

__all__ = ["MOST_NOTE", "PRACTICE", "Checkin", "answered"]
