"""The first page, and what Troth is."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.views.decorators.http import require_safe

from troth.web.parts.access import open_page


@open_page
@require_safe
def first(request: HttpRequest) -> HttpResponse:
    """Lead an open browser to Today and a locked one to its door; show strangers what this is."""
    if request.me:
        return HttpResponseRedirect("/today/")
    if request.locked:
        return HttpResponseRedirect("/unlock/")
    return TemplateResponse(request, "about/first.html")


@open_page
@require_safe
def about(request: HttpRequest) -> HttpResponse:
    """Say what Troth is, what it promises, and what it does not."""
    return TemplateResponse(request, "about/about.html")
