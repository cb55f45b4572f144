"""Addresses of bonds."""

from django.urls import path
from django.utils.translation import gettext_lazy as _

from troth.web.bonds import views
from troth.web.parts import said

said.add(
    {
        "bond_paused": _("Paused. Everything here goes quiet until you take it up again."),
        "bond_closed": _("Closed. What you wrote stays yours."),
        "bond_active": _("Taken up again."),
        "bond_deleted": _("Deleted, with everything you wrote in it."),
    }
)
app_name = "bonds"
STATES = ("paused", "closed", "active")
urlpatterns = [
    path("bond/", views.overview, name="overview"),
    path("bond/new/", views.new, name="new"),
    path("bond/<uuid:id>/", views.edit, name="edit"),
    path("bond/<uuid:id>/roles/", views.roles, name="roles"),
    path("bond/<uuid:id>/switch/", views.switch, name="switch"),
    path("bond/<uuid:id>/delete/", views.delete, name="delete"),
    *(path(f"bond/<uuid:id>/{state}/", views.set_state, {"state": state}, name=state) for state in STATES),
]
