"""Say whether the program and its database answer."""

from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.http import require_safe

from troth import __version__
from troth.store.models import Home
from troth.web.parts.access import open_page


@open_page
@require_safe
def health(request: HttpRequest) -> HttpResponse:
    """Answer 200 with the version where the database answers, else 503."""
    try:
        Home.objects.exists()
    except DatabaseError:
        return JsonResponse({"status": "the database does not answer", "version": __version__}, status=503)
    return JsonResponse({"status": "ok", "version": __version__})
