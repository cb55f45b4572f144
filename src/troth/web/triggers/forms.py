"""What is typed about a trigger."""

from datetime import date, datetime
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from troth.practices import Document
from troth.practices.triggers import MOST, MOST_WHAT, Trigger, in_year
from troth.web.parts.entries import EntryForm
from troth.web.parts.fields import Day, Words

TEXTS = ("what", "early_signs", "helps", "worse", "plan")
LEAP_DAY = "02-29"


def _words(label: object, about: object = "") -> Words:
    return Words(label=label, help_text=about, rows=2, max_length=MOST, required=False)


class TriggerForm(EntryForm):
    """What sets it off. Everything but the first line may wait."""

    what = Words(
        label=_("What sets it off?"),
        help_text=_("A word, a place, a sound, a silence. As small as it is."),
        rows=2,
        max_length=MOST_WHAT,
    )
    early_signs = _words(_("How does it begin to show?"))
    helps = _words(_("What helps then?"))
    worse = _words(_("What makes it worse?"))
    plan = _words(_("What did you two agree to do?"), _("Only what they said yes to."))
    hard_day = Day(
        label=_("A day that is hard every year"),
        help_text=_("Choose it in any year. Only the day and the month are kept."),
        required=False,
    )

    @classmethod
    def initial_of(cls, document: Document) -> dict[str, Any]:
        """Return what was written; a yearly day as the one that comes next."""
        hard_day = document.content.hard_day
        return super().initial_of(document) | {"hard_day": coming(hard_day) if hard_day else None}

    def content(self, *, at: datetime) -> Trigger:
        day = self.cleaned_data["hard_day"]
        texts = {name: self.cleaned_data[name] for name in TEXTS}
        return Trigger(**texts, hard_day=f"{day:%m-%d}" if day else "")


def coming(hard_day: str) -> date:
    """Return a date to show for a yearly day. It has to read back as the same day: 29 February waits for its year."""
    today = timezone.localdate()
    days = (in_year(hard_day, today.year + later) for later in range(9))
    return next(day for day in days if day >= today and f"{day:%m-%d}" == hard_day)
