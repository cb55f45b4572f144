"""All addresses: each page folder with a `urls.py` brings its own, so adding one needs no line here."""

from pathlib import Path

from django.urls import include, path

from troth import web
from troth.web.parts import errors

# Django asks one folder after the other for an address, so those that are opened most stand first.
FIRST = ("troth.web.today", "troth.web.journal")
FOUND = sorted(
    f"troth.web.{file.parent.name}" for place in web.__path__ for file in Path(place).glob("*/urls.py")
)
FOLDERS = sorted(FOUND, key=lambda name: name not in FIRST)
SUBJECTS = [f"{folder}.urls" for folder in FOLDERS]
urlpatterns = [path("", include(subject)) for subject in SUBJECTS]

handler400 = errors.bad_request
handler403 = errors.refused
handler404 = errors.not_here
handler500 = errors.our_fault
