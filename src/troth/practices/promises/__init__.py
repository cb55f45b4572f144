"""Promises: something I said I would do, and what became of it."""

from troth.practices.promises.content import MOST_TO, MOST_WORDING, Kept, NewTerm, Promise, Term
from troth.practices.promises.outcomes import is_overdue, outcomes
from troth.practices.promises.practice import PRACTICE
from troth.practices.promises.weight import kept_weight, kept_weights, open_weight, over_promised

__all__ = [
    "MOST_TO",
    "MOST_WORDING",
    "PRACTICE",
    "Kept",
    "NewTerm",
    "Promise",
    "Term",
    "is_overdue",
    "kept_weight",
    "kept_weights",
    "open_weight",
    "outcomes",
    "over_promised",
]
