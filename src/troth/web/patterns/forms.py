"""One form with every kind of field, for the pattern page."""

from django import forms
from django.utils.translation import gettext_lazy as _

from troth.web.parts.fields import Cards, Day, Line, ManyCards, Moment, Passphrase, Scale, Tick, Upload, Words

SIZES = [("tiny", _("Tiny")), ("small", _("Small")), ("medium", _("Medium"))]
SIZE_HINTS = {"tiny": _("Done in a minute"), "small": _("Done the same day"), "medium": _("Needs a plan")}
SHOWS = [("skill", _("You can do it")), ("truth", _("You mean it")), ("care", _("You care"))]
TONGUES = [("en", _("English")), ("de", _("German")), ("es", _("Spanish"))]


class PatternForm(forms.Form):
    """All the fields, in one card."""

    trusted = Scale(label=_("I felt trusted"), ends=(_("not at all"), _("completely")))
    energy = Scale(
        label=_("My own energy"),
        low=1,
        high=5,
        ends=(_("empty"), _("full")),
        blank=_("no answer"),
        required=False,
    )
    wording = Line(label=_("What do you promise?"), help_text=_("Small and plain. One thing."))
    words = Words(label=_("Anything to remember?"), required=False, rows=3)
    due = Moment(label=_("Until when?"), help_text=_("In your own time zone."))
    day = Day(label=_("On which day?"), required=False)
    size = Cards(label=_("How big is it?"), choices=SIZES, hints=SIZE_HINTS)
    shows = ManyCards(label=_("What does it show?"), choices=SHOWS, required=False)
    language = forms.ChoiceField(label=_("Language"), choices=TONGUES)
    passphrase = Passphrase(label=_("Passphrase"))
    upload = Upload(label=_("File to bring in"), accept=".json", required=False)
    plain = Tick(
        label=_("Call this program Notes in titles"), help_text=_("Good where others use this device.")
    )
