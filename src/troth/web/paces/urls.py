"""Addresses of the pace."""

from django.urls import path
from django.utils.translation import gettext_lazy as _

from troth.web.paces import views
from troth.web.paces.forms import PaceForm
from troth.web.parts import said
from troth.web.parts.entries import EntryPages, Told, entry_urls

TOLD = Told(
    plural=_("Pace"),
    singular=_("pace"),
    icon="dial",
    lede=_("How fast it may go between you: fast, gentle, or a pause. One word, no reason."),
    kind="pace",
)
PAGES = EntryPages(practice="paces", told=TOLD, form=PaceForm, beside=views.beside)
said.add(
    {"pace_set": _("That is your pace now."), "pace_none": _("Nothing was chosen, and nothing changed.")}
)
app_name = "paces"
urlpatterns = [path("paces/set/", views.choose, name="set"), *entry_urls(PAGES)]
