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
from troth.web.parts.bonded import BondedRequest, bonded

PAGE = 30
MOST_FOUND = 100
PERIODS = {"week": 7, "month": 31, "quarter": 92, "year": 366}
LONGEST_QUERY = 200


@require_GET
@bonded
def timeline(request: BondedRequest) -> HttpResponse:
    """Show what was written, by day, a page at a time; only what is shown is opened."""
    practice, period = request.GET.get("practice", ""), request.GET.get("period", "")
    found = _entries(request, practice)
    before = request.GET.get("before", "")
    if period in PERIODS:
        first = timezone.localdate() - timedelta(days=PERIODS[period] - 1)
        shown = [one for one in queries.opened(request.me, found) if _day(one) >= first]
        older = None
    else:
        chosen = found.filter(sequence__lt=int(before)) if before.isdigit() else found
        shown = queries.opened(request.me, chosen[: PAGE + 1])
        older = shown[PAGE - 1].sequence if len(shown) > PAGE else None
        shown = shown[:PAGE]
    context = _context(request, shown, practice=practice, period=period)
    address = (
        f"?before={older}&practice={practice if practice in practices.names() else ''}" if older else None
    )
    return TemplateResponse(
        request, "journal/timeline.html", context | {"older": address, "is_first": not before}
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


def _entries(request: BondedRequest, practice: str) -> EntryQuerySet:
    mine = queries.ROWS.of(request.me)
    bond = request.bond.id
    found = (
        mine.about(request.me, bond=bond, practice=practice)
        if practice in practices.names()
        else mine.within(bond)
    )
    return found.newest_first()


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
