"""What is typed about something that they tried."""

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from troth.practices.efforts import MOST_WHAT, Effort
from troth.web.parts.entries import EntryForm
from troth.web.parts.fields import Cards, Day, Words

KINDS = (
    ("told_something", _("Told me something")),
    ("asked_for_help", _("Asked for help")),
    ("stayed", _("Stayed")),
    ("came_back", _("Came back")),
    ("tried_something_new", _("Tried something new")),
    ("other", _("Something else")),
)
HINTS = {
    "told_something": _("Even half of it, even late."),
    "asked_for_help": _("It may have sounded like a complaint."),
    "stayed": _("In a talk, at the table, on the phone."),
    "came_back": _("After a silence or a row."),
}


class EffortForm(EntryForm):
    """One thing that they tried. It asks what was seen, never how good it was."""

    kind = Cards(label=_("What did they try?"), choices=KINDS, hints=HINTS)
    what = Words(label=_("What happened, in your words"), rows=2, max_length=MOST_WHAT, required=False)
    on = Day(label=_("On which day?"))

    def content(self, *, at: datetime) -> Effort:
        return Effort(kind=self.cleaned_data["kind"], what=self.cleaned_data["what"])
