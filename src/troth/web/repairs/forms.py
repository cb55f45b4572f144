"""What is typed about a repair: an apology in six parts."""

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from troth.practices.repairs import MOST, PARTS, Repair
from troth.web.parts.entries import EntryForm
from troth.web.parts.fields import Words
from troth.web.parts.words import REPAIR_PARTS


def _part(name: str, about: object) -> Words:
    return Words(label=REPAIR_PARTS[name], help_text=about, rows=3, max_length=MOST, required=False)


class RepairForm(EntryForm):
    """Six parts, in the order in which they are easiest to say. Any may wait."""

    marks_optional = False
    responsibility = _part("responsibility", _("The part that matters most. No “but”, no “if you”."))
    what_happened = _part("what_happened", _("Plainly, without excuse: what was said, what was done."))
    regret = _part("regret", _("For what it did to them, not for how they took it."))
    offer = _part("offer", _("Something that makes good, and that they may refuse."))
    change = _part("change", _("One thing, small enough to be kept."))
    forgiveness = _part("forgiveness", _("May stay empty. It matters least, and can feel like a demand."))

    def content(self, *, at: datetime) -> Repair:
        return Repair(**{part: self.cleaned_data[part] for part in PARTS})
