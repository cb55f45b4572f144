"""What is chosen before a talk, which is kept nowhere; and what is typed as a note after it."""

from datetime import datetime

from django import forms
from django.utils.translation import gettext_lazy as _

from troth.practices.talks import MOST, Talk
from troth.web.parts.entries import EntryForm
from troth.web.parts.fields import Cards, Day, Words

HOWS = (("two", _("Two devices, one each")), ("one", _("One device")))
HINTS = {
    "two": _(
        "Both of you open this page. Nothing goes from one to the other: you turn the pages yourselves."
    ),
    "one": _("Put it between you. Whoever holds it can open your other pages too."),
}
FIRSTS = (("me", _("I speak first")), ("them", _("The other speaks first")))
MINUTES = (("2", _("2 minutes")), ("3", _("3 minutes")), ("5", _("5 minutes")))


class ChoiceForm(forms.Form):
    """How the talk is to go: three codes that travel in the address, and no word."""

    how = Cards(label=_("On what?"), choices=HOWS, hints=HINTS, initial="two")
    first = Cards(label=_("Who begins?"), choices=FIRSTS, initial="them")
    minutes = Cards(label=_("How long is a turn?"), choices=MINUTES, initial="3")


class TalkForm(EntryForm):
    """A note on a talk: my own side of it."""

    heard = Words(
        label=_("What did I hear?"),
        help_text=_("In your own words. Could they say: yes, that is it?"),
        rows=3,
        max_length=MOST,
    )
    said = Words(label=_("What did I say, and how did it come out?"), rows=2, max_length=MOST, required=False)
    next_time = Words(
        label=_("What do I want to try in the next one?"), rows=2, max_length=MOST, required=False
    )
    on = Day(label=_("On which day?"))

    def content(self, *, at: datetime) -> Talk:
        return Talk(**{name: self.cleaned_data[name] for name in ("heard", "said", "next_time")})
