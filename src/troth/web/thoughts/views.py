"""What many records say together, and the answer to a trap that was suggested."""

from dataclasses import replace
from uuid import UUID

from django.http import Http404, HttpResponse
from django.template.response import TemplateResponse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from troth import practices
from troth.practices import Document
from troth.practices.thoughts import TRAPS, NotEnough, Thought, over_time
from troth.store.actions import entries
from troth.store.queries import entries as queries
from troth.store.queries.recent import lasting
from troth.web.parts.access import SignedInRequest
from troth.web.parts.bonded import BondedRequest, bonded
from troth.web.parts.said import redirect_saying


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


@require_POST
def trap(request: SignedInRequest, id: UUID) -> HttpResponse:
    """Note the answer to "could this be …?": among the traps, or passed by for good."""
    opened = queries.one(request.me, id, practice="thoughts")
    code, is_in = request.POST.get("trap", ""), request.POST.get("answer") == "yes"
    if code not in TRAPS or not isinstance(opened.document, Document):
        raise Http404
    changed = practices.edit(
        opened.document, _answered(opened.document.content, code, is_in=is_in), at=timezone.now()
    )
    entries.save(me=request.me, id=id, version=opened.version, document=changed)
    return redirect_saying("trap_noted" if is_in else "trap_passed", "thoughts:one", id)


def _answered(thought: Thought, code: str, *, is_in: bool) -> Thought:
    name = "traps" if is_in else "passed"
    before = getattr(thought, name)
    return replace(thought, **{name: before if code in before else (*before, code)})
