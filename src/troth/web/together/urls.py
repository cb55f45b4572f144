"""Addresses of what is shared."""

from django.urls import path
from django.utils.translation import gettext_lazy as _

from troth.web.parts import said
from troth.web.together import ruling, sharing, views

GONE = _("It is gone from here. What was seen stays seen; older backups lose it within 14 days.")
said.add(
    {
        "copy_given": _("They can see this copy now. Take it back whenever you like."),
        "copy_back": GONE,
        "rule_made": _("It stands. From now on each new one goes as a copy."),
        "rule_stopped": _(
            "Stopped. The copies that it made are gone from here. What was seen stays seen; older backups lose it within 14 days."
        ),
        "looked": _("All right. That was a look through it."),
    }
)
app_name = "together"
urlpatterns = [
    path("together/", views.all_of, name="all"),
    path("together/looked/", views.looked, name="looked"),
    path("together/<uuid:id>/", views.one, name="one"),
    path("together/<uuid:id>/take-back/", views.take_back, name="take_back"),
    path("together/<uuid:id>/asked/", views.asked, name="asked"),
    path("together/share/<uuid:id>/", sharing.share, name="share"),
    path("together/share/<uuid:id>/give/", sharing.give, name="give"),
    path("together/rules/new/", ruling.new, name="rules"),
    path("together/rules/new/<slug:name>/", ruling.rule, name="rule"),
    path("together/rules/make/<slug:name>/", ruling.make, name="make"),
    path("together/rules/<uuid:id>/<slug:name>/stop/", ruling.stop, name="stop"),
]
