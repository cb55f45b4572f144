"""Addresses of the letters."""

from django.urls import path

from troth.web.letters import views

app_name = "letters"
urlpatterns = [
    path("letters/", views.every, name="all"),
    path("letters/<str:month>/", views.letter, name="one"),
    path("letters/<str:month>/pdf/", views.pdf, name="pdf"),
]
