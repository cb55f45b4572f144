"""Addresses of the support plan."""

from django.urls import path
from django.utils.translation import gettext_lazy as _

from troth.web.parts.entries import Done, EntryPages, More, Onward, Told, entry_urls
from troth.web.plans import views
from troth.web.plans.forms import PlanForm

TOLD = Told(
    plural=_("Support plan"),
    singular=_("line of the plan"),
    icon="plan",
    lede=_("When this happens, please do that, and never the other. Agreed by both, and changed by both."),
    add=_("Write a line"),
    ask=_("A line of the plan"),
    example=_(
        "“When a plan changes, please tell me as soon as you know, and never let me find out from others.”"
    ),
    invite=_("Begin with something that they told you would help."),
    states={
        "draft": (_("draft"), ""),
        "agreed": (_("agreed"), "moss"),
        "withdrawn": (_("no longer agreed"), "none"),
    },
    moves={
        "agree": Done(
            label=_("We both said yes, aloud"),
            said=_("Agreed, and dated today."),
            step=_("agreed by both"),
            opens=True,
        ),
        "withdraw": Done(
            label=_("No longer agreed"),
            said=_("No longer agreed. No reason is needed."),
            step=_("no longer agreed"),
        ),
        "renew": Done(
            opens=True,
            label=_("Make a new draft"),
            said=_("Open as a new draft. The old wording is kept."),
            step=_("new draft"),
        ),
    },
)
PAGES = EntryPages(
    practice="plans",
    told=TOLD,
    form=PlanForm,
    onward=(Onward(practice="occurrences", kind="helped_by", label=_("It was needed, and it helped")),),
    more=(More("plans:sheet", "plan", _("The whole plan, to read or print")),),
)
app_name = "plans"
urlpatterns = [path("plans/sheet/", views.sheet, name="sheet"), *entry_urls(PAGES)]
