"""Answer a questionnaire: one question a screen, or all on one page. Half-way is kept; a blank stays a blank."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING
from uuid import UUID

from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import resolve_url
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from troth import practices
from troth.practices import Document
from troth.practices.questionnaires import Answers, Shown
from troth.store.actions import entries as actions
from troth.store.queries import bonds
from troth.store.queries import entries as queries
from troth.store.queries.entries import Opened
from troth.web.parts.access import SignedInRequest
from troth.web.parts.lazily import instruments
from troth.web.parts.said import redirect_saying
from troth.web.questionnaires.forms import WholeForm
from troth.web.questionnaires.there import find, wording

if TYPE_CHECKING:
    from troth.instruments import Instrument

NUMBER = re.compile(r"-?[0-9]{1,5}")


@require_http_methods(["GET", "POST"])
def one_by_one(request: SignedInRequest, id: UUID) -> HttpResponse:
    """Ask one question, the first that is blank or the one that is asked for; an answer leads to the next."""
    opened, instrument = _begun(request, id)
    given = (
        _numbers(request.POST, "item", "answer")
        if request.method == "POST"
        else _numbers(request.GET, "item")
    )
    place = given.get("item") or _first_blank(instrument, opened.content.answers)
    is_there = 1 <= place <= len(instrument.items)
    if is_there and given.get("answer") in {one.value for one in instrument.items[place - 1].options}:
        _take(request, opened, instrument, {str(place): given["answer"]})
        return HttpResponseRedirect(
            f"{resolve_url('questionnaires:answer', id)}?item={place + 1}", status=303
        )
    context = _about(request, opened, instrument) | {"refused": request.method == "POST"}
    if not is_there:
        blank = [one.no for one in instrument.items if str(one.no) not in opened.content.answers]
        return TemplateResponse(request, "questionnaires/end.html", context | {"blank": blank})
    item = instrument.items[place - 1]
    context |= {
        "item": item,
        "question": wording(instrument, item, name=context["name"]),
        "given": opened.content.answers.get(str(place)),
        "before": place - 1,
        "after": place + 1,
    }
    return TemplateResponse(
        request, "questionnaires/ask.html", context, status=422 if context["refused"] else 200
    )


@require_http_methods(["GET", "POST"])
def all_at_once(request: SignedInRequest, id: UUID) -> HttpResponse:
    """Ask everything on one page; *Finish* finishes, *Keep for later* keeps."""
    opened, instrument = _begun(request, id)
    context = _about(request, opened, instrument)
    form = WholeForm(
        request.POST or None, instrument=instrument, name=context["name"], answers=opened.content.answers
    )
    if form.is_valid():
        finish = request.POST.get("then") == "finish"
        document = _take(request, opened, instrument, form.answers(), finish=finish)
        if document.state == "finished":
            return redirect_saying("questionnaires_finish", "questionnaires:one", id)
        return redirect_saying("half_kept", "questionnaires:one", id)
    context["form"] = form
    return TemplateResponse(request, "questionnaires/whole.html", context, status=422 if form.errors else 200)


def _begun(request: SignedInRequest, id: UUID) -> tuple[Opened, Instrument]:
    opened = queries.one(request.me, id, practice="questionnaires")
    if not isinstance(opened.document, Document) or opened.document.state != "begun":
        raise Http404
    instrument = find(opened.content.instrument)
    if instrument is None or instrument.version != opened.content.version:
        raise Http404
    return opened, instrument


def _take(
    request: SignedInRequest,
    opened: Opened,
    instrument: Instrument,
    answers: Mapping[str, int],
    *,
    finish: bool = False,
) -> Document:
    at = timezone.now()
    known = {int(number): answer for number, answer in {**opened.content.answers, **answers}.items()}
    shown = tuple(
        Shown(reaction=one.reaction, toward=one.toward, item=one.item, answer=one.answer)
        for one in instruments.safety_now(instrument, known)
    )
    given = Answers(answers=answers, shown=shown)
    document = practices.move(opened.document, "answer", at=at, given=given)
    if finish and document.content.answers:
        document = practices.move(document, "finish", at=at)
    actions.save(me=request.me, id=opened.id, version=opened.version, document=document)
    return document


def _numbers(given: Mapping[str, str], *names: str) -> dict[str, int]:
    return {name: int(given[name]) for name in names if NUMBER.fullmatch(given.get(name, ""))}


def _first_blank(instrument: Instrument, answers: Mapping[str, int]) -> int:
    return next((one.no for one in instrument.items if str(one.no) not in answers), len(instrument.items) + 1)


def _about(request: SignedInRequest, opened: Opened, instrument: Instrument) -> dict[str, object]:
    bond = bonds.one(request.me, opened.bond) if opened.bond else None
    return {
        "opened": opened,
        "instrument": instrument,
        "practice": "questionnaires",
        "name": bond.side.name if bond else _("my person"),
        "reactions": {one.reaction for one in opened.content.shown},
        "last": len(instrument.items),
    }
