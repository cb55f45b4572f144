"""Addresses of check-ins."""

from django.urls import path

from troth.web.checkins import views
from troth.web.checkins.forms import CheckinForm
from troth.web.parts.entries import EntryPages, entry_urls

PAGES = EntryPages(practice="checkins", form=CheckinForm)
app_name = "checkins"
urlpatterns = [path("checkins/quick/", views.quick, name="quick"), *entry_urls(PAGES)]
