"""The jealousy and control check: one's own week, mine first, then what was done to me. Not a validated scale."""

from troth.practices.jealousy.content import Check
from troth.practices.jealousy.items import ASKED, ITEMS, MONTH, WEEK, Item, Part
from troth.practices.jealousy.practice import PRACTICE
from troth.practices.jealousy.result import result, signs_of

__all__ = [
    "ASKED",
    "ITEMS",
    "MONTH",
    "PRACTICE",
    "WEEK",
    "Check",
    "Item",
    "Part",
    "result",
    "signs_of",
]
