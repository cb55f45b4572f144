"""The shared pages of every practice."""

from uuid import UUID

from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from troth import practices
from troth.practices import BadContent, Document, MoveRefused
from troth.store.actions import entries as actions
from troth.store.errors import Stale
from troth.store.queries import bonds
from troth.store.queries import entries as queries
from troth.store.queries.entries import Opened
from troth.web.parts.access import SignedInRequest
from troth.web.parts.bonded import BondedRequest, bonded
from troth.web.parts.entries.forms import EntryForm, put_beside
from troth.web.parts.entries.links import links_asked, tied
from troth.web.parts.entries.pages import EntryPages
from troth.web.parts.kept import kept_words
from troth.web.parts.said import redirect_saying

PAGE = 30


@require_GET
@bonded
def all_of(request: BondedRequest, pages: EntryPages) -> HttpResponse:
    """List one practice's entries in this bond, newest first."""
    found = (
        queries.ROWS.of(request.me)
        .about(request.me, bond=request.bond.id, practice=pages.practice)
        .newest_first()
    )
    before = request.GET.get("before", "")
    if before.isdigit():
        found = found.filter(sequence__lt=int(before))
    shown = queries.opened(request.me, found[: PAGE + 1])
    older = shown[PAGE - 1].sequence if len(shown) > PAGE else None
    context = {"entries": shown[:PAGE], "older": older, "bond": request.bond, "now": timezone.now()}
    return TemplateResponse(request, f"{pages.practice}/list.html", {**context, **pages.beside(request)})


@require_http_methods(["GET", "POST"])
@bonded
def new(request: BondedRequest, pages: EntryPages) -> HttpResponse:
    """Write a new entry."""
    links, targets = links_asked(request, pages)
    form = pages.form(request.POST or None, initial={**_day(), **kept_words(request)}, side=request.bond.side)
    _spell(form, request)
    if form.is_valid():
        at = timezone.now()
        try:
            document = practices.start(
                pages.practice, form.content(at=at), at=at, on=form.day() or timezone.localdate(), links=links
            )
            entry = actions.add(me=request.me, bond=request.bond.id, document=document)
            return _on_to(request, pages, entry.id)
        except BadContent as error:
            put_beside(form, error)
    context = {"form": form, "bond": request.bond, "targets": targets, **pages.beside(request)}
    return TemplateResponse(
        request, f"{pages.practice}/form.html", context, status=422 if form.errors else 200
    )


@require_GET
def one(request: SignedInRequest, pages: EntryPages, id: UUID) -> HttpResponse:
    """Show one entry, what can be done with it, and what it is tied to."""
    opened = queries.one(request.me, id, practice=pages.practice)
    return TemplateResponse(request, f"{pages.practice}/one.html", _shown(request, pages, opened))


@require_http_methods(["GET", "POST"])
def edit(request: SignedInRequest, pages: EntryPages, id: UUID) -> HttpResponse:
    """Change an entry; where another tab came first, both stand on the page and nothing is overwritten."""
    opened = queries.one(request.me, id, practice=pages.practice)
    document = _readable(opened)
    initial = {**pages.form.initial_of(document), "version": opened.version, **kept_words(request)}
    bond = bonds.one(request.me, opened.bond) if opened.bond else None
    form = pages.form(request.POST or None, initial=initial, side=bond and bond.side, document=document)
    _spell(form, request)
    context = {"form": form, "opened": opened, "bond": bond}
    if form.is_valid():
        at = timezone.now()
        try:
            changed = practices.edit(document, form.content(at=at), at=at, on=form.day())
            actions.save(me=request.me, id=id, version=form.cleaned_data["version"] or 0, document=changed)
            return redirect_saying("changed", f"{pages.practice}:one", id)
        except BadContent as error:
            put_beside(form, error)
        except Stale as stale:
            form.data = form.data.copy()
            form.data["version"] = str(stale.now)  # saving again is then meant
            context["elsewhere"] = queries.one(request.me, id)
    status = 409 if "elsewhere" in context else 422 if form.errors else 200
    return TemplateResponse(request, f"{pages.practice}/form.html", context, status=status)


@require_POST
def delete(request: SignedInRequest, pages: EntryPages, id: UUID) -> HttpResponse:
    """Hide an entry; it can be brought back for an hour."""
    queries.one(request.me, id, practice=pages.practice)
    actions.delete(me=request.me, id=id, at=timezone.now())
    response = redirect_saying("deleted", f"{pages.practice}:list")
    response.headers["Location"] += f"&undo={id}"
    return response


@require_POST
def undo(request: SignedInRequest, pages: EntryPages, id: UUID) -> HttpResponse:
    """Bring back what was deleted within the hour."""
    actions.undo(me=request.me, id=id, at=timezone.now())
    return redirect_saying("undone", f"{pages.practice}:one", id)


@require_POST
def move(request: SignedInRequest, pages: EntryPages, id: UUID, move: str) -> HttpResponse:
    """Make a move; one that asks for more and did not get it shows the page again with what was typed."""
    opened = queries.one(request.me, id, practice=pages.practice)
    document, at = _readable(opened), timezone.now()
    if move not in {one.name for one in practices.named(pages.practice).moves}:
        raise Http404
    form = pages.move_forms[move](request.POST) if move in pages.move_forms else None
    problem = ""
    if form is None or form.is_valid():
        try:
            changed = practices.move(document, move, at=at, given=form.given(at=at) if form else None)
            actions.save(
                me=request.me,
                id=id,
                version=int(request.POST.get("version") or opened.version),
                document=changed,
            )
            return _on_to(request, pages, id, said=f"{pages.practice}_{move}")
        except BadContent as error:
            put_beside(form, error) if form else None
            problem = "" if form else error.reason
        except MoveRefused as refused:
            problem = "missing" if refused.missing else "refused"
        except (Stale, ValueError):
            problem = "stale"
    shown = _shown(request, pages, opened) | {"problem": problem}
    if form:
        shown["move_forms"] = {**shown["move_forms"], move: form}  # type: ignore[dict-item]
    return TemplateResponse(
        request, f"{pages.practice}/one.html", shown, status=409 if problem == "stale" else 422
    )


def _shown(request: SignedInRequest, pages: EntryPages, opened: Opened) -> dict[str, object]:
    document = opened.document if isinstance(opened.document, Document) else None
    at = timezone.now()
    moves = practices.open_moves(document, at=at) if document else ()
    forms = {
        one.name: pages.move_forms[one.name](prefix=None) for one in moves if one.name in pages.move_forms
    }
    return {
        "opened": opened,
        "document": document,
        "moves": {one.name: one for one in moves},
        "move_forms": forms,
        "tied": tied(request.me, opened),
        "now": at,
    }


def _readable(opened: Opened) -> Document:
    if not isinstance(opened.document, Document):
        raise Http404
    return opened.document


def _on_to(request: SignedInRequest, pages: EntryPages, id: UUID, said: str = "kept") -> HttpResponse:
    wanted = request.POST.get("next", "")
    if wanted.startswith("/") and url_has_allowed_host_and_scheme(wanted, allowed_hosts=None):
        return HttpResponseRedirect(f"{wanted}?said={said}", status=303)
    return redirect_saying(said, f"{pages.practice}:one", id)


def _spell(form: EntryForm, request: SignedInRequest) -> None:
    form.spellcheck = request.me.profile.spell_check


def _day() -> dict[str, object]:
    return {"on": timezone.localdate()}
