"""What is typed about an affirmation."""

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from troth.practices.affirmations import MOST_WORDS, Affirmation, Rhythm
from troth.web.parts.entries import EntryForm
from troth.web.parts.fields import Cards, Words

RHYTHMS: dict[Rhythm | None, object] = {
    None: _("When it comes to mind"),
    2: _("Every other day"),
    3: _("Every three days"),
    7: _("Once a week"),
    14: _("Every two weeks"),
}
# A form knows text only.
CODES = {str(days or ""): days for days in RHYTHMS}
CHOICES = [(days or "", words) for days, words in RHYTHMS.items()]


class AffirmationForm(EntryForm):
    """Own words of affection or steadiness, and a gentle rhythm."""

    marks_optional = False
    words = Words(
        label=_("What do you want to say, again and again?"),
        help_text=_("Something true, in your own voice. A thing that you saw, or a thing that you will do."),
        rows=2,
        max_length=MOST_WORDS,
    )
    every_days = Cards(
        label=_("How often?"),
        help_text=_(
            "Nothing reminds you, and nothing is counted. The list shows when its time has come round."
        ),
        choices=CHOICES,
        initial="",
        required=False,
    )

    def content(self, *, at: datetime) -> Affirmation:
        return Affirmation(
            words=self.cleaned_data["words"], every_days=CODES[self.cleaned_data["every_days"]]
        )
