"""Addresses of wins."""

from django.urls import path
from django.utils.translation import gettext_lazy as _

from troth.web.parts import said
from troth.web.parts.entries import EntryPages, entry_urls
from troth.web.wins import views
from troth.web.wins.forms import WinForm

said.add({"win": _("Noted as a win.")})
PAGES = EntryPages(practice="wins", form=WinForm)
app_name = "wins"
urlpatterns = [
    path("wins/week/", views.week, name="week"),
    path("wins/week/<str:first>/", views.week, name="week_of"),
    path("wins/from/<uuid:id>/", views.from_entry, name="from_entry"),
    *entry_urls(PAGES),
]
