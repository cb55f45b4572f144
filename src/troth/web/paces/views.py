"""Choose my pace in one press. It needs no reason, and works also while the gate is closed or the bond is paused."""

from collections.abc import Mapping

from django.http import HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_POST

from troth import practices
from troth.practices.paces import HOWS, Pace
from troth.store.actions import entries
from troth.store.queries import paces
from troth.web.paces.forms import HINTS, PACES
from troth.web.parts.bonded import BondedRequest, bonded
from troth.web.parts.said import redirect_saying


@require_POST
@bonded
def choose(request: BondedRequest) -> HttpResponse:
    """Set my pace; where the other is joined, the word goes to them in the place of the one before."""
    pace = next((how for how in HOWS if how == request.POST.get("pace")), None)
    if pace is None:
        return redirect_saying("pace_none", "paces:list")
    at = timezone.now()
    document = practices.start("paces", Pace(pace=pace), at=at, on=timezone.localdate(at))
    entries.add(me=request.me, bond=request.bond.id, document=document)
    return redirect_saying("pace_set", "paces:list")


def beside(request: BondedRequest) -> Mapping[str, object]:
    """Show the three cards, mine marked; whether the other sees it; and their present pace, if they gave one."""
    me, at = request.me, timezone.now()
    mine, theirs = paces.mine(me, request.bond.id), paces.theirs(me, request.bond.id, at=at)
    cards = [(value, words, HINTS[value], value == mine) for value, words in PACES]
    return {
        "cards": cards,
        "mine": mine,
        "theirs": dict(PACES).get(theirs or ""),
        "is_two": request.bond.side.pin is not None,
        "is_out": paces.is_out(me, request.bond.id, at=at),
    }
