"""What is typed about stepping back: the first sitting, the second, the decision."""

from dataclasses import replace
from datetime import datetime

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from troth.practices.stepbacks import MOST, Decision, SecondSitting, StepBack
from troth.web.parts.entries import EntryForm, MoveForm
from troth.web.parts.fields import Cards, Day, Words

SAFE = (("yes", _("Yes")), ("unsure", _("I am not sure")), ("no", _("No")))
LEANINGS = (
    ("stay", _("Stay, as it is or with limits")),
    ("pause", _("Pause for a while")),
    ("step_back", _("Step back")),
    ("leave_safely", _("Leave, safely")),
)


class StepBackForm(EntryForm):
    """The first sitting. Safety comes first; nothing has to be decided today."""

    safe = Cards(label=_("Do I feel safe with them?"), choices=SAFE)
    tried = Words(label=_("What I have tried"), required=False, rows=3, max_length=MOST)
    cost = Words(
        label=_("What it costs me"),
        help_text=_("Sleep, health, work, other people, who I am with them."),
        required=False,
        rows=3,
        max_length=MOST,
    )
    change = Words(
        label=_("What would have to change"),
        help_text=_("Something that can be seen, on their side or mine."),
        required=False,
        rows=3,
        max_length=MOST,
    )
    by_when = Day(label=_("By when"), required=False)
    leaning = Cards(label=_("Which way I lean today"), choices=LEANINGS, required=False)
    reason = Words(label=_("Why"), required=False, rows=2, max_length=MOST)

    def content(self, *, at: datetime) -> StepBack:
        given = {name: self.cleaned_data[name] for name in self.base_fields if name in self.cleaned_data}
        given.pop("version", None)
        given["leaning"] = given["leaning"] or None
        if self.document:
            return replace(self.document.content, **given)
        return StepBack(**given)


class SecondSittingForm(MoveForm):
    """The second sitting, on another day."""

    leaning = Cards(label=_("Which way I lean now"), choices=LEANINGS)
    words = Words(label=_("How it looks today"), required=False, rows=3, max_length=MOST)

    def given(self, *, at: datetime) -> SecondSitting:
        return SecondSitting(on=timezone.localdate(at), **self.cleaned_data)


class DecisionForm(MoveForm):
    """What was decided."""

    outcome = Cards(label=_("I decide to"), choices=LEANINGS)
    why = Words(label=_("What I want to remember of why"), required=False, rows=2, max_length=MOST)

    def given(self, *, at: datetime) -> Decision:
        return Decision(**self.cleaned_data)
