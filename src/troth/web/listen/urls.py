"""Addresses of the exercise in listening."""

from django.urls import path

from troth.web.listen import views

app_name = "listen"
urlpatterns = [
    path("listen/", views.choose, name="choose"),
    path("listen/<slug:name>/", views.moment, name="moment"),
]
