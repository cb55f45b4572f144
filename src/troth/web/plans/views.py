"""The support plan on one page, to read and to print."""

from django.http import HttpResponse
from django.template.response import TemplateResponse
from django.utils import timezone
from django.views.decorators.http import require_GET

from troth.store.queries.recent import lasting
from troth.web.parts.bonded import BondedRequest, bonded


@require_GET
@bonded
def sheet(request: BondedRequest) -> HttpResponse:
    """Show every line, those agreed first; each with its version and its day."""
    opened = lasting(request.me, request.bond.id, of=("plans",))[::-1]
    parts = {
        state: [one for one in opened if one.line and one.line.state == state]
        for state in ("agreed", "draft", "withdrawn")
    }
    shown = {"parts": parts, "any": bool(opened), "today": timezone.localdate(), "bond": request.bond}
    return TemplateResponse(request, "plans/sheet.html", shown)
