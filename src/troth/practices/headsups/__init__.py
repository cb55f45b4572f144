"""Heads-ups: a plan, a change or a feeling that is told early."""

from troth.practices.headsups.content import KINDS, MOST_HOW, MOST_WHAT, Headsup, Kind, Told
from troth.practices.headsups.practice import PRACTICE

__all__ = ["KINDS", "MOST_HOW", "MOST_WHAT", "PRACTICE", "Headsup", "Kind", "Told"]
