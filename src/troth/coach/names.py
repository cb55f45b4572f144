"""The words of this room: nineteen marks on two sides, three flags, ten traps."""

from typing import Literal, get_args

Side = Literal["helps", "hurts"]
Help = Literal["validate", "reflect", "ask", "own", "commit", "lead", "affirm", "disclose"]
Hurt = Literal[
    "minimise", "defend", "blame", "generalise", "contempt", "control", "pressure", "reassure-empty", "fix",
    "non-apology", "evade",
]  # fmt: skip
FlagName = Literal["threat", "self-harm", "coercion"]
TrapName = Literal[
    "all-or-nothing", "overgeneralising", "mental-filter", "mind-reading", "fortune-telling", "catastrophising",
    "emotional-reasoning", "should-statements", "labelling", "personalising",
]  # fmt: skip

HELPS: tuple[str, ...] = get_args(Help)
HURTS: tuple[str, ...] = get_args(Hurt)
MARKS = HELPS + HURTS
FLAGS: tuple[str, ...] = get_args(FlagName)
TRAPS: tuple[str, ...] = get_args(TrapName)


def side_of(mark: str) -> Side:
    """Say on which side a mark stands."""
    return "helps" if mark in HELPS else "hurts"
