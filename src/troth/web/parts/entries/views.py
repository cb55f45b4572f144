"""The shared pages of every practice."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.functional import SimpleLazyObject
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from troth import practices
from troth.practices import BadContent, Document, Move, MoveRefused
from troth.store.actions import entries as actions
from troth.store.errors import Stale
from troth.store.profile import Side
from troth.store.queries import bonds
from troth.store.queries import entries as queries
from troth.store.queries.entries import Opened
from troth.web.parts.access import SignedInRequest
from troth.web.parts.bonded import BondedRequest, placed
from troth.web.parts.entries.forms import EntryForm, put_beside
from troth.web.parts.entries.links import links_asked, tied
from troth.web.parts.entries.pages import EntryPages
from troth.web.parts.entries.sharing import goes_by_rule, sharing_of
from troth.web.parts.entries.told import Onward
from troth.web.parts.entries.written import written
from troth.web.parts.gated import gate_for
from troth.web.parts.kept import kept_words
from troth.web.parts.pages import asked_before
from troth.web.parts.said import redirect_saying

PAGE = 20
SHARED = {"form": "write"}  # "form.html" is what both the shared page and pages of their own include


def templates(pages: EntryPages, part: str) -> list[str]:
    """Name the templates of a part: the practice's own goes before the shared one."""
    return [f"{pages.practice}/{part}.html", f"parts/entries/{SHARED.get(part, part)}.html"]


@require_GET
@placed
def all_of(request: BondedRequest, pages: EntryPages) -> HttpResponse:
    """List one practice's entries in this bond, newest first."""
    found = (
        queries.ROWS.of(request.me)
        .about(request.me, bond=_place(request, pages), practice=pages.practice)
        .newest_first()
    )
    before = asked_before(request)
    if before is not None:
        found = found.filter(sequence__lt=before)
    shown = queries.opened(request.me, found[: PAGE + 1])
    older = shown[PAGE - 1].sequence if len(shown) > PAGE else None
    context = {"entries": shown[:PAGE], "older": older, "now": timezone.now(), **_about(request, pages)}
    context["ways"] = [way for way in _ways(request, pages) if way.on_list]
    return TemplateResponse(request, templates(pages, "list"), {**context, **pages.beside(request)})


@require_http_methods(["GET", "POST"])
@placed
def new(request: BondedRequest, pages: EntryPages) -> HttpResponse:
    """Write a new entry. Where the gate withholds the practice, a post that was under way is still taken: no word is lost."""
    about = _about(request, pages)
    links, targets = links_asked(request, pages)
    if request.method == "GET" and about["withheld"]:
        return TemplateResponse(request, "parts/entries/not_now.html", about)
    initial = {**_day(), **pages.form.asked(request.GET), **kept_words(request)}
    form = pages.form(request.POST or None, initial=initial, side=_side(request))
    _spell(form, request)
    if form.is_valid():
        at = timezone.now()
        try:
            document = practices.start(
                pages.practice, form.content(at=at), at=at, on=form.day() or timezone.localdate(), links=links
            )
            entry = actions.add(me=request.me, bond=_place(request, pages), document=document)
            return _on_to(request, pages, entry.id)
        except BadContent as error:
            put_beside(form, error)
    context = {"form": form, "targets": targets, **about, **pages.beside(request)}
    context["goes"] = goes_by_rule(request.me, request.bond, pages.practice, at=timezone.now())
    return TemplateResponse(request, templates(pages, "form"), context, status=422 if form.errors else 200)


@require_POST
@placed
def tap(request: BondedRequest, pages: EntryPages, tap: str) -> HttpResponse:
    """Write a new entry in one tap, with nothing typed."""
    if tap not in pages.taps:
        raise Http404
    links, _targets = links_asked(request, pages)
    at = timezone.now()
    document = practices.start(pages.practice, pages.taps[tap](), at=at, on=timezone.localdate(), links=links)
    entry = actions.add(me=request.me, bond=_place(request, pages), document=document)
    return _on_to(request, pages, entry.id, said=f"{pages.practice}_tap_{tap}")


