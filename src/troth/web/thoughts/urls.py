"""Addresses of thoughts."""

from django.urls import path
from django.utils.translation import gettext_lazy as _

from troth.web.parts import said
from troth.web.parts.entries import Done, EntryPages, More, Told, entry_urls
from troth.web.parts.words import WORDS
from troth.web.thoughts import views
from troth.web.thoughts.forms import HINTS, TRAPS, ThoughtForm
from troth.web.thoughts.suggesting import around

WORDS |= {"trap": dict(TRAPS), "trap_hint": HINTS}
said.add({"trap_noted": _("Noted among the traps."), "trap_passed": _("Passed by. It is not asked again.")})
TOLD = Told(
    plural=_("Thoughts"),
    singular=_("thought"),
    icon="cloud",
    lede=_("A thought that stings, looked at from more than one side."),
    add=_("Write a thought record"),
    ask=_("Look at one thought"),
    example=_("“They did not answer: they are done with me.” 80, and half an hour later 45."),
    invite=_(
        "The short way takes three minutes, the long way ten. Both can wait until you have cooled down."
    ),
    kind="kind",
    states={"open": (_("open"), ""), "worked": (_("looked at"), "moss")},
    moves={
        "finish": Done(label=_("Done for now"), said=_("Kept as looked at."), step=_("looked at")),
        "reopen": Done(label=_("Look at it again"), said=_("Open again."), step=_("opened again")),
    },
)
PAGES = EntryPages(
    practice="thoughts",
    told=TOLD,
    form=ThoughtForm,
    around=around,
    more=(More("thoughts:together", "path", _("Changes over time")),),
)
app_name = "thoughts"
urlpatterns = [
    path("thoughts/together/", views.together, name="together"),
    path("thoughts/<uuid:id>/trap/", views.trap, name="trap"),
    *entry_urls(PAGES),
]
