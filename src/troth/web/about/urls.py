"""Addresses that strangers meet first."""

from django.urls import path

from troth.web.about import views

app_name = "about"
urlpatterns = [path("", views.first, name="first"), path("about/", views.about, name="about")]
