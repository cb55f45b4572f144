"""Read a message once: its marks, its flags, and what of my own plan it comes near."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from troth.web.parts.bonded import BondedRequest
from troth.web.parts.coached import Card, Reading, Touched, card_for, own_plan, reading_of
from troth.web.parts.lazily import coach


@dataclass(frozen=True, repr=False)
class Read:
    """What a page says of one message."""

    reading: Reading
    touched: list[Touched]
    card: Card | None


def read(request: BondedRequest, given: Mapping[str, Any]) -> Read:
    """Read the words with what they answer and with my own plan. Only this request ever holds them."""
    own = own_plan(request.me, request.bond)
    found = coach.rehearse(given["words"], context=given.get("answering") or None, plan=own.plan)
    card = None if given.get("fine") else card_for(request, found.flags)
    return Read(reading_of(given["words"], found), own.touched(found.reminders), card)


def plainly(words: str) -> Reading | None:
    """Read the words as they were before, to stand beside the new ones."""
    return reading_of(words, coach.rehearse(words)) if words else None
