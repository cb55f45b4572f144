"""Supporters: the map of who holds me up. It belongs to the writer alone."""

from troth.practices.supporters.content import (
    CLOSENESS,
    GOOD_FOR,
    MOST_NAME,
    MOST_NOTE,
    WHO,
    Closeness,
    Contact,
    GoodFor,
    Supporter,
    Who,
)
from troth.practices.supporters.leaning import Lean, leans_on_one
from troth.practices.supporters.practice import PRACTICE

__all__ = [
    "CLOSENESS",
    "GOOD_FOR",
    "MOST_NAME",
    "MOST_NOTE",
    "PRACTICE",
    "WHO",
    "Closeness",
    "Contact",
    "GoodFor",
    "Lean",
    "Supporter",
    "Who",
    "leans_on_one",
]
