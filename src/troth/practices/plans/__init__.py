"""Plans: the support plan, line by line. When this, please that, never the other; agreed by both."""

from troth.practices.plans.content import MOST, PARTS, Plan, Version
from troth.practices.plans.life import missing, version_of
from troth.practices.plans.practice import PRACTICE

__all__ = ["MOST", "PARTS", "PRACTICE", "Plan", "Version", "missing", "version_of"]
