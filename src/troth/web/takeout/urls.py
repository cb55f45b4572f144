"""Addresses of taking out and bringing in."""

from django.urls import path

from troth.web.takeout import views

app_name = "takeout"
urlpatterns = [
    path("settings/export/", views.take, name="take"),
    path("settings/import/", views.bring_in, name="bring"),
]
