"""Wrong tries slow the guesser, never the owner: counts under keyed hashes, kept over restarts."""

import hashlib
import hmac
from dataclasses import dataclass
from datetime import datetime, timedelta
from math import ceil

from django.db import transaction

from troth import vault
from troth.store.errors import Wait
from troth.store.host import host_key
from troth.store.models import Limit

LONGEST_WAIT_MIN = 15


@dataclass(frozen=True)
class Rule:
    """So many tries in so long; then waits of 1, 2, 4, 8, at most 15 minutes."""

    name: str
    tries: int
    window: timedelta


NAME = Rule("name", 5, timedelta(minutes=5))
NETWORK = Rule("network", 10, timedelta(minutes=1))
CODE = Rule("code", 5, timedelta(minutes=5))
INVITED = Rule("invited", 5, timedelta(minutes=5))
NEW = Rule("new", 10, timedelta(minutes=10))


def take(rule: Rule, *what: str, at: datetime) -> bytes:
    """Count a try before it is made, so that a hundred at once are counted too; raise `Wait` when there were enough."""
    key = _key(rule, *what, at=at)
    with transaction.atomic():
        Limit.objects.bulk_create([Limit(key=key, count=0, until=at)], ignore_conflicts=True)
        row = Limit.objects.select_for_update().get(key=key)
        # Where the clock was set back, a moment that was near is far: nobody waits longer than the longest wait.
        row.until = min(row.until, at + timedelta(minutes=LONGEST_WAIT_MIN))
        if row.count >= rule.tries and row.until > at:
            raise Wait(ceil((row.until - at).total_seconds()))
        row.count, row.until = _next(rule, row, at=at)
        row.save(update_fields=["count", "until"])
    return key


def give_back(key: bytes) -> None:
    """Forget one try: it was right."""
    with transaction.atomic():
        row = Limit.objects.select_for_update().filter(key=key).first()
        if row and row.count > 0:
            row.count -= 1
            row.save(update_fields=["count"])


def clear(key: bytes) -> None:
    """Forget all tries under this key."""
    Limit.objects.filter(key=key).delete()


def _next(rule: Rule, row: Limit, *, at: datetime) -> tuple[int, datetime]:
    if row.count < rule.tries - 1:
        fresh = row.count == 0 or row.until <= at
        return (1, at + rule.window) if fresh else (row.count + 1, row.until)
    if row.count == rule.tries - 1 and row.until <= at:
        return 1, at + rule.window
    count = row.count + 1
    return count, at + timedelta(minutes=min(LONGEST_WAIT_MIN, 2 ** min(count - rule.tries, 4)))


def _key(rule: Rule, *what: str, at: datetime) -> bytes:
    text = "|".join((rule.name, at.date().isoformat(), *what))
    return hmac.new(
        vault.limits_key(host_key()).raw, text.encode("utf-8", "surrogatepass"), hashlib.sha256
    ).digest()
