"""Pages that need no account."""

from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.views.decorators.http import require_safe

from troth.web.parts.access import open_page


@open_page
@require_safe
def safety(request: HttpRequest) -> HttpResponse:
    """Say calmly what to do in danger, and how to leave quickly."""
    return TemplateResponse(request, "safety/safety.html")


@open_page
@require_safe
def devices(request: HttpRequest) -> HttpResponse:
    """Say what stays behind on a device that others use."""
    return TemplateResponse(request, "safety/devices.html")


@open_page
@require_safe
def leaving(request: HttpRequest) -> HttpResponse:
    """Explain *Leave quickly* and let people try it."""
    return TemplateResponse(request, "safety/leaving.html")
