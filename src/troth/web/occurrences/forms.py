"""What is typed about a moment in which a trigger happened."""

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from troth.practices.occurrences import MOST, Occurrence
from troth.web.parts.entries import EntryForm
from troth.web.parts.fields import Cards, Day, Words

HELPED = (("yes", _("Yes")), ("a_little", _("A little")), ("no", _("No")), ("", _("I can't say yet")))
TEXTS = ("note", "did", "helped", "helps_next")


class OccurrenceForm(EntryForm):
    """What happened, what I did, what helped. All of it may wait."""

    marks_optional = False
    note = Words(label=_("What happened?"), rows=2, max_length=MOST, required=False)
    did = Words(label=_("What did you do?"), rows=2, max_length=MOST, required=False)
    helped = Cards(label=_("Did it help?"), choices=HELPED, required=False, initial="")
    helps_next = Words(label=_("What may help next time?"), rows=2, max_length=MOST, required=False)
    on = Day(label=_("On which day?"))

    def content(self, *, at: datetime) -> Occurrence:
        return Occurrence(**{name: self.cleaned_data[name] for name in TEXTS})
