"""Paces: how fast it may go between two people, said by one of them for themself, without a reason."""

from troth.practices.paces.content import HOWS, How, Pace
from troth.practices.paces.practice import PRACTICE

__all__ = ["HOWS", "PRACTICE", "How", "Pace"]
