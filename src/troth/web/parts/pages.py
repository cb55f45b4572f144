"""One address, two answers: the whole page, or only the part that htmx asked for."""

from django.http import HttpRequest
from django.views.decorators.vary import vary_on_headers

LONGEST_NUMBER = 15  # digits; databases know no longer counts

# Beside `no-store` this is for caches between us and the browser that do not listen.
answers_parts = vary_on_headers("HX-Request", "HX-History-Restore-Request")


def asked_before(request: HttpRequest) -> int | None:
    """Read `?before=` of an older page; whatever is no plain number of a usual length is left out."""
    text = request.GET.get("before", "")
    return int(text) if text.isascii() and text.isdigit() and len(text) <= LONGEST_NUMBER else None


def part_or_page(request: HttpRequest, name: str) -> str:
    """Keep `#part` of a template's name only where htmx asks, and not to restore its history."""
    htmx = getattr(request, "htmx", None)
    if htmx and not htmx.history_restore_request:
        return name
    return name.partition("#")[0]
