"""Insights at a glance: sentences first, pictures after the page, three endings."""

from datetime import datetime

from django.http import HttpResponse
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET

from troth.practices.counts import sureness
from troth.web.insights.forms_taken import taken
from troth.web.insights.groups import by_size
from troth.web.insights.support import energy_lately, people_here
from troth.web.parts.bonded import BondedRequest, bonded
from troth.web.parts.gated import gate_for, may_ask
from troth.web.parts.measured import (
    Seen,
    outcomes_of,
    seen,
    sure_words,
    trust_of,
    trust_words,
    word_of,
    word_said,
)
from troth.web.parts.measured.seen import FOR_TRUST, FOR_WORD
from troth.web.parts.measured.word_said import is_surer_than_right

MOMENTS = ("occurrences", "signs")
# One small step, if one likes: never chosen by how trust moves, which may be chance.
STEPS = {
    "settle": (_("Say what became of a promise that is past its time."), "/promises/", _("See promises")),
    "smaller": (_("Promise a little smaller for a while."), "/promises/new/?size=tiny", _("Make a tiny one")),
    "rest": (_("Nothing. Having looked is enough."), "", ""),
}


@require_GET
@bonded
def overview(request: BondedRequest) -> HttpResponse:
    """Show every insight in a sentence or two; where safety comes first, nothing that pushes."""
    at, gate = timezone.now(), gate_for(request)
    some = seen(request.me, request.bond, (*FOR_TRUST, *FOR_WORD, *MOMENTS))
    shown = {
        "trust": trust_words(trust_of(some, request.bond.side.role, at=at)),
        "moments": len(some.of("occurrences")),
        "signs": len(some.of("signs")),
        "answers": len(some.of("checkins")),
        "promises": len(some.of("promises")),
        "energy": energy_lately(some.documents("checkins")),
        "people": people_here(request.me),
        "forms_taken": taken(request.me, request.bond.id),
        "bond": request.bond,
        "may_ask": may_ask(request),
    }
    if gate.is_open:
        shown |= _my_word(some, at=at)
    if not shown["may_ask"]:
        shown["step"] = None
    return TemplateResponse(request, "insights/overview.html", shown)


def _my_word(some: Seen, *, at: datetime) -> dict[str, object]:
    word, outcomes = word_of(some, at=at), outcomes_of(some)
    steps = sureness(outcomes, at=at)
    return {
        "word": word_said(word),
        "sizes": by_size(word.found, outcomes, at=at),
        "sure": sure_words(steps),
        "step": STEPS[_step(overdue=word.found.overdue, too_sure=is_surer_than_right(steps))],
    }


def _step(*, overdue: int, too_sure: bool) -> str:
    if overdue:
        return "settle"
    return "smaller" if too_sure else "rest"
