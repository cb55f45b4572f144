"""What is typed about a milestone."""

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from troth.practices.milestones import MOST_WHAT, Milestone
from troth.web.parts.entries import EntryForm
from troth.web.parts.fields import Day, Words


class MilestoneForm(EntryForm):
    """Something that was got past, in one's own words."""

    what = Words(label=_("What did you get past?"), rows=3, max_length=MOST_WHAT)
    on = Day(label=_("Since which day?"))

    def content(self, *, at: datetime) -> Milestone:
        return Milestone(what=self.cleaned_data["what"])
