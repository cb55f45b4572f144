"""Pages that need no account."""

from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.views.decorators.http import require_http_methods, require_safe

from troth.safety import gate
from troth.web.parts.access import open_page
from troth.web.parts.helplines import country_for, numbers
from troth.web.safety.forms import CheckForm


@open_page
@require_safe
def safety(request: HttpRequest) -> HttpResponse:
    """Say calmly what to do in danger, whom to call, and how to leave quickly. Nothing is stored."""
    return TemplateResponse(request, "safety/safety.html", numbers(country_for(request)))


@open_page
@require_http_methods(["GET", "POST"])
def check(request: HttpRequest) -> HttpResponse:
    """Ask whether it is safe, and say what the answers often mean. Nothing is stored."""
    form = CheckForm(request.POST or None)
    if not form.is_valid():
        return TemplateResponse(
            request, "safety/check.html", {"form": form}, status=422 if form.errors else 200
        )
    signs = form.signs()
    found = gate(signs)
    directions = {
        sign.toward for sign in signs if sign.times for rule in found.reasons if rule.kind == sign.kind
    }
    shown = {
        "gate": found,
        "any": any(sign.times for sign in signs),
        "mine": "other" in directions,
        "toward_me": "me" in directions,
        "keep": form.answers() if request.me else {},
    }
    return TemplateResponse(request, "safety/checked.html", shown | numbers(country_for(request)))


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
