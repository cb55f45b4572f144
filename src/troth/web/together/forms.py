"""What is chosen before something is shared: parts, and a last day. Nothing is ticked beforehand."""

from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from troth.practices import BadContent
from troth.store.actions import rules, shares
from troth.store.models.shares import last_day
from troth.web.parts.fields import Cards, Day, ManyCards

DAYS = (
    ("7", _("A week")),
    ("14", _("Two weeks")),
    ("30", _("A month")),
    ("90", _("Three months")),
)
TOO_FAR = {
    shares.LONGEST: _("This is too far away. Choose a day within a year."),
    rules.LONGEST: _("This is too far away. Choose a day within three months."),
}


class PortionForm(forms.Form):
    """Which parts leave, and until when."""

    longest = shares.LONGEST
    parts = ManyCards(
        label=_("Which parts?"), choices=(), help_text=_("Nothing is chosen. What you don't tick stays here.")
    )
    lasts = Cards(label=_("How long?"), choices=DAYS, initial="14", required=False)
    last = Day(
        label=_("Or another last day"),
        required=False,
        help_text=_("It is gone by itself after this day. You can take it back before."),
    )
    marks_optional = False

    def __init__(self, *args: Any, choices: list[tuple[str, str]], **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["parts"].choices = choices  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """Find the last day, and say beside its field where it cannot be."""
        given = super().clean() or {}
        at = timezone.now()
        if self.errors:
            return given
        until = given["last"] or (given["lasts"] and last_day(at) + timedelta(days=int(given["lasts"])))
        if not until:
            self.add_error("lasts", _("Choose how long, or a last day."))
            return given
        try:
            shares.check_end(until, at=at, longest=self.longest)
        except BadContent as error:
            self.refuse_end(error)
        return given | {"until": until}

    def refuse_end(self, error: BadContent) -> None:
        """Say beside the day what is wrong with it."""
        past = _("This day has passed. Choose a later one.")
        self.add_error("last", past if error.reason == "past" else TOO_FAR[self.longest])

    @property
    def chosen(self) -> list[str]:
        """Return the fields that were ticked."""
        found: list[str] = self.cleaned_data["parts"]
        return found

    @property
    def until(self) -> date:
        """Return the last day."""
        found: date = self.cleaned_data["until"]
        return found


class RuleForm(PortionForm):
    """The same for a standing rule, which ends within three months."""

    longest = rules.LONGEST
    parts = ManyCards(
        label=_("Which parts of each?"),
        choices=(),
        help_text=_("Nothing is chosen. What you don't tick stays here."),
    )
    last = Day(
        label=_("Or another last day"),
        required=False,
        help_text=_("Within three months. It stops by itself after this day; you can stop it before."),
    )
