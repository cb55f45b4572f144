"""Addresses of heads-ups."""

from django.utils.translation import gettext_lazy as _

from troth.web.headsups.forms import HeadsupForm
from troth.web.parts.entries import Done, EntryPages, Told, entry_urls

TOLD = Told(
    plural=_("Heads-ups"),
    singular=_("heads-up"),
    icon="horn",
    lede=_("A plan, a change or a feeling, told before it is found out. Early weighs less than late."),
    add=_("Write a heads-up"),
    ask=_("What is better said early?"),
    example=_("“On Thursday I am away all day. I will write at noon, and I am back by six.”"),
    invite=_("Openness is not telling all. It is telling what touches them, in time."),
    kind="kind",
    states={
        "planned": (_("not told yet"), "clay"),
        "told": (_("told"), "moss"),
        "not_needed": (_("not needed"), "none"),
    },
    moves={
        "tell": Done(label=_("I told them"), said=_("Noted as told."), step=_("told")),
        "drop": Done(
            label=_("No need any more"), said=_("Noted: no need any more."), step=_("no need any more")
        ),
        "reopen": Done(label=_("Open it again"), said=_("Not told yet, again."), step=_("opened again")),
    },
)
PAGES = EntryPages(practice="headsups", told=TOLD, form=HeadsupForm)
app_name = "headsups"
urlpatterns = entry_urls(PAGES)
