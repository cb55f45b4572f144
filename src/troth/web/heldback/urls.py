"""Addresses of things held back."""

from django.utils.translation import gettext_lazy as _

from troth.web.heldback.forms import HeldbackForm
from troth.web.parts.entries import Done, EntryPages, Told, entry_urls

TOLD = Told(
    plural=_("Held back"),
    singular=_("thing held back"),
    icon="box",
    lede=_("What I have not said. A list for me alone: it can never be shared."),
    add=_("Write one down"),
    ask=_("What have I not said?"),
    example=_("“I have been talking with my brother about us. I want to tell it before they hear of it.”"),
    invite=_("Writing it down decides nothing. Some of it is to be told, and some is not theirs to carry."),
    kind="decision",
    states={"held": ("", ""), "told": (_("told"), "moss"), "let_be": (_("let be"), "none")},
    moves={
        "tell": Done(label=_("I told them"), said=_("Noted as told."), step=_("told")),
        "let_be": Done(label=_("Let it be"), said=_("Let be. You can take it up again."), step=_("let be")),
        "reopen": Done(label=_("Take it up again"), said=_("On the list again."), step=_("taken up again")),
    },
)
PAGES = EntryPages(practice="heldback", told=TOLD, form=HeldbackForm)
app_name = "heldback"
urlpatterns = entry_urls(PAGES)
