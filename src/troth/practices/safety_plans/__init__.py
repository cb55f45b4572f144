"""A plan for one's own safety: personal, sealed, never shared in a bond."""

from troth.practices.safety_plans.content import MOST, PARTS, SafetyPlan
from troth.practices.safety_plans.practice import PRACTICE

__all__ = ["MOST", "PARTS", "PRACTICE", "SafetyPlan"]
