"""Tell Django that the tables are here."""

from django.apps import AppConfig


class Store(AppConfig):
    name = "troth.store"
    label = "troth"
    default_auto_field = "django.db.models.BigAutoField"
