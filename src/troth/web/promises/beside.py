"""What stands beside the promises: a quiet word when more is open than was kept lately."""

from collections.abc import Mapping

from django.utils import timezone

from troth.web.parts.bonded import BondedRequest
from troth.web.parts.promised import promised_too_much, waiting_promises


def beside(request: BondedRequest) -> Mapping[str, object]:
    """Say whether to promise smaller; a quiet bond says nothing."""
    if request.bond.side.state != "active":
        return {"promise_smaller": False}
    waiting = waiting_promises(request.me, request.bond)
    return {"promise_smaller": promised_too_much(request.me, request.bond, waiting, at=timezone.now())}
