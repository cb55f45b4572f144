"""Someone gave me a code: read what it means, look it up, say yes. To say no is to do nothing."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from troth.store.actions import invitations
from troth.store.errors import NotValid, Wait
from troth.store.profile import Side
from troth.web.joining.forms import AcceptForm, CodeForm
from troth.web.parts.access import SignedInRequest, keeps_nothing, network_of, open_page
from troth.web.parts.moments import moment_words


@open_page
@require_http_methods(["GET", "POST"])
def join(request: HttpRequest) -> HttpResponse:
    """Say what joining means; on POST whether this code can be used, and until when."""
    form = CodeForm(request.POST or None)
    if not form.is_valid():
        return _shown(request, form, status=422 if form.errors else 200)
    code = form.cleaned_data["code"]
    return _answered(request, code, AcceptForm(initial={"code": code}))


@keeps_nothing
@require_POST
def accept(request: SignedInRequest) -> HttpResponse:
    """Say yes to a code; the page of the bond follows."""
    form = AcceptForm(request.POST)
    if not form.is_valid():
        return _answered(request, form["code"].value() or "", form)
    given = dict(form.cleaned_data)
    code, at = given.pop("code"), timezone.now()
    try:
        bond = invitations.accept(
            me=request.me, code=code, side=Side(**given, opened_at=at), network=network_of(request), at=at
        )
    except (NotValid, Wait) as trouble:
        return _refused(request, code, trouble)
    return HttpResponseRedirect(reverse("joining:two", args=[bond]), status=303)


def _answered(request: HttpRequest, code: str, form: AcceptForm) -> HttpResponse:
    """Show the way on where this code can be used."""
    try:
        found = invitations.look_up(code=code, network=network_of(request), at=timezone.now())
    except (NotValid, Wait) as trouble:
        return _refused(request, code, trouble)
    until = moment_words(found.until)
    if not getattr(request, "me", None):  # whose clock it is, nobody knows yet
        until = f"{until} ({timezone.localtime(found.until).tzname()})"
    return _shown(
        request, CodeForm({"code": code}), status=422 if form.errors else 200, until=until, accept=form
    )


def _refused(request: HttpRequest, code: str, trouble: NotValid | Wait) -> HttpResponse:
    """One sentence for every code that cannot be used, whatever became of it and whoever asks."""
    form = CodeForm({"code": code})
    if isinstance(trouble, NotValid):
        form.add_error("code", _("This code is not valid or no longer valid."))
        return _shown(request, form, status=422)
    minutes = -(-trouble.seconds // 60)
    form.add_error(
        None,
        _("Too many tries from here. Wait %(minutes)s min, then try again.") % {"minutes": minutes},
    )
    response = _shown(request, form, status=429)
    response.headers["Retry-After"] = str(trouble.seconds)
    return response


def _shown(request: HttpRequest, form: CodeForm, *, status: int, **found: object) -> HttpResponse:
    return TemplateResponse(request, "joining/join.html", {"form": form, **found}, status=status)
