"""Questionnaires: what was answered, on which form, in the answerer's own name. Scores are worked out when they are read."""

from troth.practices.questionnaires.content import MOST_NOTE, Answered, Answers, Shown
from troth.practices.questionnaires.practice import PRACTICE

__all__ = ["MOST_NOTE", "PRACTICE", "Answered", "Answers", "Shown"]
