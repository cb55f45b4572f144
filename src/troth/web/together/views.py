"""What is out there of mine first, then what was given to me; read one; take one back."""

from uuid import UUID

from django.http import HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from troth.store.actions import bonds as bond_actions
from troth.store.actions import looking
from troth.store.actions import shares as actions
from troth.store.queries import bonds, rules, shares
from troth.store.queries.out_there import is_time, outside
from troth.web.parts.access import SignedInRequest
from troth.web.parts.onward import asked_next
from troth.web.parts.replied import page_of
from troth.web.parts.said import redirect_saying
from troth.web.together.lines import copies_of, given_to_me, rules_of


@require_GET
def all_of(request: SignedInRequest) -> HttpResponse:
    """List everything: mine with a way back beside each line, then what I was given. To look writes nothing."""
    me, at = request.me, timezone.now()
    mine, out, current = bonds.mine(me), outside(me, at=at), bonds.current(me)
    shown = {
        "copies": copies_of(out, mine),
        "rules": rules_of(out, mine),
        "received": given_to_me(shares.received(me, at=at), mine),
        "bonds": mine,
        "current": current,
        "may_rule": current is not None and rules.is_offered(me, current, at=at),
        "is_time": bool(out) and is_time(me.profile.out_looked, on=me.day(at)),
    }
    return TemplateResponse(request, "together/together.html", shown)


@require_GET
def one(request: SignedInRequest, id: UUID) -> HttpResponse:
    """Show one copy that I was given. Nobody learns of it, and nothing is written."""
    at = timezone.now()
    found = shares.one_received(request.me, id, at=at)
    return TemplateResponse(request, "together/one.html", page_of(request.me, found, at=at))


@require_POST
def take_back(request: SignedInRequest, id: UUID) -> HttpResponse:
    """Take one copy back: one press, at once, no reasons."""
    actions.take_back(me=request.me, id=id)
    return redirect_saying("copy_back", "together:all")


@require_POST
def asked(request: SignedInRequest, id: UUID) -> HttpResponse:
    """Go on after the short question of a bond; it comes again after 90 days."""
    bond_actions.alter_side(me=request.me, bond=id, asked_on=request.me.day(timezone.now()))
    wanted = asked_next(request)
    ours = wanted if wanted.startswith("/together/") else "/together/"
    return HttpResponseRedirect(ours, status=303)


@require_POST
def looked(request: SignedInRequest) -> HttpResponse:
    """Note, for myself alone, that I looked through it."""
    looking.looked(me=request.me, at=timezone.now())
    return redirect_saying("looked", "together:all")
