"""Addresses of the programme."""

from django.urls import path
from django.utils.translation import gettext_lazy as _

from troth.web.parts import said
from troth.web.programme import views

said.add({
    "programme_here": _("You are at this step now. You can move to any other whenever you like."),
    "programme_answer": _("Kept. Your answer stands below."),
})  # fmt: skip
app_name = "programme"
urlpatterns = [
    path("programme/", views.path, name="path"),
    path("programme/cards/<slug:key>/", views.card, name="card"),
    path("programme/<slug:key>/", views.step, name="step"),
    path("programme/<slug:key>/here/", views.here, name="here"),
]
