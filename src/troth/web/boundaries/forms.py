"""What is typed about a boundary."""

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from troth.practices.boundaries import MOST, MOST_WORDING, Boundary
from troth.web.parts.entries import EntryForm
from troth.web.parts.fields import Cards, Words

WHOSE = (("theirs", _("Theirs")), ("mine", _("Mine")))
HINTS = {
    "theirs": _("A limit that they told you. You keep to it."),
    "mine": _("A limit for what you take part in. It is about what you do."),
}


class BoundaryForm(EntryForm):
    """A limit, plainly; what I do if it is crossed."""

    whose = Cards(label=_("Whose is it?"), choices=WHOSE, hints=HINTS)
    wording = Words(
        label=_("What is the limit?"),
        help_text=_("One sentence, so that both would know whether it was held."),
        rows=2,
        max_length=MOST_WORDING,
    )
    if_crossed = Words(
        label=_("What do you do if it is crossed?"),
        help_text=_("Something that you do yourself, and can do calmly. Never a threat."),
        rows=2,
        max_length=MOST,
        required=False,
    )

    def content(self, *, at: datetime) -> Boundary:
        fields = ("whose", "wording", "if_crossed")
        return Boundary(**{name: self.cleaned_data[name] for name in fields})