@require_GET
def one(request: SignedInRequest, pages: EntryPages, id: UUID) -> HttpResponse:
    """Show one entry, what can be done with it, and what it is tied to."""
    opened = queries.one(request.me, id, practice=pages.practice)
    return TemplateResponse(request, templates(pages, "one"), _shown(request, pages, opened))


@require_http_methods(["GET", "POST"])
def edit(request: SignedInRequest, pages: EntryPages, id: UUID) -> HttpResponse:
    """Change an entry; where another tab came first, both stand on the page and nothing is overwritten."""
    opened = queries.one(request.me, id, practice=pages.practice)
    document = _readable(opened)
    initial = {**pages.form.initial_of(document), "version": opened.version, **kept_words(request)}
    bond = bonds.one(request.me, opened.bond) if opened.bond else None
    form = pages.form(request.POST or None, initial=initial, side=bond and bond.side, document=document)
    _spell(form, request)
    context = {"form": form, "opened": opened, "bond": bond, "told": pages.told, "practice": pages.practice}
    context["goes"] = goes_by_rule(request.me, bond, pages.practice, at=timezone.now(), document=document)
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
    return TemplateResponse(request, templates(pages, "form"), context, status=status)


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
        request, templates(pages, "one"), shown, status=409 if problem == "stale" else 422
    )


def _shown(request: SignedInRequest, pages: EntryPages, opened: Opened) -> dict[str, object]:
    document = opened.document if isinstance(opened.document, Document) else None
    at = timezone.now()
    moves = _offered(request, pages, practices.open_moves(document, at=at)) if document else []
    forms = {
        one.name: pages.move_forms[one.name](prefix=None) for one in moves if one.name in pages.move_forms
    }
    bond = bonds.one(request.me, opened.bond) if opened.bond else None
    return {
        "opened": opened,
        "document": document,
        "told": pages.told,
        "practice": pages.practice,
        "onward": SimpleLazyObject(lambda: _ways(request, pages)),
        "bond": bond,
        "withheld": SimpleLazyObject(lambda: _withheld(request, pages)),
        "written": written(pages, document, bond.side if bond else None) if document else [],
        "moves": {one.name: one for one in moves},
        "move_forms": forms,
        "tied": tied(request.me, opened),
        "sharing": SimpleLazyObject(lambda: sharing_of(request.me, opened, bond, at=at)),
        "now": at,
        **(pages.around(request, opened) if document else {}),
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


def _place(request: BondedRequest, pages: EntryPages) -> UUID | None:
    return None if practices.named(pages.practice).personal else request.bond.id


def _side(request: BondedRequest) -> Side | None:
    return request.bond.side if request.bond else None


def _about(request: BondedRequest, pages: EntryPages) -> dict[str, object]:
    withheld = _withheld(request, pages)
    return {"told": pages.told, "practice": pages.practice, "bond": request.bond, "withheld": withheld}


def _withheld(request: SignedInRequest, pages: EntryPages) -> bool:
    return practices.named(pages.practice).opens_up and not gate_for(request).is_open


def _ways(request: SignedInRequest, pages: EntryPages) -> list[Onward]:
    """Leave out ways on to what the gate withholds."""
    return [
        way for way in pages.onward if not practices.named(way.practice).opens_up or gate_for(request).is_open
    ]


def _offered(request: SignedInRequest, pages: EntryPages, moves: tuple[Move[Any], ...]) -> list[Move[Any]]:
    """Leave out moves that open up while the gate withholds them; what takes something back always stays."""
    opening = {name for name, done in pages.told.moves.items() if done.opens}
    withheld = bool(opening & {one.name for one in moves}) and _withheld(request, pages)
    return [one for one in moves if not (withheld and one.name in opening)]


def _spell(form: EntryForm, request: SignedInRequest) -> None:
    form.spellcheck = request.me.profile.spell_check


def _day() -> dict[str, object]:
    return {"on": timezone.localdate()}
