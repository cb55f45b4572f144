"""What is typed about a rest."""

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from troth.practices.rests import MOST_WHAT, Rest
from troth.web.parts.entries import EntryForm
from troth.web.parts.fields import Cards, Moment, Words

KINDS = (
    ("sleep", _("Sleep")),
    ("move", _("Moving")),
    ("people", _("With people")),
    ("alone", _("Alone")),
    ("joy", _("Something I enjoy")),
    ("other", _("Something else")),
)


class RestForm(EntryForm):
    """Something that gives one strength back."""

    what = Words(label=_("What would do me good?"), rows=2, max_length=MOST_WHAT)
    kind = Cards(label=_("What kind of rest?"), choices=KINDS, initial="other")
    when = Moment(
        label=_("When?"), help_text=_("A fixed hour helps it to happen. It may stay empty."), required=False
    )

    def content(self, *, at: datetime) -> Rest:
        return Rest(
            what=self.cleaned_data["what"], kind=self.cleaned_data["kind"], when=self.cleaned_data["when"]
        )
