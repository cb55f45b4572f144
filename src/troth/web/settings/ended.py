"""After an account has ended: the page that says what remains."""

from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.views.decorators.http import require_safe

from troth.web.parts.access import open_page


@open_page
@require_safe
def deleted(request: HttpRequest) -> HttpResponse:
    """Say that it is gone, and what remains for how long."""
    return TemplateResponse(request, "settings/deleted.html")
