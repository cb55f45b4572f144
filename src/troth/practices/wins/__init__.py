"""Wins: something that went well, however small."""

from troth.practices.wins.content import MOST_WHAT, WIN_KINDS, Win, WinKind
from troth.practices.wins.practice import PRACTICE

__all__ = ["MOST_WHAT", "PRACTICE", "WIN_KINDS", "Win", "WinKind"]
