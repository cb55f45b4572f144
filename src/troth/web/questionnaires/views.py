"""Choose a questionnaire; where its words come from; what two ways of being near do with each other."""

from collections.abc import Mapping

from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import resolve_url
from django.template.response import TemplateResponse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from troth import practices
from troth.store.actions import entries
from troth.web.parts.access import SignedInRequest
from troth.web.parts.bonded import BondedRequest, bonded
from troth.web.questionnaires.forms import new
from troth.web.questionnaires.there import OWN_PAGES, find, licensed, shelf


def beside(request: BondedRequest) -> Mapping[str, object]:
    """Give the list what can be taken in this bond."""
    return {"shelf": shelf(request.bond.side.kind), "own_pages": OWN_PAGES}


@require_POST
@bonded
def begin(request: BondedRequest, name: str) -> HttpResponse:
    """Begin a questionnaire, to be answered one by one or all on one page."""
    found = find(name)
    if found is None or request.bond.side.kind not in found.bonds or found.id in OWN_PAGES:
        raise Http404
    at = timezone.now()
    document = practices.start("questionnaires", new(found), at=at, on=timezone.localdate())
    entry = entries.add(me=request.me, bond=request.bond.id, document=document)
    where = "answer_all" if request.POST.get("how") == "all" else "answer"
    return HttpResponseRedirect(resolve_url(f"questionnaires:{where}", entry.id), status=303)


@require_GET
def licences(request: SignedInRequest) -> HttpResponse:
    """Show the grant and the source of every text."""
    return TemplateResponse(request, "questionnaires/licences.html", {"found": licensed()})


@require_GET
def pairs(request: SignedInRequest) -> HttpResponse:
    """Say what worry and distance do with each other, in each pairing, without a name for anyone."""
    return TemplateResponse(request, "questionnaires/pairs.html", {"practice": "questionnaires"})
