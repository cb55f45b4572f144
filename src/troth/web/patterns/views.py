"""Show every element of the look, with invented words."""

from dataclasses import fields

from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.views.decorators.http import require_safe

from troth.web.parts.access import open_page
from troth.web.parts.frame import PLACES, Frame, frame
from troth.web.parts.tags import ICONS
from troth.web.patterns.forms import PatternForm
from troth.web.patterns.pictures import over_time, ranges

FILLED = {"trusted": 6, "size": "small", "language": "en", "shows": ["care"]}


@open_page
@require_safe
def patterns(request: HttpRequest) -> HttpResponse:
    """Show all elements; `?as=unlocked` puts the frame of a signed-in person round them."""
    context = {
        "form": PatternForm(initial=FILLED),
        "wrong": PatternForm({"trusted": "6"}, prefix="wrong"),
        "icons": ICONS,
        "chart": over_time(),
        "ranges": ranges(),
    }
    if request.GET.get("as") == "unlocked":
        context["frame"] = pretended(frame(request)["frame"])
    return TemplateResponse(request, "patterns/patterns.html", context)


def pretended(real: object) -> Frame:
    """Return the same frame as it is for someone signed in to a sample world."""
    given = {field.name: getattr(real, field.name) for field in fields(Frame)}
    return Frame(**given | {"unlocked": True, "sample": True, "here": "today", "places": PLACES})
