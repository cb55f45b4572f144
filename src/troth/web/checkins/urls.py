"""Addresses of check-ins."""

from django.urls import path
from django.utils.translation import gettext_lazy as _

from troth.web.checkins import views
from troth.web.checkins.forms import CheckinForm
from troth.web.parts.entries import EntryPages, More, Told, entry_urls

TOLD = Told(
    plural=_("Check-ins"),
    singular=_("check-in"),
    icon="dial",
    lede=_("How the day felt, from 0 to 10. Your own feeling only."),
)
PAGES = EntryPages(
    practice="checkins",
    told=TOLD,
    form=CheckinForm,
    more=(More("insights:trust", "level", _("Felt trust, over time")),),
)
app_name = "checkins"
urlpatterns = [path("checkins/quick/", views.quick, name="quick"), *entry_urls(PAGES)]
