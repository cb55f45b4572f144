"""Addresses of practices and lessons."""

from django.urls import path

from troth.web.practices import views

app_name = "practices"
urlpatterns = [
    path("practices/", views.overview, name="overview"),
    path("practices/<slug:name>/", views.lesson, name="lesson"),
]
