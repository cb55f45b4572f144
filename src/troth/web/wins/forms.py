"""What is typed about a win."""

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from troth.practices.wins import MOST_WHAT, Win
from troth.web.parts.entries import EntryForm
from troth.web.parts.fields import Cards, Day, Words

KINDS = (
    ("kept_promise", _("A promise was kept")),
    ("told_fear", _("A fear was told")),
    ("small_risk", _("A small risk was taken")),
    ("other", _("Something else")),
)


class WinForm(EntryForm):
    """Something that went well, however small."""

    what = Words(label=_("What went well?"), rows=2, max_length=MOST_WHAT)
    kind = Cards(label=_("What was it?"), choices=KINDS, initial="other")
    on = Day(label=_("On which day?"))

    def content(self, *, at: datetime) -> Win:
        return Win(what=self.cleaned_data["what"], kind=self.cleaned_data["kind"])
