"""Words for a limit."""

from django.http import HttpResponse
from django.template.response import TemplateResponse
from django.views.decorators.http import require_GET

from troth.web.parts.access import SignedInRequest


@require_GET
def limits(request: SignedInRequest) -> HttpResponse:
    """Offer sentences for a limit, to be put into one's own words."""
    return TemplateResponse(request, "incidents/limits.html")
