"""Addresses of settings."""

from django.urls import path
from django.utils.translation import gettext_lazy as _

from troth.web.parts import said
from troth.web.settings import ended, keys, views

said.add(
    {
        "signed_out": _("Signed out."),
        "passphrase_new": _("The new passphrase counts from now on. All other browsers are signed out."),
        "code_new": _("The new recovery code counts from now on. The old one opens nothing."),
        "code_old": _("The page with the code was open too long. Ask for a new one here."),
        "code_none": _("There is no recovery code now."),
    }
)
app_name = "settings"
urlpatterns = [
    path("settings/", views.overview, name="overview"),
    path("settings/choices/", views.choices, name="choices"),
    path("settings/devices/", views.devices, name="devices"),
    path("settings/devices/others/end/", views.end_others, name="end_others"),
    path("settings/devices/all/end/", views.end_all, name="end_all"),
    path("settings/devices/<uuid:id>/end/", views.end_one, name="end_one"),
    path("settings/passphrase/", keys.passphrase, name="passphrase"),
    path("settings/code/first/", keys.first_code, name="first_code"),
    path("settings/code/", keys.new_code, name="new_code"),
    path("settings/keys/", keys.renew, name="renew"),
    path("settings/delete/", keys.delete, name="delete"),
    path("settings/deleted/", ended.deleted, name="deleted"),
]
