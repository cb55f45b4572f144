"""The one address that machines ask."""

from django.urls import path

from troth.web.health import views

app_name = "health"
urlpatterns = [path("health/", views.health, name="health")]
