"""One effort shown back, for a low day."""

from django.http import HttpResponse
from django.template.response import TemplateResponse
from django.utils import timezone
from django.views.decorators.http import require_GET

from troth.practices import Document
from troth.practices.efforts import worth_remembering
from troth.store.queries.recent import lasting
from troth.web.parts.bonded import BondedRequest, bonded
from troth.web.parts.gated import gate_for


@require_GET
@bonded
def remember(request: BondedRequest) -> HttpResponse:
    """Show one effort again. Where the gate is not open, none: it could talk somebody into staying."""
    shown = None
    if gate_for(request).is_open:
        efforts = lasting(request.me, request.bond.id, of=("efforts",))
        documents = [one.document for one in efforts if isinstance(one.document, Document)]
        chosen = worth_remembering(documents, timezone.localdate())
        shown = next((one for one in efforts if one.document is chosen), None)
    return TemplateResponse(request, "efforts/remember.html", {"opened": shown, "practice": "efforts"})
