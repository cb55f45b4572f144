"""What is typed about a line of the support plan."""

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from troth.practices.plans import MOST, PARTS, Plan
from troth.web.parts.entries import EntryForm
from troth.web.parts.fields import Words


def _part(label: object, about: object, *, required: bool = False) -> Words:
    return Words(label=label, help_text=about, rows=2, max_length=MOST, required=required)


class PlanForm(EntryForm):
    """When this, please that, never the other."""

    when = _part(_("When…"), _("“… a plan changes at short notice”"), required=True)
    please = _part(_("please…"), _("“… tell me as soon as you know”"))
    never = _part(_("and never…"), _("“… let me find out from others”"))

    def content(self, *, at: datetime) -> Plan:
        versions = self.document.content.versions if self.document else ()
        return Plan(versions=versions, **{part: self.cleaned_data[part] for part in PARTS})
