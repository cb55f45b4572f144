"""Addresses of rehearsing, and of the drafts that were kept."""

from django.urls import path
from django.utils.translation import gettext_lazy as _

from troth.web.parts.entries import Done, EntryPages, More, Told, entry_urls
from troth.web.rehearsals import views
from troth.web.rehearsals.forms import RehearsalForm

TOLD = Told(
    plural=_("Rehearse"),
    singular=_("message"),
    icon="speech",
    lede=_("Try a message out before you send it. Drafts are kept only where you ask for it."),
    add=_("Rehearse a message"),
    ask=_("A draft"),
    example=_("“I said six and came at eight. That was my doing. What would help you tonight?”"),
    invite=_("Type or paste what you want to send. You see what may help and what may hurt, and why."),
    states={"draft": (_("draft"), ""), "sent": (_("sent"), "moss")},
    moves={
        "tell": Done(label=_("I sent it"), said=_("Noted as sent."), step=_("sent")),
        "reopen": Done(label=_("Make it a draft again"), said=_("A draft again."), step=_("draft again")),
    },
)
PAGES = EntryPages(
    practice="rehearsals",
    told=TOLD,
    form=RehearsalForm,
    more=(More("rehearsals:rehearse", "speech", _("Rehearse a message")),),
)
app_name = "rehearsals"
urlpatterns = [
    path("rehearse/", views.rehearse, name="rehearse"),
    path("rehearse/promise/", views.promise, name="promise"),
    path("rehearsals/new/", views.new, {"pages": PAGES}, name="new"),
    *entry_urls(PAGES),
]
