"""Addresses of efforts. Each kind is one tap on the list: two taps from anywhere."""

from functools import partial

from django.urls import path
from django.utils.translation import gettext_lazy as _

from troth.practices.efforts import Effort
from troth.web.efforts import views
from troth.web.efforts.forms import KINDS, EffortForm
from troth.web.parts.entries import Done, EntryPages, More, Told, entry_urls

NOTED = _("Noted. You can add words, or leave it so.")
TOLD = Told(
    plural=_("What they tried"),
    singular=_("effort"),
    icon="hand",
    lede=_("One thing that they tried this week. Not how well it went: that they tried."),
    add=_("Write one with words"),
    ask=_("What did they try?"),
    example=_("“Stayed in the room when I asked about the money, and said: give me a minute.”"),
    invite=_("A small thing can cost a lot. One a week is plenty, and none is a fact too."),
    kind="kind",
    taps={kind: Done(label=label, said=NOTED) for kind, label in KINDS},
)
PAGES = EntryPages(
    practice="efforts",
    told=TOLD,
    form=EffortForm,
    taps={kind: partial(Effort, kind=kind) for kind, _label in KINDS},
    more=(More("efforts:remember", "heart", _("One to remember")),),
)
app_name = "efforts"
urlpatterns = [path("efforts/remember/", views.remember, name="remember"), *entry_urls(PAGES)]
