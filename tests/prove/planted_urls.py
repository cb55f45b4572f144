"""The real addresses and wrong ones: views whose author forgot the line that says who may, and a page with an inline script."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.urls import include, path

from troth.app.urls import handler400, handler403, handler404, handler500
from troth.app.urls import urlpatterns as real_ones
from troth.store.models import Entry
from troth.web.parts.access import open_page

__all__ = ["handler400", "handler403", "handler404", "handler500"]


@open_page
def one_of_anyones(request: HttpRequest, id: UUID) -> HttpResponse:
    """Show an entry to whoever asks."""
    found = Entry.objects.filter(id=id).first()
    return HttpResponse(bytes(found.sealed) if found else b"", status=200 if found else 404)


planted = ([path("planted/<uuid:id>/", one_of_anyones, name="one")], "planted")
urlpatterns = [*real_ones, path("", include(planted))]
