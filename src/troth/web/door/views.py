"""Sign up, sign in, unlock, recover."""

from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from troth.store.actions import accounts, looking, unlocking
from troth.store.errors import Busy, NameTaken, Wait, WrongWayIn
from troth.store.me import Me
from troth.store.profile import Profile
from troth.web.door import forms
from troth.web.parts.access import give_cookie, network_of, open_page
from troth.web.parts.errors import busy
from troth.web.parts.onward import asked_next
from troth.web.parts.passphrases import five_words

TODAY = "/today/"


@open_page
@require_http_methods(["GET", "POST"])
def sign_up(request: HttpRequest) -> HttpResponse:
    """Make an account; then the recovery code is offered."""
    form = forms.SignUp(request.POST or None)
    if form.is_valid():
        given = form.cleaned_data
        profile = Profile(name=given["name"], zone=given["zone"], plain_titles=given["plain_titles"])
        try:
            _me, cookie = accounts.sign_up(
                profile=profile,
                passphrase=given["passphrase"],
                network=network_of(request),
                at=timezone.now(),
            )
            after = asked_next(request)
            first = reverse("settings:first_code") + (f"?{urlencode({'next': after})}" if after else "")
            return give_cookie(HttpResponseRedirect(first, status=303), cookie)
        except NameTaken:
            form.add_error("name", _("Choose another name."))
        except (Wait, Busy) as trouble:
            return _not_now(request, trouble, form, "door/sign_up.html")
    shown = {"form": form, "words": five_words()}
    return TemplateResponse(request, "door/sign_up.html", shown, status=422 if form.errors else 200)


@open_page
@require_http_methods(["GET", "POST"])
def sign_in(request: HttpRequest) -> HttpResponse:
    """Unlock an account by name; known and unknown names answer alike."""
    if request.method == "GET" and request.me:
        return HttpResponseRedirect(_next(request))
    form = forms.SignIn(request.POST or None)
    if form.is_valid():
        try:
            me, cookie = unlocking.sign_in(
                **form.cleaned_data, network=network_of(request), at=timezone.now()
            )
            return give_cookie(HttpResponseRedirect(_onward(request, me), status=303), cookie)
        except WrongWayIn:
            form.add_error(
                None,
                _("This name and passphrase open nothing here. Look for capital letters, and try again."),
            )
        except (Wait, Busy) as trouble:
            return _not_now(request, trouble, form, "door/sign_in.html")
    return TemplateResponse(request, "door/sign_in.html", {"form": form}, status=422 if form.errors else 200)


@open_page
@require_http_methods(["GET", "POST"])
def unlock(request: HttpRequest) -> HttpResponse:
    """Open a locked browser again with the passphrase alone. Nothing personal stands on the page."""
    if request.me or not request.locked:
        door = (
            _next(request)
            if request.me
            else f"{reverse('door:sign_in')}?{urlencode({'next': _next(request)})}"
        )
        return HttpResponseRedirect(door, status=303)
    form = forms.Unlock(request.POST or None)
    if form.is_valid():
        try:
            me, cookie = unlocking.unlock(
                locked=request.locked, **form.cleaned_data, network=network_of(request), at=timezone.now()
            )
            return give_cookie(HttpResponseRedirect(_onward(request, me), status=303), cookie)
        except WrongWayIn:
            form.add_error(
                "passphrase", _("This passphrase does not open it. Look for capital letters, and try again.")
            )
        except (Wait, Busy) as trouble:
            return _not_now(request, trouble, form, "door/unlock.html")
    return TemplateResponse(request, "door/unlock.html", {"form": form}, status=422 if form.errors else 200)


@open_page
@require_http_methods(["GET", "POST"])
def recover(request: HttpRequest) -> HttpResponse:
    """Open an account with its recovery code, which is burnt; a new one is shown once."""
    form = forms.Recover(request.POST or None)
    if form.is_valid():
        given = form.cleaned_data
        try:
            _me, cookie, code = accounts.use_recovery_code(
                code=given["code"],
                passphrase=given["passphrase"],
                network=network_of(request),
                at=timezone.now(),
            )
            return give_cookie(TemplateResponse(request, "door/recovered.html", {"code": code}), cookie)
        except WrongWayIn:
            form.add_error("code", _("This code opens nothing here. It may have been used already."))
        except (Wait, Busy) as trouble:
            return _not_now(request, trouble, form, "door/recover.html")
    return TemplateResponse(request, "door/recover.html", {"form": form}, status=422 if form.errors else 200)


def _not_now(request: HttpRequest, trouble: Wait | Busy, form: object, template: str) -> HttpResponse:
    """Say when to come again: a wait after wrong tries, or a moment while others sign in."""
    if isinstance(trouble, Busy):
        return busy(request, wait_s=5)
    minutes = -(-trouble.seconds // 60)
    form.add_error(  # type: ignore[attr-defined]
        None,
        _("Too many tries from here. Wait %(minutes)s min, then try again. You are not locked out.")
        % {"minutes": minutes},
    )
    response = TemplateResponse(request, template, {"form": form}, status=429)
    response.headers["Retry-After"] = str(trouble.seconds)
    return response


def _onward(request: HttpRequest, me: Me) -> str:
    """Lead to what is out there of theirs, once, where more stands there than they looked at; an address that was asked for goes before."""
    wanted = _next(request)
    return "/together/" if wanted == TODAY and looking.led_there(me=me, at=timezone.now()) else wanted


def _next(request: HttpRequest) -> str:
    """Return where to go on: an address of ours, else Today."""
    return asked_next(request) or "/today/"
