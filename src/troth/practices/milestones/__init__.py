"""Milestones: something that the two of you got past, in the writer's own words."""

from troth.practices.milestones.content import MOST_WHAT, Milestone
from troth.practices.milestones.practice import PRACTICE

__all__ = ["MOST_WHAT", "PRACTICE", "Milestone"]
