"""Keep what is being written; show it again."""

from uuid import UUID

from django.http import HttpResponse
from django.template.response import TemplateResponse
from django.views.decorators.http import require_GET, require_POST

from troth.store.actions import drafts
from troth.store.queries.drafts import kept
from troth.web.parts.access import SignedInRequest
from troth.web.parts.said import redirect_saying
from troth.web.parts.typed import is_secret

LONGEST_ADDRESS = 200
SIGNS = ("version", "csrfmiddlewaretoken", "next")


@require_POST
def keep(request: SignedInRequest) -> HttpResponse:
    """Keep what is being written, sealed; the answer is empty."""
    address = request.POST.get("draft_address", "")
    if not address.startswith("/") or len(address) > LONGEST_ADDRESS:
        return HttpResponse(status=422)
    fields = {
        name: request.POST.getlist(name)
        for name in request.POST
        if name != "draft_address" and not is_secret(name)
    }
    drafts.keep(me=request.me, address=address, fields=fields)
    return HttpResponse(status=204)


@require_GET
def all_kept(request: SignedInRequest) -> HttpResponse:
    """Show what was kept, word for word, with a way back to each form."""
    found = [(draft, [text for name, texts in draft.fields.items() if name not in SIGNS for text in texts if text.strip()])
             for draft in kept(request.me)]  # fmt: skip
    return TemplateResponse(request, "drafts/kept.html", {"drafts": found})


@require_POST
def let_go(request: SignedInRequest, id: UUID) -> HttpResponse:
    """Drop one draft."""
    drafts.forget_one(me=request.me, id=id)
    return redirect_saying("let_go", "drafts:kept")
