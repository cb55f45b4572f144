"""What is typed about a thing held back."""

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from troth.practices.heldback import MOST_WHAT, MOST_WORDS, Heldback
from troth.web.parts.entries import EntryForm
from troth.web.parts.fields import Cards, Day, Words

DECISIONS = (
    ("undecided", _("Not decided yet")),
    ("tell", _("I want to tell it")),
    ("not_theirs", _("It is not theirs to carry")),
)
HINTS = {
    "undecided": _("It can stay so."),
    "tell": _("When it touches them, or when they would want to know."),
    "not_theirs": _("When telling it would ease me and only load them, or when it is somebody else's."),
}


class HeldbackForm(EntryForm):
    """Something that has not been said, and what is to become of it."""

    what = Words(label=_("What have I not said?"), rows=3, max_length=MOST_WHAT)
    why = Words(label=_("What holds me back"), rows=2, max_length=MOST_WORDS, required=False)
    decision = Cards(label=_("What is to become of it"), choices=DECISIONS, hints=HINTS, initial="undecided")
    how = Words(
        label=_("How I could say it"),
        help_text=_("The first sentence is often enough."),
        rows=2,
        max_length=MOST_WORDS,
        required=False,
    )
    tell_on = Day(
        label=_("On which day"),
        help_text=_("A wish, not an alarm: nothing reminds you of it."),
        required=False,
    )

    def content(self, *, at: datetime) -> Heldback:
        return Heldback(
            **{name: self.cleaned_data[name] for name in ("what", "why", "decision", "how", "tell_on")}
        )
