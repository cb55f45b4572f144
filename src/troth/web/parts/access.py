"""Who may use a page: every page needs an unlocked person unless it is marked open."""

from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.db import OperationalError
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.utils import timezone
from django_htmx.http import HttpResponseClientRedirect

from troth.store.actions import drafts, unlocking
from troth.store.errors import DiskFull, Gone, KeysChanged, Unreadable
from troth.store.me import Me
from troth.store.sessions import OpenSession
from troth.web.parts.errors import disk_full, not_written, unreadable
from troth.web.parts.typed import is_secret

View = Callable[..., HttpResponseBase]


class SignedInRequest(HttpRequest):
    """A request whose person is there, with opened keys."""

    me: Me


def open_page(view: View) -> View:
    """Mark a page that everyone may see, signed in or not."""
    view.is_open = True  # type: ignore[attr-defined]
    return view


def keeps_nothing(view: View) -> View:
    """Mark a page whose words are only ever held by one request: they are not kept where they arrive locked either."""
    view.keeps_nothing = True  # type: ignore[attr-defined]
    return view


def cookie_name() -> str:
    """Return the session cookie's name: bound to the host where there is TLS."""
    return "__Host-troth" if settings.IS_SERVER else "troth"


def give_cookie(response: HttpResponse, cookie: str) -> HttpResponse:
    """Hand the browser its half; it ends with the browser."""
    response.set_cookie(cookie_name(), cookie, httponly=True, secure=settings.IS_SERVER, samesite="Strict")
    return response


def take_cookie(response: HttpResponse) -> HttpResponse:
    """Take the browser's half away."""
    response.delete_cookie(cookie_name(), samesite="Strict")
    return response


def network_of(request: HttpRequest) -> str:
    """Return the network a request comes from: an address, or the /64 of a longer one."""
    address = request.META.get("REMOTE_ADDR", "")
    if settings.BEHIND_PROXY and request.headers.get("X-Forwarded-For"):
        address = request.headers["X-Forwarded-For"].split(",")[-1].strip()
    return ":".join(address.split(":")[:4]) if ":" in address else address


class Access:
    """Middleware: recognise the person, keep what arrives locked, send strangers to the door."""

    def __init__(self, answer: Callable[[HttpRequest], HttpResponse]) -> None:
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.me, request.locked = self._recognised(request)  # type: ignore[attr-defined]
        response = self.answer(request)
        if request.method == "POST" and request.me and response.status_code < 400:  # type: ignore[attr-defined]
            drafts.forget(me=request.me, address=request.path)  # type: ignore[attr-defined]
        return response

    def _recognised(self, request: HttpRequest) -> tuple[Me | None, OpenSession | None]:
        cookie = request.COOKIES.get(cookie_name())
        if not cookie or request.path.startswith(f"/{settings.STATIC_URL.strip('/')}/"):
            return None, None
        me, session = unlocking.recognise(cookie=cookie, at=timezone.now())
        return me, (None if me else session)

    def process_view(self, request: Any, view: View, args: object, kwargs: object) -> HttpResponseBase | None:
        """Let through who may; keep the words of a form that arrives locked."""
        if request.me or getattr(view, "is_open", False):
            return None
        if request.method not in ("GET", "HEAD", "POST"):
            raise Http404
        door = "/unlock/" if request.locked else "/sign-in/"
        keeps = request.method == "POST" and not getattr(view, "keeps_nothing", False)
        kept = keeps and request.locked and _keep(request)
        after = "/kept/" if kept else request.path if request.method == "GET" else "/today/"
        target = f"{door}?{urlencode({'next': after})}"
        return (
            HttpResponseClientRedirect(target) if request.htmx else HttpResponseRedirect(target, status=303)
        )

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """Turn what the store refuses into pages."""
        if isinstance(error, Gone):
            raise Http404 from error
        if isinstance(error, KeysChanged):
            return take_cookie(HttpResponseRedirect("/sign-in/", status=303))
        if isinstance(error, Unreadable):
            return unreadable(request)
        if isinstance(error, OperationalError):
            return not_written(request, error)
        return disk_full(request) if isinstance(error, DiskFull) else None


def _keep(request: Any) -> bool:
    """Seal the words of a form that arrived locked; say whether there were any."""
    fields = {name: request.POST.getlist(name) for name in request.POST if not is_secret(name)}
    if not any(text.strip() for texts in fields.values() for text in texts):
        return False
    drafts.keep_locked(person=request.locked.person, address=request.path, fields=fields)
    return True
