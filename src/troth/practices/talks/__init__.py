"""Talks: what stays with me of a talk in which one speaks, the other says back, and then they swap."""

from troth.practices.talks.content import MOST, Talk
from troth.practices.talks.practice import PRACTICE

__all__ = ["MOST", "PRACTICE", "Talk"]
