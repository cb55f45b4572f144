"""Today."""

from django.http import HttpResponse
from django.template.response import TemplateResponse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from troth.store.actions import profiles
from troth.store.queries.devices import open_browsers
from troth.store.queries.out_there import hint
from troth.web.parts.access import SignedInRequest
from troth.web.parts.bonded import BondedRequest, bonded
from troth.web.parts.quick import quick_form
from troth.web.parts.said import redirect_saying
from troth.web.today.standing import address_of, todays
from troth.web.today.words import STEPS, greeting


@require_GET
@bonded
def today(request: BondedRequest) -> HttpResponse:
    """Show one small step and why, what is due, the check-in, something worth noticing."""
    now = timezone.now()
    found = todays(request.me, request.bond, at=now)
    shown = {
        "bond": request.bond,
        "greeting": greeting(timezone.localtime(now).hour),
        "now": now,
        "day": timezone.localdate(now),
        "today": found,
        "step": STEPS.get(found.step) if found.step else None,
        "address": address_of(found.step, found.overdue, request.me, request.bond, at=now),
        "browsers": len(open_browsers(request.me)),
        "quick": quick_form(request.bond.side, None, found.checkin),
        "checkin": found.checkin,
        "gate": found.gate,
        "out": hint(request.me, at=now),
    }
    return TemplateResponse(request, "today/today.html", shown)


@require_POST
def not_today(request: SignedInRequest) -> HttpResponse:
    """Send the small step away for today."""
    profiles.change_profile(me=request.me, not_today=timezone.localdate())
    return redirect_saying("not_today", "today:today")
