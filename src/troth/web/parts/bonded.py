"""Pages that belong to a bond: the one that is open on Today."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpResponse, HttpResponseRedirect

from troth import practices
from troth.store.queries.bonds import MyBond, current
from troth.web.parts.access import SignedInRequest


class BondedRequest(SignedInRequest):
    """A request whose person has an open bond."""

    bond: MyBond


def bonded(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Give the view `request.bond`; without any bond lead to the page that opens one."""

    @wraps(view)
    def with_bond(request: Any, *args: object, **kwargs: object) -> HttpResponse:
        request.bond = current(request.me)
        if request.bond is None:
            return HttpResponseRedirect("/bond/new/", status=303)
        return view(request, *args, **kwargs)

    return with_bond


def placed(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Give the view `request.bond` as `bonded` does; what belongs to the person alone needs no bond."""
    within = bonded(view)

    @wraps(view)
    def with_or_without(request: Any, pages: Any, **kwargs: object) -> HttpResponse:
        if not practices.named(pages.practice).personal:
            return within(request, pages=pages, **kwargs)
        request.bond = current(request.me)
        return view(request, pages=pages, **kwargs)

    return with_or_without
