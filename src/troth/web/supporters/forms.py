"""What is typed about one who supports me, and the day of a contact."""

from datetime import date, datetime

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from troth.practices.supporters import MOST_NAME, MOST_NOTE, Contact, Supporter
from troth.web.parts.entries import EntryForm, MoveForm
from troth.web.parts.fields import Cards, Day, Line, ManyCards, Words

WHO = (
    ("friend", _("A friend")),
    ("family", _("Family")),
    ("colleague", _("A colleague")),
    ("professional", _("A professional")),
    ("group", _("A group")),
    ("other", _("Someone else")),
)
CLOSENESS = (("close", _("Close")), ("middle", _("In between")), ("wide", _("Further out")))
NEAR = {
    "close": _("I could ring at night."),
    "middle": _("I could ask for something."),
    "wide": _("Good to know that they are there."),
}
GOOD_FOR = (
    ("listens", _("listens")),
    ("practical", _("helps with practical things")),
    ("fun", _("is good company")),
    ("advice", _("gives advice")),
    ("stays_over", _("I could stay with them")),
    ("knows_danger", _("knows about the danger, if there is any")),
)


def has_come(day: date) -> None:
    """Refuse a day that has not come."""
    if day > timezone.localdate():
        raise forms.ValidationError(_("This day has not come yet."))


class SupporterForm(EntryForm):
    """One person or group that holds me up."""

    name = Line(
        label=_("What do you call them?"),
        help_text=_("A first name or a nickname is enough."),
        max_length=MOST_NAME,
    )
    who = Cards(label=_("Who are they?"), choices=WHO, initial="friend")
    closeness = Cards(label=_("How near do they stand?"), choices=CLOSENESS, hints=NEAR, initial="middle")
    good_for = ManyCards(label=_("What can you turn to them for?"), choices=GOOD_FOR, required=False)
    last_contact = Day(label=_("When were you last in touch?"), required=False, validators=[has_come])
    note = Words(label=_("A note for yourself"), rows=2, max_length=MOST_NOTE, required=False)

    def content(self, *, at: datetime) -> Supporter:
        given = self.cleaned_data
        return Supporter(
            name=given["name"],
            who=given["who"],
            closeness=given["closeness"],
            last_contact=given["last_contact"],
            good_for=tuple(dict.fromkeys(given["good_for"])),
            note=given["note"],
        )


class ContactForm(MoveForm):
    """The day of a contact: today, unless said otherwise."""

    on = Day(label=_("On which day?"), initial=timezone.localdate, validators=[has_come])

    def given(self, *, at: datetime) -> Contact:
        return Contact(on=self.cleaned_data["on"])
