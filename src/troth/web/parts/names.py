"""What practices are called on screen, and their icons."""

from django.utils.translation import gettext_lazy as _

PLURAL = {"promises": _("Promises"), "repairs": _("Repairs"), "checkins": _("Check-ins"), "wins": _("Wins")}
SINGULAR = {"promises": _("promise"), "repairs": _("repair"), "checkins": _("check-in"), "wins": _("win")}
ICONS = {"promises": "clock", "repairs": "mend", "checkins": "dial", "wins": "star"}
PERIODS = {"week": _("7 days"), "month": _("A month"), "quarter": _("Three months"), "year": _("A year")}
