"""Addresses of repairs."""

from django.utils.translation import gettext_lazy as _

from troth.practices.repairs import may_open
from troth.web.parts.entries import Done, EntryPages, Told, entry_urls
from troth.web.repairs.apology import around
from troth.web.repairs.forms import RepairForm

TOLD = Told(
    plural=_("Repairs"),
    singular=_("repair"),
    icon="mend",
    lede=_("A miss that is owned weighs less."),
    states={
        "writing": (_("being written"), "clay"),
        "done": (_("said"), "moss"),
        "accepted": (_("accepted"), "moss"),
        "not_accepted": (_("not accepted"), "moss"),
        "not_asked": (_("not asked"), "moss"),
    },
    moves={
        "finish": Done(label=_("I said it"), said=_("Said. What they do with it is theirs."), step=_("said")),
        "accept": Done(label=_("They accepted"), said=_("Noted."), step=_("they accepted")),
        "decline": Done(
            label=_("They did not"),
            said=_("Noted. They may need time, or may not want it."),
            step=_("they did not accept"),
        ),
        "leave": Done(label=_("I did not ask"), said=_("Noted."), step=_("not asked")),
        "reopen": Done(
            label=_("Open it for writing again"), said=_("Open for writing again."), step=_("opened again")
        ),
    },
)
PAGES = EntryPages(practice="repairs", told=TOLD, form=RepairForm, may_link=may_open, around=around)
app_name = "repairs"
urlpatterns = entry_urls(PAGES)
