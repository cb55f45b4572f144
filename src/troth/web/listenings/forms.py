"""What is typed about a talk that I listened to."""

from datetime import datetime

from django import forms
from django.utils.translation import gettext_lazy as _

from troth.practices.listenings import MOST, Listening
from troth.web.parts.entries import EntryForm
from troth.web.parts.fields import Day, ManyCards, Words

SLIPS = (
    ("fixing", _("I offered a solution")),
    ("defending", _("I defended myself")),
    ("minimising", _("I made it smaller than it was")),
    ("none", _("None of these")),
)
HINTS = {
    "fixing": _("“You could just …”"),
    "defending": _("“But I only …”"),
    "minimising": _("“It's not so bad.”"),
}


class ListeningForm(EntryForm):
    """What they said, what I think they felt, what I answered."""

    said = Words(
        label=_("What did they say?"),
        help_text=_("In your words. Could they say: yes, that is what I meant?"),
        rows=3,
        max_length=MOST,
    )
    felt = Words(
        label=_("What may they have felt?"),
        help_text=_("It is a guess. Only they know."),
        rows=2,
        max_length=MOST,
        required=False,
    )
    answered = Words(label=_("What did you answer?"), rows=2, max_length=MOST, required=False)
    slipped = ManyCards(label=_("Did something slip in?"), choices=SLIPS, hints=HINTS, required=False)
    next_time = Words(label=_("What do you want to try next time?"), rows=2, max_length=MOST, required=False)
    on = Day(label=_("On which day?"))

    def clean_slipped(self) -> tuple[str, ...]:
        """Refuse "none of these" beside one of them."""
        slipped = self.cleaned_data["slipped"]
        if "none" in slipped and len(slipped) > 1:
            raise forms.ValidationError(_("“None of these” stands alone. Take it away, or the others."))
        return tuple(slipped)

    def content(self, *, at: datetime) -> Listening:
        fields = ("said", "felt", "answered", "slipped", "next_time")
        return Listening(**{name: self.cleaned_data[name] for name in fields})
