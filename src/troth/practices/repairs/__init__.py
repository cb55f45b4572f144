"""Repairs: an apology in six parts after a promise was missed or kept late."""

from troth.practices.repairs.content import MOST, OBLIGATORY, PARTS, Repair, missing_parts
from troth.practices.repairs.practice import OPENS_FROM, PRACTICE, may_open

__all__ = ["MOST", "OBLIGATORY", "OPENS_FROM", "PARTS", "PRACTICE", "Repair", "may_open", "missing_parts"]
