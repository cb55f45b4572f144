"""Tell Django that the pages are here."""

from django.apps import AppConfig


class Web(AppConfig):
    name = "troth.web"
    label = "web"
