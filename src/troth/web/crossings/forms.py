"""What is typed about a boundary that was held or crossed."""

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from troth.practices.crossings import MOST, Crossing
from troth.web.parts.entries import EntryForm
from troth.web.parts.fields import Cards, Day, Words

OUTCOMES = (("held", _("Held")), ("crossed", _("Crossed")))
BY = (("me", _("Me")), ("them", _("My person")), ("", _("I can't say")))


class CrossingForm(EntryForm):
    """What became of a boundary on a day."""

    outcome = Cards(label=_("Was it held or crossed?"), choices=OUTCOMES)
    by = Cards(label=_("By whom?"), choices=BY, required=False, initial="")
    note = Words(label=_("A few words"), rows=2, max_length=MOST, required=False)
    on = Day(label=_("On which day?"))

    def content(self, *, at: datetime) -> Crossing:
        return Crossing(**{name: self.cleaned_data[name] for name in ("outcome", "by", "note")})
