"""What is typed about a heads-up."""

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from troth.practices.headsups import MOST_HOW, MOST_WHAT, Headsup
from troth.web.parts.entries import EntryForm
from troth.web.parts.fields import Cards, Moment, Words

KINDS = (("plan", _("A plan")), ("change", _("A change of plan")), ("feeling", _("A feeling")))


class HeadsupForm(EntryForm):
    """Something that is better said early."""

    what = Words(label=_("What is it?"), help_text=_("One or two sentences."), rows=2, max_length=MOST_WHAT)
    kind = Cards(label=_("What kind of thing?"), choices=KINDS, initial="plan")
    at = Moment(
        label=_("When does it happen?"),
        help_text=_("Leave it empty where there is no moment."),
        required=False,
    )
    how_told = Words(
        label=_("How to say it"),
        help_text=_("The words, the time, the place. Say it plainly and leave room for an answer."),
        rows=2,
        max_length=MOST_HOW,
        required=False,
    )

    def content(self, *, at: datetime) -> Headsup:
        given = self.cleaned_data
        return Headsup(what=given["what"], kind=given["kind"], at=given["at"], how_told=given["how_told"])
