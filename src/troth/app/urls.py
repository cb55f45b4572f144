"""All addresses: each page folder brings its own."""

from django.urls import include, path

from troth.web.parts import errors

SUBJECTS = (
    "about",
    "bonds",
    "checkins",
    "door",
    "drafts",
    "health",
    "journal",
    "patterns",
    "practices",
    "promises",
    "repairs",
    "safety",
    "settings",
    "takeout",
    "today",
    "wins",
)
urlpatterns = [path("", include(f"troth.web.{subject}.urls")) for subject in SUBJECTS]

handler400 = errors.bad_request
handler403 = errors.refused
handler404 = errors.not_here
handler500 = errors.our_fault
