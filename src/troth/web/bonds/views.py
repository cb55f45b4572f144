"""See, open, change and switch bonds."""

from dataclasses import replace
from uuid import UUID

from django.http import HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from troth.store.actions import bonds, profiles
from troth.store.errors import Stale
from troth.store.profile import Side
from troth.store.queries import bonds as queries
from troth.store.queries.bonds import MyBond
from troth.web.bonds.words import KIND_SHORT, STATES, WHAT_FITS
from troth.web.parts.access import SignedInRequest
from troth.web.parts.again import Again, passphrase_holds
from troth.web.parts.kept import kept_words
from troth.web.parts.said import redirect_saying
from troth.web.parts.sides import SideForm


@require_GET
def overview(request: SignedInRequest) -> HttpResponse:
    """Show the bond that is open on Today, and the others."""
    shown = [_shown(bond) for bond in queries.mine(request.me)]
    current = queries.current(request.me)
    return TemplateResponse(
        request, "bonds/overview.html", {"bonds": shown, "current": current and _shown(current)}
    )


@require_http_methods(["GET", "POST"])
def new(request: SignedInRequest) -> HttpResponse:
    """Open a bond; the page about roles follows."""
    form = SideForm(request.POST or None, initial=kept_words(request))
    if form.is_valid():
        side = Side(**form.cleaned_data, opened_at=timezone.now())
        bond = bonds.open_bond(me=request.me, side=side)
        profiles.change_profile(me=request.me, bond=bond)
        return HttpResponseRedirect(f"/bond/{bond}/roles/", status=303)
    return TemplateResponse(request, "bonds/new.html", {"form": form}, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
def roles(request: SignedInRequest, id: UUID) -> HttpResponse:
    """Say what is yours to do and what is not, once at the start and whenever wanted."""
    bond = queries.one(request.me, id)
    if request.method == "GET":
        return TemplateResponse(request, "bonds/roles.html", {"bond": _shown(bond)})
    if not bond.side.read_roles:
        bonds.alter_side(me=request.me, bond=id, read_roles=True)
    return HttpResponseRedirect("/today/", status=303)


@require_http_methods(["GET", "POST"])
def edit(request: SignedInRequest, id: UUID) -> HttpResponse:
    """Change the name, the kind or the side."""
    bond = queries.one(request.me, id)
    before = {"name": bond.side.name, "kind": bond.side.kind, "role": bond.side.role}
    form = SideForm(request.POST or None, initial={**before, **kept_words(request)})
    if form.is_valid():
        try:
            _change(request, bond, replace(bond.side, **form.cleaned_data))
            return redirect_saying("changed", "bonds:overview")
        except Stale:
            form.add_error(None, _("This was changed in another tab. Look at it there, then save again."))
    return TemplateResponse(
        request, "bonds/edit.html", {"form": form, "bond": bond}, status=422 if form.errors else 200
    )


@require_POST
def switch(request: SignedInRequest, id: UUID) -> HttpResponse:
    """Make this bond the one on Today."""
    queries.one(request.me, id)
    profiles.change_profile(me=request.me, bond=id)
    return HttpResponseRedirect("/today/", status=303)


@require_POST
def set_state(request: SignedInRequest, id: UUID, state: str) -> HttpResponse:
    """Pause, close or take up again; nobody else is told."""
    bonds.alter_side(me=request.me, bond=id, state=state)
    return redirect_saying(f"bond_{state}", "bonds:overview")


@require_http_methods(["GET", "POST"])
def delete(request: SignedInRequest, id: UUID) -> HttpResponse:
    """Delete a bond with all that was written in it, after a page that says what that means."""
    bond = queries.one(request.me, id)
    form = Again(request.POST or None)
    if form.is_valid() and passphrase_holds(request, form):
        bonds.delete_bond(me=request.me, bond=id)
        return redirect_saying("bond_deleted", "bonds:overview")
    return TemplateResponse(
        request, "bonds/delete.html", {"bond": bond, "form": form}, status=422 if form.errors else 200
    )


def _change(request: SignedInRequest, bond: MyBond, side: Side) -> None:
    bonds.change_side(me=request.me, bond=bond.id, version=bond.version, side=side)


def _shown(bond: MyBond) -> dict[str, object]:
    side = bond.side
    words = {"kind": KIND_SHORT[side.kind], "state": STATES[side.state], "fits": WHAT_FITS[side.kind]}
    return {"id": bond.id, "side": side, **words}
