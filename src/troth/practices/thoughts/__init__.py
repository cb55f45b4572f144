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
from troth.practices.thoughts.suggesting import MOST_SUGGESTED, SUGGEST_FROM, suggested
from troth.practices.thoughts.together import ENOUGH, NotEnough, OverTime, Worked, over_time

__all__ = [
    "ENOUGH",
    "KINDS",
    "MOST_FEELINGS",
    "MOST_NAME",
    "MOST_SHORT",
    "MOST_SUGGESTED",
    "MOST_WORDS",
    "PRACTICE",
    "SUGGEST_FROM",
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
    "suggested",
]
