"""Signs: moments in which mistrust may have spoken, what else they may mean, and what came before them."""

from troth.practices.signs.content import BEHAVIOURS, BELIEFS, HELPED, KINDS, MOST, Noticed
from troth.practices.signs.looking_back import (
    ENOUGH,
    Before,
    NotEnough,
    WhatHelped,
    what_came_before,
    what_helped,
)
from troth.practices.signs.practice import PRACTICE

__all__ = [
    "BEHAVIOURS",
    "BELIEFS",
    "ENOUGH",
    "HELPED",
    "KINDS",
    "MOST",
    "PRACTICE",
    "Before",
    "NotEnough",
    "Noticed",
    "WhatHelped",
    "what_came_before",
    "what_helped",
]
