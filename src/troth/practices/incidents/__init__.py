"""Incidents: one moment of checking up, asking again, lashing out or worse, on either side."""

from troth.practices.incidents.content import MOST_NOTE, Incident
from troth.practices.incidents.practice import PRACTICE

__all__ = ["MOST_NOTE", "PRACTICE", "Incident"]
