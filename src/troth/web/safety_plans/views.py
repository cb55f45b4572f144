"""Whether Today shows a link to the plan."""

from django.http import HttpResponse
from django.views.decorators.http import require_POST

from troth.store.actions import profiles
from troth.web.parts.access import SignedInRequest
from troth.web.parts.said import redirect_saying


@require_POST
def on_today(request: SignedInRequest) -> HttpResponse:
    """Show the link, or hide it again. It is hidden until it is asked for."""
    shown = request.POST.get("show") == "yes"
    profiles.change_profile(me=request.me, plan_on_today=shown)
    return redirect_saying("plan_shown" if shown else "plan_hidden", "safety_plans:list")
