"""What a finished questionnaire says, how sure that is, and how it compares with earlier ones."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import TYPE_CHECKING
from uuid import UUID

from django.http import Http404, HttpResponse
from django.template.response import TemplateResponse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from troth.practices import Document
from troth.store.me import Me
from troth.store.queries import entries as queries
from troth.store.queries.entries import Opened
from troth.store.queries.recent import lasting
from troth.web.parts.access import SignedInRequest
from troth.web.parts.bonded import BondedRequest, bonded
from troth.web.parts.lazily import instruments
from troth.web.questionnaires.reading import change_words, lines_of, shows_no_score
from troth.web.questionnaires.there import find

if TYPE_CHECKING:
    from troth.instruments import Instrument, Scores

ATTACHMENT = frozenset({"anxiety", "avoidance"})


def around(request: SignedInRequest, opened: Opened) -> Mapping[str, object]:
    """Give the page of one questionnaire its result, its safety and what came before it."""
    instrument = form_of(opened)
    about = {"instrument": instrument, "reactions": {one.reaction for one in opened.content.shown}}
    if instrument is None or opened.document.state != "finished":
        return about
    scores = scored(instrument, opened)
    earlier = [one for one in finished(request.me, opened.bond, instrument.id) if _comes_before(one, opened)]
    before = scored(instrument, earlier[0]) if earlier else None
    return about | {
        "lines": lines_of(instrument, scores),
        "no_score": shows_no_score(instrument),
        "point": instruments.attachment_point(scores) if is_attachment(instrument) else None,
        "compared": change_words(instrument, instruments.reliable_change(before, scores)) if before else (),
        "before": earlier[0] if earlier else None,
        "times": len(earlier) + 1,
    }


@require_GET
@bonded
def over_time(request: BondedRequest, name: str) -> HttpResponse:
    """Put all finished answers to one questionnaire below each other, newest first."""
    found = find(name)
    if found is None or shows_no_score(found):
        raise Http404
    taken = finished(request.me, request.bond.id, name)
    rows = [(one, lines_of(found, scored(found, one))) for one in taken if form_of(one)]
    context = {"instrument": found, "rows": rows, "practice": "questionnaires"}
    return TemplateResponse(request, "questionnaires/over_time.html", context)


@require_POST
def as_fhir(request: SignedInRequest, id: UUID) -> HttpResponse:
    """Hand over one questionnaire as FHIR R4B, where its definition lets it leave; half-way it says so and has no score."""
    opened = queries.one(request.me, id, practice="questionnaires")
    instrument = form_of(opened) if isinstance(opened.document, Document) else None
    if instrument is None or not instrument.fhir_export:
        raise Http404
    scores, authored = scored(instrument, opened), opened.document.changed_at
    is_finished = opened.document.state == "finished"
    given = {int(number): answer for number, answer in opened.content.answers.items()}
    resources = [
        instruments.questionnaire(instrument, base=instruments.BASE, date=timezone.localdate(authored)),
        instruments.questionnaire_response(
            instrument, given, scores, authored=authored, base=instruments.BASE, finished=is_finished
        ),
        *(
            instruments.observations(instrument, scores, authored=authored, base=instruments.BASE)
            if is_finished
            else ()
        ),
    ]
    bundle = {
        "resourceType": "Bundle",
        "type": "collection",
        "entry": [{"resource": one} for one in resources],
    }
    response = HttpResponse(json.dumps(bundle, indent=2), content_type="application/fhir+json")
    response.headers["Content-Disposition"] = f'attachment; filename="answers-{opened.document.on}.json"'
    return response


def form_of(opened: Opened) -> Instrument | None:
    """Find the form; one of another major version would say something else about the same answers."""
    found = find(opened.content.instrument)
    same = found and found.version.partition(".")[0] == opened.content.version.partition(".")[0]
    return found if same and len(found.items) == opened.content.items else None


def scored(instrument: Instrument, opened: Opened) -> Scores:
    """Score what was answered."""
    return instruments.score(
        instrument, {int(number): answer for number, answer in opened.content.answers.items()}
    )


def finished(me: Me, bond: UUID | None, instrument: str) -> list[Opened]:
    """Open all finished answers to one form, newest first."""
    taken = lasting(me, bond, of=("questionnaires",))
    return [
        one
        for one in taken
        if one.document.state == "finished" and one.content.instrument == instrument and form_of(one)
    ]


def is_attachment(instrument: Instrument) -> bool:
    """Say whether a form has the two lines of attachment and nothing else."""
    return {one.id for one in instrument.subscales} == ATTACHMENT


def _comes_before(one: Opened, opened: Opened) -> bool:
    return one.sequence < opened.sequence
