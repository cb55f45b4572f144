"""All addresses: each page folder brings its own."""

from django.urls import include, path

from troth.web.parts import errors

urlpatterns = [
    path("patterns/", include("troth.web.patterns.urls")),
]

handler400 = errors.bad_request
handler403 = errors.refused
handler404 = errors.not_here
handler500 = errors.our_fault
