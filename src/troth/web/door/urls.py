"""Addresses of the door."""

from django.urls import path

from troth.web.door import views, ways_out

app_name = "door"
urlpatterns = [
    path("sign-up/", views.sign_up, name="sign_up"),
    path("sign-in/", views.sign_in, name="sign_in"),
    path("unlock/", views.unlock, name="unlock"),
    path("recover/", views.recover, name="recover"),
    path("lock/", ways_out.lock, name="lock"),
    path("sign-out/", ways_out.sign_out, name="sign_out"),
    path("leave/", ways_out.leave, name="leave"),
    path("still-here/", ways_out.still_here, name="still_here"),
]
