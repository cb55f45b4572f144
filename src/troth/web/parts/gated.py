"""The safety gate of the bond that is open: found when it is first asked for, once a request, and never kept."""

from django.http import HttpRequest
from django.utils import timezone

from troth.safety import Gate
from troth.store.queries.bonds import current
from troth.store.queries.guarding import gate_of
from troth.store.queries.paces import is_quiet

OPEN = Gate("open", ())


def gate_for(request: HttpRequest) -> Gate:
    """Say where the gate stands for this person in the bond that is open on Today."""
    if not hasattr(request, "_gate"):
        request._gate = _found(request)  # type: ignore[attr-defined]
    gate: Gate = request._gate  # type: ignore[attr-defined]
    return gate


def may_ask(request: HttpRequest) -> bool:
    """Say whether a page may ask or suggest anything: the gate is open, the bond is not quiet, nor asked to be by the other."""
    bond = getattr(request, "bond", None)
    if not gate_for(request).is_open or (bond is not None and bond.side.state != "active"):
        return False
    return bond is None or not is_quiet(request.me, bond, at=timezone.now())  # type: ignore[attr-defined]


def _found(request: HttpRequest) -> Gate:
    me = getattr(request, "me", None)
    bond = getattr(request, "bond", None) or (current(me) if me else None)
    return gate_of(me, bond.id, on=timezone.localdate()) if me and bond else OPEN
