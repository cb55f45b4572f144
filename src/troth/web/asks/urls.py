"""Addresses of asks."""

from collections.abc import Mapping

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from troth.practices.asks import cards
from troth.web.asks.forms import AskedForm, AskForm
from troth.web.parts.bonded import BondedRequest
from troth.web.parts.entries import Done, EntryPages, More, Onward, Told, entry_urls


def beside(_request: BondedRequest) -> Mapping[str, object]:
    """Offer the question cards."""
    return {"cards": [{"key": card.key, "question": gettext(card.question)} for card in cards()]}


TOLD = Told(
    plural=_("Questions to ask"),
    singular=_("question"),
    icon="ask",
    lede=_("How can I help? The one who knows is your person."),
    add=_("Write a question"),
    ask=_("What would you like to ask?"),
    example=_("“What helps you more on a hard day: that I listen, or that I leave you time?”"),
    invite=_("Ask one thing, at a calm time, and only listen."),
    states={"to_ask": (_("to ask"), ""), "asked": (_("asked"), "moss")},
    moves={
        "ask": Done(label=_("I asked"), said=_("Noted. What they said is theirs."), step=_("asked")),
        "reopen": Done(
            label=_("Ask again later"), said=_("Back among those to ask."), step=_("to ask again")
        ),
    },
)
PAGES = EntryPages(
    practice="asks",
    told=TOLD,
    form=AskForm,
    move_forms={"ask": AskedForm},
    onward=(
        Onward(practice="plans", kind="from", label=_("Make a line of the plan from it")),
        Onward(practice="listenings", kind="from", label=_("How I listened")),
    ),
    more=(More("plans:sheet", "plan", _("The support plan")),),
    beside=beside,
)
app_name = "asks"
urlpatterns = entry_urls(PAGES)
