"""What is typed into a safety plan."""

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from troth.practices.safety_plans import MOST, PARTS, SafetyPlan
from troth.web.parts.entries import EntryForm
from troth.web.parts.fields import Words


def _part(label: object, help_text: object) -> Words:
    return Words(label=label, help_text=help_text, required=False, rows=3, max_length=MOST)


class SafetyPlanForm(EntryForm):
    """Eight parts in the order in which they are needed. Any may stay empty."""

    marks_optional = False
    warning_signs = _part(
        _("How I notice that it may get dangerous"), _("In them, in me, in the day: what comes before.")
    )
    safe_places = _part(
        _("Places where I am safer"),
        _("A room with a way out and without things that hurt. Outside: a neighbour, a shop, a friend."),
    )
    people = _part(_("People I can call"), _("Name, number, and what they know already."))
    code_word = _part(
        _("A word that says: I need help"), _("Agreed with someone who then does what you agreed on.")
    )
    things = _part(
        _("What I would take"),
        _("Papers, keys, money, medicine, a charger, what the children need. Where it lies ready."),
    )
    digital = _part(
        _("Phones, accounts, places"),
        _(
            "Who can unlock this device, who sees where I am, which passwords are known. A device they cannot reach."
        ),
    )
    steps = _part(
        _("How I would leave, step by step"),
        _("Leaving can be the most dangerous time. A helpline can plan this with you."),
    )
    afterwards = _part(_("The days after"), _("Where I stay, whom I tell, what I change first."))

    def content(self, *, at: datetime) -> SafetyPlan:
        return SafetyPlan(**{part: self.cleaned_data[part] for part in PARTS})
