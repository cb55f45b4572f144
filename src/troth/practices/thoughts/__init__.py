"""Thoughts: a thought that hurts, looked at from more than one side. Reframes and thought records. Never shared."""

from troth.practices.thoughts.change import Change, FeelingChange, change
from troth.practices.thoughts.content import (
    KINDS,
    MOST_FEELINGS,
    MOST_NAME,
    MOST_SHORT,
    MOST_WORDS,
    TRAPS,
    Feeling,
    Kind,
    Thought,
    Trap,
)
from troth.practices.thoughts.practice import PRACTICE
from troth.practices.thoughts.together import ENOUGH, NotEnough, OverTime, Worked, over_time

__all__ = [
    "ENOUGH",
    "KINDS",
    "MOST_FEELINGS",
    "MOST_NAME",
    "MOST_SHORT",
    "MOST_WORDS",
    "PRACTICE",
    "TRAPS",
    "Change",
    "Feeling",
    "FeelingChange",
    "Kind",
    "NotEnough",
    "OverTime",
    "Thought",
    "Trap",
    "Worked",
    "change",
    "over_time",
]
