"""Addresses of milestones."""

from django.utils.translation import gettext_lazy as _

from troth.web.milestones.forms import MilestoneForm
from troth.web.parts.entries import EntryPages, Told, entry_urls

TOLD = Told(
    plural=_("Milestones"),
    singular=_("milestone"),
    icon="flag",
    lede=_("Something you got past, in your own words. Only you decide what is one."),
    add=_("Note a milestone"),
    ask=_("What did you get past?"),
    example=_("“We spoke about the money, and nobody left the room.”"),
    invite=_("A hard date, a talk that was due for years, a first time. There is no number to reach."),
)
PAGES = EntryPages(practice="milestones", told=TOLD, form=MilestoneForm)
app_name = "milestones"
urlpatterns = entry_urls(PAGES)
