"""The letters: a list of months, one letter as a page, the same as a PDF."""

from datetime import date, datetime, time, timedelta

from django.http import HttpResponse
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.http import require_GET

from troth.store.queries import entries
from troth.web.letters.letter import Letter, compose
from troth.web.letters.months import days_in, month_or_404, months_since
from troth.web.letters.typeset import as_pdf
from troth.web.parts.bonded import BondedRequest, bonded
from troth.web.parts.gated import gate_for, may_ask
from troth.web.parts.measured import Seen


@require_GET
@bonded
def every(request: BondedRequest) -> HttpResponse:
    """List the months since the bond was opened, the newest first."""
    today = timezone.localdate()
    opened = timezone.localdate(request.bond.side.opened_at)
    months = list(months_since(min(opened, today), today=today))
    return TemplateResponse(request, "letters/all.html", {"months": months, "bond": request.bond})


@require_GET
@bonded
def letter(request: BondedRequest, month: str) -> HttpResponse:
    """Show the letter of one month."""
    first = month_or_404(month, today=timezone.localdate())
    shown = {"letter": _letter(request, first), "month": month, "bond": request.bond}
    return TemplateResponse(request, "letters/letter.html", shown)


@require_GET
@bonded
def pdf(request: BondedRequest, month: str) -> HttpResponse:
    """Hand the letter over as a PDF: it is made in memory and never touches this machine's disk."""
    first = month_or_404(month, today=timezone.localdate())
    made = as_pdf(_letter(request, first), language=get_language() or "en", at=_end_of(first))
    response = HttpResponse(made, content_type="application/pdf")
    response.headers["Content-Disposition"] = f'attachment; filename="letter-{first:%Y-%m}.pdf"'
    return response


def _letter(request: BondedRequest, first: date) -> Letter:
    """Write it as it stood at the end of its month, or stands now."""
    rows = entries.ROWS.of(request.me).seen_from(request.bond.id).newest_first()
    some = Seen(tuple(entries.opened(request.me, rows)))
    at = min(timezone.now(), _end_of(first))
    return compose(
        some,
        request.me.profile.name,
        request.bond.side.role,
        first,
        at=at,
        gate=gate_for(request),
        may_ask=may_ask(request),
    )


def _end_of(first: date) -> datetime:
    """Return the last second of a month, on the person's own clock."""
    after = first + timedelta(days=days_in(first))
    return timezone.make_aware(datetime.combine(after, time())) - timedelta(seconds=1)
