"""The address of the pattern page."""

from django.urls import path

from troth.web.patterns import views

app_name = "patterns"
urlpatterns = [path("patterns/", views.patterns, name="all")]
