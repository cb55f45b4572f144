"""The practices, and the short lesson of each."""

from django.http import Http404, HttpResponse
from django.template.response import TemplateResponse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET

from troth import practices
from troth.practices import programme
from troth.practices.programme import ProgrammeStep
from troth.web.parts.access import SignedInRequest
from troth.web.parts.entries import KNOWN
from troth.web.parts.reading import as_html

GROUPS = (
    (_("Every day"), ("promises", "checkins", "wins", "efforts", "affirmations", "headsups")),
    (
        _("Mend and talk"),
        ("rehearsals", "habits", "repairs", "asks", "plans", "replies", "listenings", "talks", "heldback"),
    ),
    (
        _("Understand"),
        ("origins", "triggers", "occurrences", "signs", "thoughts", "reflections", "milestones"),
    ),
    (_("Limits and safety"), ("boundaries", "crossings", "paces", "jealousy", "incidents", "safety_plans")),
    (_("For yourself"), ("questionnaires", "supporters", "rests", "stepbacks")),
)


@require_GET
def overview(request: SignedInRequest) -> HttpResponse:
    """List the practices with what each is for, in a few groups; those of extensions come last."""
    placed = {name for _title, names in GROUPS for name in names}
    others = tuple(sorted(set(KNOWN) - placed))
    groups = [
        (title, [(name, KNOWN[name].told) for name in names if name in KNOWN])
        for title, names in (*GROUPS, (_("From extensions"), others))
    ]
    return TemplateResponse(request, "practices/overview.html", {"groups": [one for one in groups if one[1]]})


@require_GET
def lesson(request: SignedInRequest, name: str) -> HttpResponse:
    """Show one lesson with its sources, and the step of the programme that it belongs to."""
    if name not in KNOWN:
        raise Http404
    found = practices.lesson(name)
    shown = {"lesson": found, "body": as_html(found.body), "practice": name, "step": _step_of(name)}
    return TemplateResponse(request, "practices/lesson.html", shown)


def _step_of(name: str) -> ProgrammeStep | None:
    return next((one for one in programme.steps() if name in one.practices), None)
