"""Rehearse a message. Nothing is kept but what a button asks to keep, and no word stands in an address."""

from django.http import HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from troth.practices.promises import MOST_WORDING
from troth.store.actions import drafts
from troth.web.parts.access import SignedInRequest, keeps_nothing
from troth.web.parts.bonded import BondedRequest, bonded
from troth.web.parts.entries.views import new as keep
from troth.web.parts.gated import gate_for
from troth.web.parts.pages import answers_parts, part_or_page
from troth.web.rehearsals.forms import RehearseForm, shown_again
from troth.web.rehearsals.reading import plainly, read
from troth.web.rehearsals.turns import turned

PAGE = "rehearsals/rehearse.html"


@keeps_nothing
@answers_parts
@require_http_methods(["GET", "POST"])
@bonded
def rehearse(request: BondedRequest) -> HttpResponse:
    """Show where to type; on POST what the words may do, below them. htmx gets only what is said of them."""
    form = RehearseForm(request.POST if request.method == "POST" else None)
    shown: dict[str, object] = {"form": form, "withheld": not gate_for(request).is_open}
    if form.is_valid():
        given = turned(form.cleaned_data, request.POST)
        form = shown_again(given)
        shown |= {"form": form, "given": given, "before": plainly(given["before"])}
        if given["words"]:
            shown["read"] = read(request, given)
    form.spellcheck = request.me.profile.spell_check  # type: ignore[attr-defined]
    return _answer(request, shown)


def _answer(request: BondedRequest, shown: dict[str, object]) -> HttpResponse:
    form, found = shown["form"], shown.get("read")
    assert isinstance(form, RehearseForm)
    name = part_or_page(request, f"{PAGE}#marks")
    shown |= {"is_part": name != PAGE, "card_is_there": "card" in request.POST}
    response = TemplateResponse(request, name, shown, status=422 if form.errors else 200)
    # Once, when the card is new: who goes on typing is not pulled away from the words again.
    if name != PAGE and getattr(found, "card", None) and "card" not in request.POST:
        response.headers["HX-Reswap"] = "innerHTML show:#danger:top"
    return response


def new(request: SignedInRequest, **pages: object) -> HttpResponse:
    """Keep a draft; a new one begins where it is rehearsed."""
    if request.method == "GET" and gate_for(request).is_open:
        return HttpResponseRedirect(reverse("rehearsals:rehearse"), status=303)
    return keep(request, **pages)


@require_POST
def promise(request: SignedInRequest) -> HttpResponse:
    """Lay a sentence ready in the form of a new promise: sealed, as any form that is being written."""
    wording = (request.POST.get("wording") or request.POST.get("words", "")).strip()
    address = reverse("promises:new")
    if wording and len(wording) <= MOST_WORDING:
        drafts.keep(me=request.me, address=address, fields={"wording": [wording]})
    return HttpResponseRedirect(address, status=303)
