"""The timeline of a bond, search in it, and what was deleted within the hour."""

from datetime import date, timedelta
from itertools import groupby

from django.http import HttpResponse
from django.template.response import TemplateResponse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from troth import practices
from troth.practices import Document, Search
from troth.store.models.entries import EntryQuerySet
from troth.store.queries import entries as queries
from troth.store.queries.entries import Opened
from troth.store.queries.recent import LAST, seen_before
from troth.web.parts.bonded import BondedRequest, bonded
from troth.web.parts.pages import asked_before

PAGE = 20
MOST_FOUND = 100
PERIODS = {"week": 7, "month": 31, "quarter": 92, "year": 366}
LONGEST_QUERY = 200


@require_GET
@bonded
def timeline(request: BondedRequest) -> HttpResponse:
    """Show what was written, by day, a page at a time; only what is shown is opened."""
    practice, period = request.GET.get("practice", ""), request.GET.get("period", "")
    before = asked_before(request)
    if period in PERIODS:
        first = timezone.localdate() - timedelta(days=PERIODS[period] - 1)
        shown = [one for one in queries.opened(request.me, _entries(request, practice)) if _day(one) >= first]
        older = None
    else:
        shown = _page(request, practice, before=LAST if before is None else before)
        older = shown[PAGE - 1].sequence if len(shown) > PAGE else None
        shown = shown[:PAGE]
    context = _context(request, shown, practice=practice, period=period)
    address = (
        f"?before={older}&practice={practice if practice in practices.names() else ''}" if older else None
    )
    return TemplateResponse(
        request, "journal/timeline.html", context | {"older": address, "is_first": before is None}
    )


@require_http_methods(["GET", "POST"])
@bonded
def search(request: BondedRequest) -> HttpResponse:
    """Find entries by words, in memory; the words go by POST and reach no address."""
    words = request.POST.get("words", "").strip()[:LONGEST_QUERY]
    wanted = Search(words)
    everything = queries.opening(request.me, _entries(request, "")) if words else iter(())
    found = [one for one in everything if isinstance(one.document, Document) and wanted.matches(one.document)]
    context = _context(request, found[:MOST_FOUND]) | {
        "words": words,
        "count": len(found),
        "most": MOST_FOUND,
    }
    return TemplateResponse(request, "journal/search.html", context)


@require_GET
@bonded
def deleted(request: BondedRequest) -> HttpResponse:
    """List what was deleted within the hour, to be brought back."""
    gone = queries.ROWS.deleted_by(request.me, at=timezone.now()).newest_first()
    return TemplateResponse(request, "journal/deleted.html", {"entries": queries.opened(request.me, gone)})


def _page(request: BondedRequest, practice: str, *, before: int) -> list[Opened]:
    if practice in practices.names():
        found = _entries(request, practice).filter(sequence__lt=before)
        return queries.opened(request.me, found[: PAGE + 1])
    return seen_before(request.me, request.bond.id, before=before, most=PAGE + 1)


def _entries(request: BondedRequest, practice: str) -> EntryQuerySet:
    mine, bond = queries.ROWS.of(request.me), request.bond.id
    if practice not in practices.names():
        return mine.seen_from(bond).newest_first()
    place = None if practices.named(practice).personal else bond
    return mine.about(request.me, bond=place, practice=practice).newest_first()


def _context(
    request: BondedRequest, shown: list[Opened], *, practice: str = "", period: str = ""
) -> dict[str, object]:
    ordered = sorted(shown, key=lambda one: (_day(one), one.sequence), reverse=True)
    days = [(day, list(some)) for day, some in groupby(ordered, key=_day)]
    return {
        "days": days,
        "practice": practice,
        "period": period,
        "practices": practices.names(),
        "periods": tuple(PERIODS),
        "today": timezone.localdate(),
        "bond": request.bond,
        "now": timezone.now(),
    }


def _day(one: Opened) -> date:
    return one.document.on if isinstance(one.document, Document) else date.min
