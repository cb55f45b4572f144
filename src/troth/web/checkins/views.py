"""The two-tap check-in on Today."""

from dataclasses import replace

from django.http import HttpResponse
from django.template.response import TemplateResponse
from django.utils import timezone
from django.views.decorators.http import require_POST

from troth import practices
from troth.practices.checkins import Checkin
from troth.store.actions import entries as actions
from troth.store.actions.writing import writing
from troth.web.parts.bonded import BondedRequest, bonded
from troth.web.parts.quick import quick_form, todays_checkin
from troth.web.parts.said import redirect_saying
from troth.web.parts.scales import SCALES


@require_POST
@bonded
def quick(request: BondedRequest) -> HttpResponse:
    """Keep what was tapped: a new check-in for today, or today's with one answer more."""
    form = quick_form(request.bond.side, request.POST)
    if not form.is_valid():
        return TemplateResponse(request, "checkins/quick.html", {"quick": form}, status=422)
    given = {name: form.cleaned_data[name] for name in SCALES if form.cleaned_data.get(name) is not None}
    if given:
        with writing(request.me):  # two taps at once make one check-in
            _keep(request, given)
    if not request.htmx:
        return redirect_saying("kept", "today:today")
    checkin = todays_checkin(request.me, request.bond, on=timezone.localdate())
    shown = {
        "quick": quick_form(request.bond.side, None, checkin),
        "checkin": checkin,
        "just_kept": bool(given),
    }
    return TemplateResponse(request, "checkins/quick.html", shown)


def _keep(request: BondedRequest, given: dict[str, int]) -> None:
    at, on = timezone.now(), timezone.localdate()
    before = todays_checkin(request.me, request.bond, on=on)
    if before is None:
        content = Checkin(role=request.bond.side.role, **given)
        actions.add(
            me=request.me, bond=request.bond.id, document=practices.start("checkins", content, at=at, on=on)
        )
        return
    document = practices.edit(before.document, replace(before.content, **given), at=at)  # type: ignore[arg-type]
    actions.save(me=request.me, id=before.id, version=before.version, document=document)
