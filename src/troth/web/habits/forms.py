"""What is given to read a chat, and what is kept of it."""

import json
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from troth.practices import BadContent, Document
from troth.practices.habits import Counted, CountedMonth
from troth.web.parts.entries import EntryForm
from troth.web.parts.fields import Day, Line, Upload

FORMATS = (
    ("", _("see by itself")),
    ("whatsapp", _("WhatsApp")),
    ("telegram", _("Telegram")),
    ("signal", _("Signal")),
    ("sms", _("Text messages (SMS Backup & Restore)")),
    ("csv", _("A table (CSV)")),
)
ORDERS = (
    ("", _("see by itself")),
    ("dmy", _("day, month, year")),
    ("mdy", _("month, day, year")),
    ("ymd", _("year, month, day")),
)


class ReadForm(forms.Form):
    """An export, and who I am in it."""

    marks_optional = False
    file = Upload(
        label=_("The export of a chat"),
        help_text=_(
            "From WhatsApp (without media), Telegram, Signal, SMS or a table. Up to 10 MB; a ZIP may be opened."
        ),
        accept=".txt,.zip,.json,.jsonl,.xml,.csv",
    )
    me = Line(
        label=_("Your own name in this chat"),
        help_text=_("Exactly as it stands in the export. If it is not found, you are asked."),
        max_length=100,
    )
    format = forms.ChoiceField(label=_("Where it is from"), choices=FORMATS, required=False)
    order = forms.ChoiceField(label=_("How it writes dates"), choices=ORDERS, required=False)

    def name(self) -> str:
        """Return the name that was chosen from those found, else the one that was typed."""
        chosen: str = self.data.get("chosen", "").strip()
        return chosen or self.cleaned_data["me"]


class HabitsForm(EntryForm):
    """The counts, as they travel from the page that shows them to the one that keeps them."""

    counts = forms.CharField(label=_("Counts"), widget=forms.HiddenInput)
    on = Day(label=_("Read on"))

    def clean_counts(self) -> Counted:
        """Take only what is counts and nothing else."""
        try:
            return counted(json.loads(self.cleaned_data["counts"]))
        except (ValueError, TypeError, AttributeError, BadContent, RecursionError) as error:
            raise forms.ValidationError(_("These are not counts. Read the chat again.")) from error

    def content(self, *, at: datetime) -> Counted:
        made: Counted = self.cleaned_data["counts"]
        return made

    @classmethod
    def initial_of(cls, document: Document) -> dict[str, Any]:
        return {"counts": as_json(document.content.months), "on": document.on}


def counted(months: Sequence[dict[str, Any]]) -> Counted:
    """Make counts of plain objects."""
    return Counted(months=tuple(CountedMonth(**one) for one in months))


def as_json(months: Sequence[CountedMonth]) -> str:
    """Write counts for a hidden field."""
    names = ("month", "messages", "sentences", "helps", "hurts", "marks")
    return json.dumps([{name: getattr(one, name) for name in names} for one in months], separators=(",", ":"))
