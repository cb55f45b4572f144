"""What is typed about an origin."""

from datetime import datetime

from django import forms
from django.utils.translation import gettext_lazy as _

from troth.practices.origins import MOST, Origin
from troth.web.parts.entries import EntryForm
from troth.web.parts.fields import Cards, Words

KINDS = (
    ("home_anger", _("A home full of anger or fear")),
    ("parents_parting", _("Parents who parted")),
    ("abuse", _("Abuse")),
    ("unsafe_neighbourhood", _("A place that was not safe")),
    ("betrayal", _("Being betrayed by someone close")),
    ("lies", _("Being lied to, again and again")),
    ("hard_breakup", _("A hard break-up")),
    ("loss", _("A loss")),
    ("workplace", _("A workplace that hurt")),
    ("other", _("Something else")),
)
AT_WORK = sorted(KINDS, key=lambda kind: kind[0] != "workplace")  # the rest keeps its order
KNOWN = (("told", _("They told me")), ("noticed", _("I noticed it")), ("guessed", _("I guess it")))
HINTS = {
    "told": _("In their own words, or close to them."),
    "noticed": _("I saw or heard something. They have not said it."),
    "guessed": _("I don't know it. It stays with me."),
}


class OriginForm(EntryForm):
    """Something of earlier years. No year, no age and few words are fine."""

    kind = Cards(label=_("What was it?"), choices=KINDS)
    known = Cards(label=_("How do you know?"), choices=KNOWN, hints=HINTS)
    words = Words(label=_("In a few words"), rows=3, max_length=MOST, required=False)
    year = forms.IntegerField(
        label=_("In which year?"),
        min_value=1900,
        max_value=2100,
        required=False,
        widget=forms.NumberInput({"inputmode": "numeric", "class": "short"}),
    )
    age = forms.IntegerField(
        label=_("Or how old were they?"),
        min_value=0,
        max_value=120,
        required=False,
        widget=forms.NumberInput({"inputmode": "numeric", "class": "short"}),
    )
    what_helps_now = Words(label=_("What does them good today?"), rows=2, max_length=MOST, required=False)

    def dress(self) -> None:
        if self.side and self.side.kind == "colleague":
            self.fields["kind"].choices = AT_WORK  # type: ignore[attr-defined]

    def content(self, *, at: datetime) -> Origin:
        fields = ("kind", "known", "words", "year", "age", "what_helps_now")
        return Origin(**{name: self.cleaned_data[name] for name in fields})
