"""What a thief tries who has only one half: every secret that lies in the files, and thousands of random pairs.

Runs in a home of its own (`apart`), where it can see the database and all files, as the thief does.
"""

from collections import Counter
from pathlib import Path
from random import Random
from typing import Any

from django.conf import settings
from django.db import models

from tests.prove.sealed_rows import ADAS, a_world
from troth import vault
from troth.store import models as tables
from troth.store.host import host_key
from troth.store.models import Person, Session, Slot
from troth.vault import Key, VaultError

SEED = 7
TABLES: tuple[type[models.Model], ...] = tuple(getattr(tables, name) for name in tables.__all__)
Try = tuple[str, Key, bytes, str]
Box = tuple[models.Model, bytes, str]


def run(*, pairs: int, hosts: int) -> dict[str, Any]:
    """Try everything; return how often each way was tried, and what opened."""
    a_world()
    tried: Counter[str] = Counter()
    opened: list[str] = []
    boxes = list(_boxes())
    for way, key, box, line in [*_keys_lying_about(boxes), *_random_pairs(boxes, pairs), *_passphrase(hosts)]:
        tried[way] += 1
        if _opens(key, box, line):
            opened.append(way)
    return {"tried": dict(tried), "opened": opened, "boxes": len(boxes), "with both": _with_both()}


def _boxes() -> list[Box]:
    """Return every sealed box of the database with its line."""
    rows = [row for model in TABLES for row in model._base_manager.all() if hasattr(row, "sealed")]
    return [(row, bytes(row.sealed), row.line()) for row in rows]


def _keys_lying_about(boxes: list[Box]) -> list[Try]:
    """Every secret of the files and every value of the tables, as a key by itself and as a cookie half."""
    found = []
    for row, box, line in boxes:
        for key in _lying_about():
            found.append(("database and files, no cookie", key, box, line))
            if isinstance(row, Session):
                found.append(("database and files, no cookie", _as_session(key.raw, row), box, line))
    return found


def _lying_about() -> list[Key]:
    files = [
        file for file in Path(settings.HOME).iterdir() if file.is_file() and file.stat().st_size < 10_000
    ]
    raws = [host_key().raw, *(file.read_bytes() for file in files), bytes(32)]
    for model in TABLES:
        for values in model._base_manager.values_list():
            raws += [bytes(value) for value in values if isinstance(value, (bytes, memoryview))]
    derived = [
        vault.limits_key(host_key()).raw,
        vault.addresses_key(host_key()).raw,
        vault.host_check(host_key()) * 2,
    ]
    return [Key((raw + bytes(32))[:32]) for raw in [*raws, *derived]]


def _random_pairs(boxes: list[Box], count: int) -> list[Try]:
    """Random cookie halves and row halves; every second pair has the true row half, as in a stolen database."""
    chance = Random(SEED)
    sessions = [one for one in boxes if isinstance(one[0], Session)]
    found = []
    for number in range(count):
        row, box, line = sessions[number % len(sessions)]
        row_half = bytes(row.row_half) if number % 2 else chance.randbytes(32)  # type: ignore[attr-defined]
        key = vault.session_key(cookie_half=chance.randbytes(32), row_half=row_half)
        found.append(("random pairs", key, box, line))
    return found


def _passphrase(hosts: int) -> list[Try]:
    """The right passphrase with wrong host keys: none, the neighbour's, one bit off, random."""
    chance, right = Random(SEED), host_key().raw
    wrong = [bytes(32), bytes([right[0] ^ 1]) + right[1:], right[::-1], vault.host_check(host_key()) * 2]
    wrong += [chance.randbytes(32) for _ in range(hosts)]
    slot = _adas_slot()
    return [
        ("right passphrase, no host key", _passphrase_key(slot, Key(raw)), bytes(slot.sealed), slot.line())
        for raw in wrong[:hosts]
    ]


def _with_both() -> list[str]:
    """Say what opens with everything that belongs to it: nothing else shows that the tries above could have."""
    slot, found = _adas_slot(), []
    if _opens(_passphrase_key(slot, host_key()), bytes(slot.sealed), slot.line()):
        found.append("passphrase and host key")
    row = Session.objects.first()
    assert row is not None
    halves = {"cookie_half": vault.random_bytes(32), "row_half": bytes(row.row_half)}
    key = vault.session_key(**halves)
    box = vault.seal_key(key, Key(bytes(32)), line=row.line())
    if _opens(vault.session_key(**halves), box, row.line()):
        found.append("cookie half and row half")
    return found


def _adas_slot() -> Slot:
    for person in Person.objects.all():
        slot = Slot.objects.get(person=person, method="passphrase")
        if _opens(_passphrase_key(slot, host_key()), bytes(slot.sealed), slot.line()):
            return slot
    raise AssertionError("no slot opens with the passphrase and the host key")


def _passphrase_key(slot: Slot, host: Key) -> Key:
    cost = slot.cost()
    assert cost is not None
    return vault.passphrase_key(ADAS, salt=bytes(slot.salt), cost=cost, host_key=host)


def _as_session(raw: bytes, row: Any) -> Key:
    return vault.session_key(cookie_half=raw, row_half=bytes(row.row_half))


def _opens(key: Key, box: bytes, line: str) -> bool:
    for opening in (vault.open_key, vault.open_record):
        try:
            opening(key, box, line=line)
        except VaultError:
            continue
        return True
    return False
