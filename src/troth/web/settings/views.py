"""How Troth looks and locks; which browsers are open."""

from dataclasses import replace
from uuid import UUID

from django.http import HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from troth.store.actions import profiles, unlocking
from troth.store.errors import Stale
from troth.store.queries.devices import open_browsers
from troth.web.parts.access import SignedInRequest, take_cookie
from troth.web.parts.said import redirect_saying
from troth.web.settings.forms import Choices


@require_GET
def overview(request: SignedInRequest) -> HttpResponse:
    """Show where everything is set."""
    return TemplateResponse(request, "settings/overview.html")


@require_http_methods(["GET", "POST"])
def choices(request: SignedInRequest) -> HttpResponse:
    """Change how Troth looks, locks and leaves."""
    profile = request.me.profile
    initial = {name: getattr(profile, name) for name in Choices.base_fields} | {
        "leave_to": profile.leave_to or "wikipedia"
    }
    form = Choices(request.POST or None, initial=initial)
    if form.is_valid():
        try:
            profiles.save_profile(me=request.me, profile=replace(profile, **form.profile(profile)))
            return redirect_saying("changed", "settings:overview")
        except Stale:
            form.add_error(None, _("This was changed in another tab. Look at it there, then save again."))
    return TemplateResponse(
        request, "settings/choices.html", {"form": form}, status=422 if form.errors else 200
    )


@require_GET
def devices(request: SignedInRequest) -> HttpResponse:
    """List the browsers that are open or locked, and the last unlock before this one."""
    shown = {"browsers": open_browsers(request.me), "before": request.me.profile.unlock_before}
    return TemplateResponse(request, "settings/devices.html", shown)


@require_POST
def end_one(request: SignedInRequest, id: UUID) -> HttpResponse:
    """Sign out one browser."""
    unlocking.end_session(me=request.me, id=id)
    return redirect_saying("signed_out", "settings:devices")


@require_POST
def end_others(request: SignedInRequest) -> HttpResponse:
    """Sign out all browsers but this one."""
    unlocking.sign_out_everywhere(me=request.me, but_here=True)
    return redirect_saying("signed_out", "settings:devices")


@require_POST
def end_all(request: SignedInRequest) -> HttpResponse:
    """Sign out everywhere, here too."""
    unlocking.sign_out_everywhere(me=request.me)
    return take_cookie(HttpResponseRedirect("/sign-in/", status=303))
