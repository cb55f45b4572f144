"""Choose a moment, answer it, hear what the answer does. No word of it is kept or stands in an address."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import Http404, HttpResponse
from django.template.response import TemplateResponse
from django.views.decorators.http import require_GET, require_http_methods

from troth.web.listen.forms import ReplyForm
from troth.web.listen.words import KINDS, TRY, WELL
from troth.web.parts.access import keeps_nothing
from troth.web.parts.bonded import BondedRequest, bonded
from troth.web.parts.coached import card_for
from troth.web.parts.gated import gate_for
from troth.web.parts.lazily import coach
from troth.web.parts.pages import answers_parts, part_or_page

if TYPE_CHECKING:
    from troth.coach import Vignette


@require_GET
@bonded
def choose(request: BondedRequest) -> HttpResponse:
    """Offer the kinds of bond, one's own first, each with a first moment."""
    mine = request.bond.side.kind
    kinds = sorted(KINDS, key=lambda kind: kind != mine)
    rows = [(KINDS[kind], _of(kind)[0], len(_of(kind))) for kind in kinds]
    return TemplateResponse(
        request, "listen/choose.html", {"rows": rows, "withheld": not gate_for(request).is_open}
    )


@keeps_nothing
@answers_parts
@require_http_methods(["GET", "POST"])
@bonded
def moment(request: BondedRequest, name: str) -> HttpResponse:
    """Show a moment; on POST what the answer to it does, below it."""
    found = next((one for one in coach.vignettes() if one.id == name), None)
    if found is None:
        raise Http404
    form = ReplyForm(request.POST if request.method == "POST" else None)
    form.spellcheck = request.me.profile.spell_check  # type: ignore[attr-defined]
    shown: dict[str, object] = {
        "moment": found,
        "kind": KINDS[found.kind],
        "next": _after(found),
        "form": form,
        "withheld": not gate_for(request).is_open,
    }
    if form.is_valid() and not shown["withheld"]:
        shown |= _heard(request, found, form.cleaned_data["reply"])
    name = part_or_page(request, "listen/moment.html#heard")
    return TemplateResponse(request, name, shown, status=422 if form.errors else 200)


def _heard(request: BondedRequest, found: Vignette, reply: str) -> dict[str, object]:
    heard = coach.listening(found, reply)
    return {
        "heard": heard,
        "well": WELL[heard.well.code],
        "attempt": TRY[heard.attempt.code],
        "card": card_for(request, heard.flags),
    }


def _of(kind: str) -> list[Vignette]:
    return [one for one in coach.vignettes() if one.kind == kind]


def _after(found: Vignette) -> Vignette:
    """The next moment of the same kind; after the last the first."""
    some = _of(found.kind)
    return some[(some.index(found) + 1) % len(some)]
