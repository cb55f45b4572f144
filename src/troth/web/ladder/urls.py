"""Address of the ladder."""

from django.urls import path

from troth.web.ladder import views

app_name = "ladder"
urlpatterns = [path("ladder/", views.ladder, name="ladder")]
