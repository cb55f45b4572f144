"""Efforts: one thing that they tried, noticed and kept. Never a rating."""

from troth.practices.efforts.content import KINDS, MOST_WHAT, Effort, Kind
from troth.practices.efforts.practice import PRACTICE
from troth.practices.efforts.remembering import FRESH_DAYS, worth_remembering

__all__ = ["FRESH_DAYS", "KINDS", "MOST_WHAT", "PRACTICE", "Effort", "Kind", "worth_remembering"]
