"""What many records say together."""

from django.http import HttpResponse
from django.template.response import TemplateResponse
from django.views.decorators.http import require_GET

from troth.practices import Document
from troth.practices.thoughts import NotEnough, over_time
from troth.store.queries.recent import lasting
from troth.web.parts.bonded import BondedRequest, bonded


@require_GET
@bonded
def together(request: BondedRequest) -> HttpResponse:
    """Put the worked records side by side; below five it says "not enough yet"."""
    found = lasting(request.me, request.bond.id, of=("thoughts",))
    result = over_time(one.document for one in found if isinstance(one.document, Document))
    ids = {id(one.document): one for one in found}
    shown = {
        "result": result,
        "lines": [ids[id(one.document)] for one in result.worked],
        "practice": "thoughts",
    }
    if not isinstance(result, NotEnough):
        shown["middle"] = abs(result.middle)
    return TemplateResponse(request, "thoughts/together.html", shown)
