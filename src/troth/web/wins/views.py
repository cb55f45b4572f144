"""One tap from a kept promise, and the week looked back on."""

from datetime import date, timedelta
from uuid import UUID

from django.http import Http404, HttpResponse
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from troth import practices
from troth.practices import Document, Link
from troth.practices.wins import Win
from troth.store.actions import entries as actions
from troth.store.queries import entries as queries
from troth.web.parts.access import SignedInRequest
from troth.web.parts.bonded import BondedRequest, bonded
from troth.web.parts.said import redirect_saying

GOOD = ("wins_noted", "milestones_noted", "efforts_noted")


@require_POST
def from_entry(request: SignedInRequest, id: UUID) -> HttpResponse:
    """Note a win in one tap, from a kept promise or a check-in."""
    source, at = queries.one(request.me, id), timezone.now()
    if source.practice not in practices.named("wins").links["from"] or not isinstance(
        source.document, Document
    ):
        raise Http404
    kept = source.practice == "promises"
    words = source.document.content.wording if kept else _("A good moment today")
    content = Win(what=words, kind="kept_promise" if kept else "other")
    link = Link(to=id, as_="from")
    document = practices.start("wins", content, at=at, on=timezone.localdate(), links=[link])
    entry = actions.add(me=request.me, bond=source.bond, document=document)
    return redirect_saying("win", "wins:one", entry.id)


@require_GET
@bonded
def week(request: BondedRequest, first: str = "") -> HttpResponse:
    """Look back on seven days, Monday first."""
    day = _monday(first)
    found = queries.opened(request.me, queries.ROWS.of(request.me).seen_from(request.bond.id).newest_first())
    documents = [one.document for one in found if one.document]
    recap = practices.recap(documents, first_day=day, zone=timezone.get_current_timezone())
    ids = {id(one.document): one for one in found}
    good = [ids[id(document)] for what in GOOD for document in recap.documents[what]]
    shown = {"recap": recap, "good": good, "before": day - timedelta(7), "bond": request.bond}
    shown["after"] = day + timedelta(7) if day + timedelta(7) <= timezone.localdate() else None
    return TemplateResponse(request, "wins/week.html", shown)


def _monday(text: str) -> date:
    today = timezone.localdate()
    try:
        day = date.fromisoformat(text) if text else today
    except ValueError as error:
        raise Http404 from error
    if not 2000 <= day.year <= today.year:
        raise Http404
    return day - timedelta(day.weekday())
