"""What a passphrase costs: wrong costs are refused before they take anything, and unlocking costs little more than Argon2id.

Runs in a home of its own (`apart`).
"""

import resource
import time
from datetime import UTC, datetime
from random import Random
from statistics import median
from typing import Any

from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from troth import vault
from troth.store.actions import accounts, unlocking
from troth.store.actions.slots import open_with_passphrase
from troth.store.errors import WrongWayIn
from troth.store.host import host_key
from troth.store.models import Person, Slot
from troth.store.profile import Profile

SEED = 4
PASSPHRASE = "river lamp copper nine walnut"
FLOOR, CEILING = (65_536, 3, 1), (1_048_576, 16, 8)
EXTREMES = ((65_535, 2, 0), (1_048_577, 17, 9), (0, 0, 0), (2_147_483_647, 2_147_483_647, 2_147_483_647))


def refused(*, count: int) -> dict[str, Any]:
    """Try so many costs outside the bounds, by code and through a slot's row; say what took memory or time."""
    person = _person()
    slot = Slot.objects.get(person=person)
    before, began = _peak_mib(), time.monotonic()
    accepted = []
    for cost in _outside(count):
        Slot.objects.filter(pk=slot.pk).update(memory=cost[0], passes=cost[1], lanes=cost[2])
        if _by_code(cost) or _by_row(person):
            accepted.append(cost)
    return {
        "tried": count,
        "accepted": accepted,
        "peak": _peak_mib() - before,
        "seconds": time.monotonic() - began,
    }


def unlock_ratios(*, repeats: int, runs: int) -> list[float]:
    """Measure unlocking (slot, session, profile saved) against bare Argon2id of the same cost, interleaved."""
    person, slot = _person(), Slot.objects.get()
    bare, ours, ratios = [], [], []
    for _ in range(repeats):
        for _ in range(runs):
            began = time.perf_counter()
            Argon2id(salt=bytes(slot.salt), length=32, iterations=3, lanes=1, memory_cost=65_536).derive(
                PASSPHRASE.encode()
            )
            bare.append(time.perf_counter() - began)
            began = time.perf_counter()
            key = open_with_passphrase(person, PASSPHRASE)
            person.refresh_from_db()
            unlocking.enter(person=person, account_key=key, at=datetime.now(UTC))
            ours.append(time.perf_counter() - began)
        ratios.append(round(median(ours) / median(bare), 3))
        bare, ours = [], []
    return ratios


def slots() -> list[tuple[int, int, int]]:
    """Return the cost of each passphrase slot of this home."""
    return list(Slot.objects.filter(method="passphrase").values_list("memory", "passes", "lanes"))


def _outside(count: int) -> list[tuple[int, int, int]]:
    """Return costs of which at least one number is out of bounds; the edges come first."""
    chance, found = Random(SEED), []
    for extreme in EXTREMES:
        for at in range(3):
            found.append(tuple(extreme[n] if n == at else FLOOR[n] for n in range(3)))
    while len(found) < count:
        cost = (chance.randrange(0, 2**31), chance.randrange(0, 40), chance.randrange(0, 20))
        if not all(low <= one <= high for low, one, high in zip(FLOOR, cost, CEILING, strict=True)):
            found.append(cost)
    return found[:count]  # type: ignore[return-value]


def _by_code(cost: tuple[int, int, int]) -> bool:
    try:
        vault.passphrase_key(PASSPHRASE, salt=bytes(16), cost=vault.Cost(*cost), host_key=host_key())
    except vault.BadCost:
        return False
    return True


def _by_row(person: Person) -> bool:
    try:
        open_with_passphrase(person, PASSPHRASE)
    except WrongWayIn:
        return False
    return True


def _person() -> Person:
    at = datetime.now(UTC)
    profile = Profile(name="Ada", zone="Europe/London")
    return accounts.sign_up(profile=profile, passphrase=PASSPHRASE, network="prove", at=at)[0].person


def _peak_mib() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
