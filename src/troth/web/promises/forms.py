"""What is typed about a promise."""

from datetime import datetime, timedelta
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from troth.practices import Document
from troth.practices.promises import MOST_TO, MOST_WORDING, Kept, NewTerm, Promise
from troth.web.parts.entries import EntryForm, MoveForm
from troth.web.parts.fields import Cards, Line, Moment, Words

SIZES = (("tiny", _("Tiny")), ("small", _("Small")), ("medium", _("Medium")), ("large", _("Large")))
SIZE_HINTS = {
    "tiny": _("A minute: a message, a reply, the light left on."),
    "small": _("An hour or an errand."),
    "medium": _("An evening, a day, something with others in it."),
    "large": _("Weeks, money, or something hard to say."),
}
DIMENSIONS = (
    ("ability", _("That I can do what I say")),
    ("integrity", _("That my word holds")),
    ("benevolence", _("That their good matters to me")),
    ("none", _("None of these, or I don't know")),
)


class Sure(forms.IntegerField):
    """How sure I am, in per cent; may stay empty."""

    def __init__(self) -> None:
        super().__init__(
            label=_("How sure are you, 0 to 100?"),
            min_value=0,
            max_value=100,
            required=False,
            widget=forms.NumberInput({"inputmode": "numeric", "class": "short"}),
            help_text=_("70 means: of ten like this, about seven work out."),
        )


def this_evening(now: datetime) -> datetime:
    """Offer six in the evening, today or, after five, tomorrow."""
    day = now if now.hour < 17 else now + timedelta(days=1)
    return day.replace(hour=18, minute=0, second=0, microsecond=0)


class PromiseForm(EntryForm):
    """A new promise, or other words for an old one: when it is due only a move may change."""

    wording = Words(
        label=_("What do you promise?"),
        rows=2,
        max_length=MOST_WORDING,
        help_text=_("One thing, said so that both would know whether it happened."),
    )
    due = Moment(label=_("By when?"))
    size = Cards(label=_("How big is it?"), choices=SIZES, hints=SIZE_HINTS, initial="tiny")
    dimension = Cards(label=_("What does keeping it show?"), choices=DIMENSIONS, initial="none")
    sure = Sure()
    to = Line(
        label=_("To whom?"), max_length=MOST_TO, required=False, help_text=_("Empty means your person.")
    )

    def dress(self) -> None:
        if self.document is not None:
            del self.fields["due"]
            return
        self.initial.setdefault("due", this_evening(timezone.localtime()))

    @classmethod
    def initial_of(cls, document: Document) -> dict[str, Any]:
        """Return what was written; no dimension is an answer too."""
        return super().initial_of(document) | {"dimension": document.content.dimension or "none"}

    def content(self, *, at: datetime) -> Promise:
        given: dict[str, Any] = {name: self.cleaned_data[name] for name in ("wording", "size", "sure", "to")}
        given["dimension"] = (
            self.cleaned_data["dimension"] if self.cleaned_data["dimension"] != "none" else None
        )
        if self.document is None:
            return Promise(**given, due=self.cleaned_data["due"], made_at=at)
        before: Promise = self.document.content
        fixed = ("due", "made_at", "settled_at", "earlier")
        return Promise(**given, **{name: getattr(before, name) for name in fixed})


class KeptForm(MoveForm):
    """When it was kept; empty is now, or in time where the moment has passed."""

    kept_at = Moment(label=_("When?"), required=False)

    def given(self, *, at: datetime) -> Kept:
        return Kept(kept_at=self.cleaned_data["kept_at"])


class NewTermForm(MoveForm):
    """By when now, and how sure."""

    due = Moment(label=_("By when now?"))
    sure = Sure()

    def given(self, *, at: datetime) -> NewTerm:
        return NewTerm(due=self.cleaned_data["due"], sure=self.cleaned_data["sure"])
