"""Addresses of triggers."""

from django.utils.translation import gettext_lazy as _

from troth.web.parts.entries import Done, EntryPages, More, Onward, Told, entry_urls
from troth.web.triggers.forms import TriggerForm
from troth.web.triggers.views import near

TOLD = Told(
    plural=_("Triggers"),
    singular=_("trigger"),
    icon="bell",
    lede=_("What sets old pain off. To know it is to see it sooner."),
    add=_("Note a trigger"),
    ask=_("What sets it off?"),
    example=_("“A call that stays unanswered for an hour.”"),
    invite=_("One is enough to begin. When it happens, one tap notes it."),
    states={"active": ("", ""), "eased": (_("eased"), "moss")},
    moves={
        "ease": Done(label=_("It has eased"), said=_("Noted. It can come back."), step=_("eased")),
        "reopen": Done(label=_("It is back"), said=_("Noted. That happens."), step=_("back again")),
    },
)
PAGES = EntryPages(
    practice="triggers",
    told=TOLD,
    form=TriggerForm,
    onward=(
        Onward(practice="occurrences", kind="about", label=_("It happened"), tap="now", on_list=True),
        Onward(practice="signs", kind="after", label=_("Note a sign")),
    ),
    more=(More("signs:back", "path", _("What came before, what helped")),),
    beside=near,
)
app_name = "triggers"
urlpatterns = entry_urls(PAGES)
