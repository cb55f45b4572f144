"""The ladder."""

from django.http import HttpResponse
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET

from troth.practices.ladder import COUNTED, STEPS
from troth.web.parts.bonded import BondedRequest, bonded
from troth.web.parts.promised import largest_now, rung_now, waiting_promises

WORDS = {
    "truth": (_("A small truth, or a reply on time"), "/headsups/new/", _("Write a heads-up")),
    "tiny": (_("A tiny promise, within a day"), "/promises/new/?size=tiny", _("Make a tiny promise")),
    "same_week": (_("The same tiny promise, for a week"), "/promises/new/?size=tiny", _("Make it again")),
    "talk": (_("A planned talk, with an end time"), "/headsups/new/?kind=plan", _("Write a heads-up")),
    "ask_help": (_("Asking what would help"), "/asks/new/", _("Choose a question")),
    "larger": (
        _("A larger promise, with a day to look at it"),
        "/promises/new/?size=small",
        _("Make a promise"),
    ),
    "shared_plan": (_("A plan that both say yes to"), "/plans/new/", _("Write a line")),
}

LARGER = next(number for number, step in STEPS.items() if step == "larger")


@require_GET
@bonded
def ladder(request: BondedRequest) -> HttpResponse:
    """Show the seven steps, where the record stands, and the next one."""
    at = timezone.now()
    rung, (size, counted) = (
        rung_now(request.me, request.bond, at=at),
        largest_now(request.me, request.bond, at=at),
    )
    addresses = {LARGER: f"/promises/new/?size={size}"}
    steps = [
        {"is_here": number == rung, "what": what, "address": addresses.get(number, address), "label": label}
        for number, (what, address, label) in ((number, WORDS[step]) for number, step in STEPS.items())
    ]
    shown = {
        "steps": steps,
        "rung": rung,
        "size": size,
        "counted": counted,
        "enough": COUNTED,
        "open": len(waiting_promises(request.me, request.bond)),
    }
    return TemplateResponse(request, "ladder/ladder.html", shown)
