"""Addresses of rests."""

from django.utils.translation import gettext_lazy as _

from troth.web.parts.entries import Done, EntryPages, Told, entry_urls
from troth.web.rests.forms import RestForm

TOLD = Told(
    plural=_("My rest"),
    singular=_("rest"),
    icon="moon",
    lede=_("Small things that give me strength back. They belong to me alone, not to any bond."),
    add=_("Plan a rest"),
    ask=_("What would do me good?"),
    example=_("“Saturday, ten to eleven: the pool, phone in the locker.”"),
    invite=_("You can walk with someone only as far as your own strength goes. Begin with half an hour."),
    kind="kind",
    states={
        "planned": (_("planned"), ""),
        "rested": (_("rested"), "moss"),
        "let_go": (_("let go"), "none"),
    },
    moves={
        "rest": Done(label=_("I rested"), said=_("Noted. Good."), step=_("rested")),
        "let_go": Done(label=_("Let it go"), said=_("Let go. Some days have no room."), step=_("let go")),
        "reopen": Done(label=_("Plan it again"), said=_("Planned again."), step=_("planned again")),
    },
)
PAGES = EntryPages(practice="rests", told=TOLD, form=RestForm)
app_name = "rests"
urlpatterns = entry_urls(PAGES)
