"""Addresses of kept words."""

from django.urls import path
from django.utils.translation import gettext_lazy as _

from troth.web.drafts import views
from troth.web.parts import said

said.add({"let_go": _("Let go.")})
app_name = "drafts"
urlpatterns = [
    path("drafts/", views.keep, name="keep"),
    path("kept/", views.all_kept, name="kept"),
    path("kept/<uuid:id>/let-go/", views.let_go, name="let_go"),
]
