"""Choose how, then the steps of a talk. No choice is stored, and nothing goes from one device to the other."""

from urllib.parse import urlencode

from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.views.decorators.http import require_GET

from troth.web.parts.bonded import BondedRequest, bonded
from troth.web.parts.gated import gate_for, may_ask
from troth.web.talks.forms import ChoiceForm
from troth.web.talks.steps import NAMES, STEPS, after, part_of


@require_GET
@bonded
def begin(request: BondedRequest) -> HttpResponse:
    """Choose on what, who begins, how long a turn is; the choice goes on in the address, as codes."""
    form = ChoiceForm(request.GET or None)
    if form.is_valid():
        return HttpResponseRedirect(_address(NAMES[0], form), status=303)
    shown = {"form": form, **_quiet(request)}
    return TemplateResponse(request, "talks/begin.html", shown, status=422 if form.errors else 200)


@require_GET
@bonded
def step(request: BondedRequest, name: str) -> HttpResponse:
    """Show one step; an address without a choice leads back to the choosing."""
    if name not in NAMES:
        raise Http404
    form = ChoiceForm(request.GET)
    if not form.is_valid():
        return HttpResponseRedirect(reverse("talks:begin"), status=303)
    found, chosen = STEPS[NAMES.index(name)], form.cleaned_data
    shown = {
        "step": found,
        "steps": STEPS,
        "place": NAMES.index(name) + 1,
        "part": part_of(found, how=chosen["how"], first=chosen["first"]),
        "minutes": int(chosen["minutes"]),
        "seconds": 60 * int(chosen["minutes"]),
        "next": _address(after(found), form) if after(found) else "",
        **_quiet(request),
    }
    return TemplateResponse(request, "talks/step.html", shown)


def _address(name: str, form: ChoiceForm) -> str:
    return f"{reverse('talks:step', args=[name])}?{urlencode(form.cleaned_data)}"


def _quiet(request: BondedRequest) -> dict[str, object]:
    return {"withheld": not gate_for(request).is_open, "is_quiet": not may_ask(request), "bond": request.bond}
