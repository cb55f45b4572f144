"""The real addresses and wrong ones: views whose author forgot the line that says who may, and a page with an inline script."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.urls import include, path
from django_htmx.jinja import htmx_script

from troth.app.urls import handler400, handler403, handler404, handler500
from troth.app.urls import urlpatterns as real_ones
from troth.store.models import Entry
from troth.web.parts.access import open_page

__all__ = ["handler400", "handler403", "handler404", "handler500"]

WORDS = "The plumber knows about the ladder"


@open_page
def one_of_anyones(request: HttpRequest, id: UUID) -> HttpResponse:
    """Show an entry to whoever asks."""
    found = Entry.objects.filter(id=id).first()
    return HttpResponse(bytes(found.sealed) if found else b"", status=200 if found else 404)


@open_page
def with_inline_script(request: HttpRequest) -> HttpResponse:
    """Show a page whose author wrote a script into it."""
    return HttpResponse("<!doctype html><title>Planted</title><script>document.title = 'ran'</script>")


@open_page
def with_usual_htmx(request: HttpRequest) -> HttpResponse:
    """Show private words on a page that takes htmx as it comes, with a link that changes the address."""
    script = htmx_script()
    link = '<a id="on" hx-get="/planted/usual/" hx-push-url="/planted/usual/?on" hx-target="body">On</a>'
    return HttpResponse(f"<!doctype html><title>Planted</title>{script}<body><p>{WORDS}</p>{link}</body>")


planted = (
    [
        path("planted/<uuid:id>/", one_of_anyones, name="one"),
        path("planted/inline/", with_inline_script),
        path("planted/usual/", with_usual_htmx),
    ],
    "planted",
)
urlpatterns = [*real_ones, path("", include(planted))]
