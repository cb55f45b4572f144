"""What is typed about a sign: one moment, plainly."""

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from troth.practices.signs import MOST, Noticed
from troth.web.parts.entries import EntryForm
from troth.web.parts.fields import Cards, Day, Words

KINDS = (
    ("ill_intent", _("“They mean me harm”")),
    ("never_safe", _("“I am never safe”")),
    ("afraid_to_connect", _("“It is not safe to get close”")),
    ("no_vulnerability", _("“I can't show where I hurt”")),
    ("hard_and_lonely", _("“Life is hard, and I am on my own”")),
    ("low_worth", _("“I am not worth much”")),
    ("withdraws", _("Drew back")),
    ("lashes_out", _("Snapped")),
    ("hard_to_engage", _("Was hard to reach")),
    ("suspicious_after_explaining", _("Still doubted after an explanation")),
)
HELPED = (("yes", _("Yes")), ("a_little", _("A little")), ("no", _("No")), ("", _("I can't say yet")))
TEXTS = ("kind", "saw", "maybe", "did", "helped")


class SignForm(EntryForm):
    """One moment: what a camera would have seen, and what else it may mean."""

    saw = Words(
        label=_("What did you see or hear?"),
        help_text=_("Plainly, as a camera would. “Read it twice and left the room.”"),
        rows=2,
        max_length=MOST,
    )
    kind = Cards(
        label=_("What was the moment like?"),
        help_text=_("A thought that it sounded like, or something that was done. It is your guess."),
        choices=KINDS,
    )
    maybe = Words(
        label=_("What else may it mean?"),
        help_text=_("Tired, in pain, worn out from work, or something you said."),
        rows=2,
        max_length=MOST,
        required=False,
    )
    did = Words(label=_("What did you do?"), rows=2, max_length=MOST, required=False)
    helped = Cards(label=_("Did it help?"), choices=HELPED, required=False, initial="")
    on = Day(label=_("On which day?"))

    def content(self, *, at: datetime) -> Noticed:
        return Noticed(**{name: self.cleaned_data[name] for name in TEXTS})
