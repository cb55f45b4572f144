"""Addresses of the journal."""

from django.urls import path

from troth.web.journal import views

app_name = "journal"
urlpatterns = [
    path("journal/", views.timeline, name="timeline"),
    path("journal/search/", views.search, name="search"),
    path("journal/deleted/", views.deleted, name="deleted"),
]
