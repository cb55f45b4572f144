"""Standing rules: choose a practice, parts and a last day; see an example; let it stand; stop it."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.template.response import TemplateResponse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from troth import practices
from troth.practices import BadContent, Document, Portion
from troth.store.actions import rules as actions
from troth.store.queries import rules
from troth.store.queries.recent import newest
from troth.web.parts.access import SignedInRequest, keeps_nothing
from troth.web.parts.bonded import BondedRequest
from troth.web.parts.copies import Framed, framed
from troth.web.parts.entries import KNOWN
from troth.web.parts.entries.written import choices
from troth.web.parts.said import redirect_saying
from troth.web.together.forms import RuleForm
from troth.web.together.offered import of_the_bond


@require_GET
@of_the_bond
def new(request: BondedRequest) -> HttpResponse:
    """Choose the practice: there is no rule for everything."""
    names = [name for name in rules.for_rules() if name in KNOWN]
    return TemplateResponse(request, "together/rules.html", {"names": names, "bond": request.bond})


@keeps_nothing
@require_http_methods(["GET", "POST"])
@of_the_bond
def rule(request: BondedRequest, name: str) -> HttpResponse:
    """Choose parts and a last day, nothing ticked; on POST show what the other would see of the newest one."""
    form = _form(request, name)
    if not form.is_valid():
        return _choosing(request, form, name)
    copy = _example(request, form, name)
    parts = [label for part, label in form.fields["parts"].choices if part in form.chosen]  # type: ignore[attr-defined]
    shown = {"form": form, "copy": copy, "bond": request.bond, "practice": name, "parts": parts}
    return TemplateResponse(request, "together/rule_preview.html", shown)


@keeps_nothing
@require_POST
@of_the_bond
def make(request: BondedRequest, name: str) -> HttpResponse:
    """Let the rule stand."""
    form, at = _form(request, name), timezone.now()
    if form.is_valid():
        chosen = {"practice": name, "fields": form.chosen, "until": form.until}
        try:
            actions.keep_up(me=request.me, bond=request.bond.id, at=at, **chosen)  # type: ignore[arg-type]
            return redirect_saying("rule_made", "together:all")
        except BadContent as error:
            form.refuse_end(error)
    return _choosing(request, form, name)


@require_POST
def stop(request: SignedInRequest, id: UUID, name: str) -> HttpResponse:
    """Stop a rule, and erase the copies that it made: one press, always."""
    actions.stop(me=request.me, bond=id, practice=name)
    return redirect_saying("rule_stopped", "together:all")


def _form(request: BondedRequest, name: str) -> RuleForm:
    every = rules.fields_for(name)
    if not every or name not in KNOWN:
        raise Http404
    return RuleForm(request.POST or None, choices=choices(name, every))


def _choosing(request: BondedRequest, form: RuleForm, name: str) -> HttpResponse:
    shown = {"form": form, "practice": name, "bond": request.bond}
    return TemplateResponse(request, "together/rule.html", shown, status=422 if form.errors else 200)


def _example(request: BondedRequest, form: RuleForm, name: str) -> Framed | None:
    found = newest(request.me, request.bond.id, name)
    if found is None or not isinstance(found.document, Document):
        return None
    fields = rules.taken_of(found.document, fields=form.chosen)
    if not fields:
        return None
    copy = practices.copy_of(Portion(document=found.document, fields=fields))
    today = request.me.day(timezone.now())
    return framed(copy, by=request.me.profile.name, since=today, until=form.until)
