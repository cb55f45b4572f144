"""Pages that belong to a bond: the one that is open on Today."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpResponse, HttpResponseRedirect

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
