"""Addresses of joining."""

from django.urls import path
from django.utils.translation import gettext_lazy as _

from troth.web.joining import join, views
from troth.web.parts import said

said.add(
    {
        "code_ended": _("This code is ended. It opens nothing any more."),
        "let_in": _("You are two here now. Nothing is shared until one of you gives a copy."),
        "yes_taken_back": _("Your yes is taken back. No message goes to them."),
        "left": _("You left. What you wrote stays yours. No message goes to them."),
    }
)
app_name = "joining"
urlpatterns = [
    path("join/", join.join, name="join"),
    path("join/accept/", join.accept, name="accept"),
    path("bond/<uuid:id>/together/", views.two, name="two"),
    path("bond/<uuid:id>/together/code/", views.make_code, name="make_code"),
    path("bond/<uuid:id>/together/code/end/", views.end_code, name="end_code"),
    path("bond/<uuid:id>/together/let-in/", views.let_in, name="let_in"),
    path("bond/<uuid:id>/together/take-back/", views.take_back, name="take_back"),
    path("bond/<uuid:id>/together/leave/", views.leave, name="leave"),
]
