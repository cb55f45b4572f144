"""Stepping back: a decision made calmly, over at least two sittings on different days."""

from troth.practices.stepbacks.content import LEANINGS, MOST, SAFE, Leaning, Safe, StepBack
from troth.practices.stepbacks.life import A_NIGHT, Decision, SecondSitting
from troth.practices.stepbacks.practice import PRACTICE

__all__ = [
    "A_NIGHT",
    "LEANINGS",
    "MOST",
    "PRACTICE",
    "SAFE",
    "Decision",
    "Leaning",
    "Safe",
    "SecondSitting",
    "StepBack",
]
