"""Addresses of Today."""

from django.urls import path
from django.utils.translation import gettext_lazy as _

from troth.web.parts import said
from troth.web.today import views

said.add({"not_today": _("All right. Not today.")})
app_name = "today"
urlpatterns = [
    path("today/", views.today, name="today"),
    path("today/not-today/", views.not_today, name="not_today"),
]
