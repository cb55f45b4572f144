"""Ways in: passphrase, recovery code, new keys; and the end of the account."""

from datetime import timedelta

from django.http import HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from troth import vault
from troth.store.actions import accounts, rekey
from troth.store.errors import Busy
from troth.store.queries.bonds import mine
from troth.web.parts.access import SignedInRequest, give_cookie, take_cookie
from troth.web.parts.again import Again, passphrase_holds
from troth.web.parts.errors import busy
from troth.web.parts.onward import asked_next
from troth.web.parts.passphrases import five_words
from troth.web.parts.said import redirect_saying
from troth.web.settings.forms import NewPassphrase, RenewKeys, TypedBack
from troth.web.settings.offers import offer, offered

JUST_MADE = timedelta(minutes=30)


@require_http_methods(["GET", "POST"])
def passphrase(request: SignedInRequest) -> HttpResponse:
    """Change the passphrase; all other browsers are signed out."""
    form = NewPassphrase(request.POST or None, own=_own_names(request))
    if form.is_valid() and passphrase_holds(request, form, "old"):
        try:
            _me, cookie = accounts.change_passphrase(
                me=request.me, passphrase=form.cleaned_data["passphrase"], at=timezone.now()
            )
            return give_cookie(redirect_saying("passphrase_new", "settings:overview"), cookie)
        except Busy:
            return busy(request, wait_s=5)
    shown = {"form": form, "words": five_words()}
    return TemplateResponse(request, "settings/passphrase.html", shown, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
def first_code(request: SignedInRequest) -> HttpResponse:
    """Right after sign-up: show a recovery code and have two groups typed back, or go without."""
    profile = request.me.profile
    if profile.has_recovery or profile.made_at is None or timezone.now() - profile.made_at > JUST_MADE:
        return HttpResponseRedirect("/settings/code/", status=303)
    form = TypedBack(request.POST or None, me=request.me, initial={"code": offer(request.me)})
    return _code(request, "settings/first_code.html", form, after=asked_next(request) or "/bond/new/")


@require_http_methods(["GET", "POST"])
def new_code(request: SignedInRequest) -> HttpResponse:
    """Ask for the passphrase, then show a new recovery code, or have none."""
    if "second" in request.POST:
        form = TypedBack(request.POST, me=request.me)
        return _code(request, "settings/code.html", form, after="/settings/?said=code_new")
    asked = Again(request.POST or None)
    if not (asked.is_valid() and passphrase_holds(request, asked)):
        return TemplateResponse(
            request, "settings/ask_code.html", {"form": asked}, status=422 if asked.errors else 200
        )
    if "without" in request.POST:
        accounts.drop_recovery_code(me=request.me)
        return redirect_saying("code_none", "settings:overview")
    form = TypedBack(me=request.me, initial={"code": offer(request.me)})
    return _code(request, "settings/code.html", form, after="")


@require_http_methods(["GET", "POST"])
def renew(request: SignedInRequest) -> HttpResponse:
    """Seal everything anew: someone may know my passphrase."""
    form = RenewKeys(request.POST or None, own=_own_names(request))
    if form.is_valid() and passphrase_holds(request, form, "old"):
        code = vault.new_recovery_code() if form.cleaned_data["wants_code"] else None
        try:
            _me, cookie = rekey.rekey(
                me=request.me, passphrase=form.cleaned_data["passphrase"], code=code, at=timezone.now()
            )
        except Busy:
            return busy(request, wait_s=5)
        return give_cookie(TemplateResponse(request, "settings/renewed.html", {"code": code}), cookie)
    shown = {"form": form, "words": five_words()}
    return TemplateResponse(request, "settings/renew.html", shown, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
def delete(request: SignedInRequest) -> HttpResponse:
    """End the account after the passphrase was typed again."""
    form = Again(request.POST or None)
    if form.is_valid() and passphrase_holds(request, form):
        accounts.delete_account(me=request.me)
        return take_cookie(HttpResponseRedirect("/settings/deleted/", status=303))
    return TemplateResponse(
        request, "settings/delete.html", {"form": form}, status=422 if form.errors else 200
    )


def _code(request: SignedInRequest, template: str, form: TypedBack, *, after: str) -> HttpResponse:
    if form.is_valid():
        accounts.set_recovery_code(me=request.me, code=form.cleaned_data["code"])
        return HttpResponseRedirect(after, status=303)
    code = offered(request.me, form["code"].value() or "")
    if code is None:
        return redirect_saying("code_old", "settings:new_code")
    return TemplateResponse(
        request, template, {"form": form, "code": code, "after": after}, status=422 if form.errors else 200
    )


def _own_names(request: SignedInRequest) -> list[str]:
    return [request.me.profile.name, *(bond.side.name for bond in mine(request.me))]
