"""What is asked in a check-in: four feelings of my own, and a note."""

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from troth.practices.checkins import MOST_NOTE, Checkin
from troth.web.parts.entries import EntryForm
from troth.web.parts.fields import Day, Words
from troth.web.parts.scales import FELT_TRUST, SCALES, scale

SKIP = _("no answer")


class CheckinForm(EntryForm):
    """How was the day? Any question may stay without an answer."""

    marks_optional = False
    felt_trust = scale("felt_trust", blank=SKIP)
    closeness = scale("closeness", blank=SKIP)
    safety = scale("safety", blank=SKIP)
    energy = scale("energy", blank=SKIP)
    note = Words(label=_("A note for yourself"), rows=3, max_length=MOST_NOTE, required=False)
    on = Day(label=_("Which day?"))

    def dress(self) -> None:
        self.fields["felt_trust"].label = FELT_TRUST[self._role()]

    def clean(self) -> dict[str, object] | None:
        """Ask for one answer or a note at least."""
        given = super().clean() or {}
        if not self.errors and not given.get("note") and all(given.get(name) is None for name in SCALES):
            self.add_error(
                None, _("One answer or a few words are enough. With nothing there is nothing to keep.")
            )
        return given

    def content(self, *, at: datetime) -> Checkin:
        return Checkin(
            role=self._role(),
            note=self.cleaned_data["note"],
            **{name: self.cleaned_data[name] for name in SCALES},
        )

    def _role(self) -> str:
        # Fixed once written: it says which of the two questions was answered.
        if self.document is not None:
            return self.document.content.role
        return self.side.role if self.side else "supporter"
