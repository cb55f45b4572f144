"""What is typed about an incident."""

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from troth.practices.incidents import MOST_NOTE, Incident
from troth.safety import SIGN_KINDS
from troth.web.parts.entries import EntryForm
from troth.web.parts.fields import Cards, Day, Words
from troth.web.parts.signs import SHORT


class IncidentForm(EntryForm):
    """One moment, on either side; mine stands first."""

    toward = Cards(
        label=_("Whose was it?"), choices=(("other", _("Mine")), ("me", _("Done to me"))), initial="other"
    )
    kind = Cards(label=_("What was it?"), choices=[(kind, SHORT[kind]) for kind in SIGN_KINDS])
    note = Words(
        label=_("What happened?"),
        help_text=_("Plainly, as a camera would have seen it."),
        required=False,
        max_length=MOST_NOTE,
    )
    on = Day(label=_("On which day?"))

    def content(self, *, at: datetime) -> Incident:
        given = self.cleaned_data
        return Incident(kind=given["kind"], toward=given["toward"], note=given["note"])
