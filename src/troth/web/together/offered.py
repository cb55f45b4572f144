"""Before anything is shared: is it offered at all, and was the short question asked. Never a word on why not."""

from collections.abc import Callable
from datetime import timedelta
from functools import wraps
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone

from troth import vault
from troth.practices import Document
from troth.store.errors import NotNow
from troth.store.queries import bonds, entries, rules
from troth.store.queries.bonds import MyBond
from troth.store.queries.entries import Opened
from troth.web.parts.access import SignedInRequest
from troth.web.parts.bonded import BondedRequest, bonded
from troth.web.parts.entries.written import may_leave

ASK_AGAIN = timedelta(days=90)
View = Callable[..., HttpResponse]


class GivingRequest(BondedRequest):
    """A request about one entry of which something may be given in its bond, now."""

    opened: Opened
    document: Document
    offered: list[tuple[str, str]]


def of_an_entry(view: View) -> View:
    """Give the view the entry, what of it may leave, and its bond; what may never leave is not there."""

    @wraps(view)
    def with_entry(request: Any, id: UUID) -> HttpResponse:
        opened = entries.one(request.me, id)
        document = opened.document
        offered = may_leave(document) if isinstance(document, Document) else []
        if not offered or opened.bond is None:
            raise Http404
        request.opened, request.document, request.offered = opened, document, offered
        request.bond = bonds.one(request.me, opened.bond)
        back = reverse(f"{opened.practice}:one", args=[id])
        return _answered(request, lambda: view(request, id), back=back)

    return with_entry


def of_the_bond(view: View) -> View:
    """Give the view the bond that is open on Today."""

    @wraps(view)
    @bonded
    def with_bond(request: Any, **named: str) -> HttpResponse:
        return _answered(request, lambda: view(request, **named), back=reverse("together:all"))

    return with_bond


def _answered(request: BondedRequest, view: Callable[[], HttpResponse], *, back: str) -> HttpResponse:
    if not rules.is_offered(request.me, request.bond, at=timezone.now()):
        return not_now(request)
    if _is_to_ask(request, request.bond):
        shown = {"bond": request.bond, "back": back, "next": request.path}
        return TemplateResponse(request, "together/ask.html", shown)
    try:
        return view()
    except NotNow:
        return not_now(request)
    except vault.PinMismatch:
        return TemplateResponse(request, "together/pinned.html", status=409)


def not_now(request: HttpRequest) -> HttpResponse:
    """Answer where sharing is not offered: the same bytes whatever the cause."""
    return TemplateResponse(request, "together/not_now.html", status=409)


def _is_to_ask(request: SignedInRequest, mine: MyBond) -> bool:
    asked = mine.side.asked_on
    return asked is None or request.me.day(timezone.now()) - asked >= ASK_AGAIN
