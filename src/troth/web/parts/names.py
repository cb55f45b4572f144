"""What periods are called on screen."""

from django.utils.translation import gettext_lazy as _

PERIODS = {"week": _("7 days"), "month": _("A month"), "quarter": _("Three months"), "year": _("A year")}
