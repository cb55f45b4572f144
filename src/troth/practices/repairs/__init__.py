"""Repairs: an apology in six parts after a promise was missed or kept late."""

from troth.practices.repairs.content import MOST, OBLIGATORY, PARTS, Repair, missing_parts
from troth.practices.repairs.practice import OPENS_FROM, PRACTICE, may_open
from troth.practices.repairs.reading import SIX, Found, read_apology

__all__ = [
    "MOST",
    "OBLIGATORY",
    "OPENS_FROM",
    "PARTS",
    "PRACTICE",
    "SIX",
    "Found",
    "Repair",
    "may_open",
    "missing_parts",
    "read_apology",
]
