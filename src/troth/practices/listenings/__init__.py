"""Listenings: a talk that I listened to, and what slipped into my answer."""

from troth.practices.listenings.content import MOST, SLIPS, Listening, Slip
from troth.practices.listenings.practice import PRACTICE

__all__ = ["MOST", "PRACTICE", "SLIPS", "Listening", "Slip"]
