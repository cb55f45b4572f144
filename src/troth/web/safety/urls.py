"""Addresses of the signed-out safety pages."""

from django.urls import path

from troth.web.safety import views

app_name = "safety"
urlpatterns = [
    path("safety/", views.safety, name="safety"),
    path("safety/check/", views.check, name="check"),
    path("safety/devices/", views.devices, name="devices"),
    path("safety/leaving/", views.leaving, name="leaving"),
]
