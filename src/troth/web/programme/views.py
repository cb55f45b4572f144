"""The programme: where I am, what a step says, and its small question."""

from itertools import islice

from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from troth import practices
from troth.practices import Document, programme
from troth.practices.programme import Card, ProgrammeStep, UnknownStep
from troth.practices.reflections import Reflection
from troth.store.actions import entries as actions
from troth.store.actions import profiles
from troth.store.queries import entries as queries
from troth.store.queries.entries import Opened
from troth.web.parts.access import SignedInRequest
from troth.web.parts.bonded import BondedRequest, bonded
from troth.web.parts.entries import KNOWN
from troth.web.parts.gated import gate_for
from troth.web.parts.kept import kept_words
from troth.web.parts.reading import as_html
from troth.web.parts.said import redirect_saying
from troth.web.programme.forms import AnswerForm

EARLIER = 5  # answers below the question; all of them are in the list
LOOKED_AT = 200


@require_GET
def path(request: SignedInRequest) -> HttpResponse:
    """Show the thirteen steps, and where I am; nothing is counted."""
    steps = [{"step": one, "practices": _offered(request, one.practices)[0]} for one in programme.steps()]
    return TemplateResponse(request, "programme/path.html", {"steps": steps, "at": request.me.profile.step})


@require_http_methods(["GET", "POST"])
@bonded
def step(request: BondedRequest, key: str) -> HttpResponse:
    """Show one step: its lesson, its practices, its question; on POST keep the answer."""
    found = _step_or_404(key)
    steps = programme.steps()
    at = steps.index(found)
    shown = {
        "step": found,
        "number": at + 1,
        "lesson": found.lesson,
        "body": as_html(found.lesson.body),
        "cards": [programme.card(one) for one in found.cards],
        "before": steps[at - 1] if at else None,
        "after": steps[at + 1] if at + 1 < len(steps) else None,
        "is_here": request.me.profile.step == key,
    }
    return _asking(request, found, "programme/step.html", shown)


@require_http_methods(["GET", "POST"])
@bonded
def card(request: BondedRequest, key: str) -> HttpResponse:
    """Show one card; where it asks something, on POST keep the answer."""
    found = _card_or_404(key)
    of = next(one for one in programme.steps() if key in one.cards)
    if request.method == "POST" and not found.question:
        raise Http404
    return _asking(
        request, found, "programme/card.html", {"card": found, "of": of, "body": as_html(found.body)}
    )


@require_POST
def here(request: SignedInRequest, key: str) -> HttpResponse:
    """Remember where I am in the programme."""
    profiles.change_profile(me=request.me, step=_step_or_404(key).key)
    return redirect_saying("programme_here", "programme:step", key)


def _step_or_404(key: str) -> ProgrammeStep:
    try:
        return programme.step(key)
    except UnknownStep as error:
        raise Http404 from error


def _card_or_404(key: str) -> Card:
    try:
        return programme.card(key)
    except UnknownStep as error:
        raise Http404 from error


def _offered(request: HttpRequest, named: tuple[str, ...]) -> tuple[list[str], bool]:
    """Which of these practices have pages and are not withheld by the gate; whether one is withheld."""
    here = [name for name in programme.offered(named) if name in KNOWN]
    opening = [name for name in here if practices.named(name).opens_up]
    if not opening or gate_for(request).is_open:
        return here, False
    return [name for name in here if name not in opening], True


def _asking(
    request: BondedRequest, found: ProgrammeStep | Card, template: str, shown: dict[str, object]
) -> HttpResponse:
    form = AnswerForm(request.POST or None, initial=kept_words(request), question=found.question)
    form.spellcheck = request.me.profile.spell_check
    if form.is_valid():
        _keep(request, found.key, form.cleaned_data["answer"])
        return redirect_saying("programme_answer", request.path)
    offered, withheld = _offered(request, found.practices)
    answers = _answers(request, found.key) if found.question else []
    shown |= {"form": form, "practices": offered, "withheld": withheld, "answers": answers}
    return TemplateResponse(request, template, shown, status=422 if form.errors else 200)


def _keep(request: BondedRequest, key: str, answer: str) -> None:
    content = Reflection(step=key, answer=answer)
    document = practices.start("reflections", content, at=timezone.now(), on=timezone.localdate())
    actions.add(me=request.me, bond=request.bond.id, document=document)


def _answers(request: BondedRequest, key: str) -> list[Opened]:
    """Return the newest answers to this question; which question is sealed, so the newest of all are looked at."""
    about = queries.ROWS.of(request.me).about(request.me, bond=request.bond.id, practice="reflections")
    newest = queries.opening(request.me, about.newest_first()[:LOOKED_AT])
    mine = (one for one in newest if isinstance(one.document, Document) and one.content.step == key)
    return list(islice(mine, EARLIER))
