"""The three paces in words."""

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from troth.practices.paces import Pace
from troth.web.parts.entries import EntryForm
from troth.web.parts.fields import Cards

PACES = (("fast", _("Fast")), ("gentle", _("Gentle")), ("pause", _("Pause")))
HINTS = {
    "fast": _("As it comes. Talks, plans and questions are fine."),
    "gentle": _("Small and slow. One thing at a time, and room between."),
    "pause": _("Quiet for now. Nothing is asked of either of you here."),
}


class PaceForm(EntryForm):
    """One of three, and nothing to type."""

    pace = Cards(label=_("How fast may this go?"), choices=PACES, hints=HINTS)

    def content(self, *, at: datetime) -> Pace:
        return Pace(pace=self.cleaned_data["pace"])
