"""Pages that need no account."""

from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from troth.safety import age_of, countries, country_of, helplines, name_of
from troth.web.parts.access import open_page


@open_page
@require_safe
def safety(request: HttpRequest) -> HttpResponse:
    """Say calmly what to do in danger, whom to call, and how to leave quickly. Nothing is stored."""
    code = _country(request)
    shown = {
        "country": helplines(code) if code else None,
        "name": name_of(code) if code else "",
        "countries": sorted(((one, name_of(one)) for one in countries()), key=lambda pair: pair[1]),
        "code": code,
        "ages": {one.id: age_of(one, on=timezone.localdate()) for one in helplines(code).services}
        if code
        else {},
    }
    return TemplateResponse(request, "safety/safety.html", shown)


def _country(request: HttpRequest) -> str:
    """Take the chosen country, else that of the time zone; the network is never asked."""
    zone = request.GET.get("zone") or (request.me.profile.zone if request.me else "")
    for code in (request.GET.get("country", "").upper(), country_of(zone) or ""):
        if code in countries():
            return code
    return ""


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
