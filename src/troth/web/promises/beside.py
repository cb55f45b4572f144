"""What stands beside the promises: a quiet word when more is open than was kept lately; the other's word, if they gave one."""

from collections.abc import Mapping

from django.utils import timezone

from troth.store.queries import bonds, replies
from troth.store.queries.entries import Opened
from troth.web.parts.access import SignedInRequest
from troth.web.parts.bonded import BondedRequest
from troth.web.parts.promised import promised_too_much, waiting_promises
from troth.web.parts.replied import SAID


def beside(request: BondedRequest) -> Mapping[str, object]:
    """Say whether to promise smaller; a quiet bond says nothing."""
    if request.bond.side.state != "active":
        return {"promise_smaller": False}
    waiting = waiting_promises(request.me, request.bond)
    return {"promise_smaller": promised_too_much(request.me, request.bond, waiting, at=timezone.now())}


def their_word(request: SignedInRequest, opened: Opened) -> Mapping[str, object]:
    """Say the other's word on one promise, beside mine, which it never changes."""
    found = replies.words_on(request.me, opened.id, at=timezone.now())
    if not found or opened.bond is None:
        return {}
    name = bonds.one(request.me, opened.bond).side.name
    return {"their_word": dict(SAID)[found[0].said], "their_note": found[0].note, "their_name": name}
