"""Addresses of wins."""

from django.urls import path
from django.utils.translation import gettext_lazy as _

from troth.web.parts import said
from troth.web.parts.entries import EntryPages, More, Onward, Told, entry_urls
from troth.web.wins import views
from troth.web.wins.forms import WinForm

said.add({"win": _("Noted as a win.")})
TOLD = Told(
    plural=_("Wins"),
    singular=_("win"),
    icon="star",
    lede=_("Small things that went well. Easy to forget, good to have."),
    add=_("Note a win"),
    ask=_("What went well?"),
    example=_("“They said aloud that Sundays are hard.”"),
    invite=_("A promise kept, a fear told, a small risk taken: each is one."),
    kind="kind",
)
PAGES = EntryPages(
    practice="wins",
    told=TOLD,
    form=WinForm,
    onward=(Onward(practice="milestones", kind="from", label=_("A milestone from it")),),
    more=(More("wins:week", "path", _("The week looked back on")),),
)
app_name = "wins"
urlpatterns = [
    path("wins/week/", views.week, name="week"),
    path("wins/week/<str:first>/", views.week, name="week_of"),
    path("wins/from/<uuid:id>/", views.from_entry, name="from_entry"),
    *entry_urls(PAGES),
]
