"""One box at a time, and one unlock."""

from collections.abc import Iterator
from functools import partial
from random import Random
from time import process_time

from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from django.conf import settings

from bench.bare import boxes
from bench.home import PASSPHRASE, now
from bench.measure import in_turn, many
from bench.people import someone
from bench.table import Line, timed
from troth import vault
from troth.store.actions.slots import open_with_passphrase
from troth.store.actions.unlocking import sign_in

SIZES = (200, 1_000, 4_000, 16_000)
AT_ONCE, TIMES = 1_000, 25
ID = vault.new_id()
LINE = vault.entry_line(
    id=ID, owner=ID, bond=ID, sequence=1_000, topic=bytes(16), due=None, version=1, generation=1
)


def lines() -> Iterator[Line]:
    """Compare sealing, opening and unlocking. CPU time, because nothing here waits."""
    for size in SIZES:
        yield from _boxes(size)
    yield from _unlock()


def _boxes(size: int) -> Iterator[Line]:
    key, content = vault.new_key(), Random(size).randbytes(size)
    padded = bytes(vault.padded_length(size))
    box, pair, gcm = vault.seal_record(key, content, line=LINE), boxes.seal(padded), boxes.gcm_seal(padded)
    seal = partial(vault.seal_record, key, content, line=LINE)
    open_ = partial(vault.open_record, key, box, line=LINE)
    compared = (
        (f"seal {size:,} bytes, beside a bare pair", seal, partial(boxes.seal, padded), 2.0),
        (f"open {size:,} bytes, beside a bare pair", open_, partial(boxes.open_, pair), 2.0),
        (f"seal {size:,} bytes, beside AES-256-GCM alone", seal, partial(boxes.gcm_seal, padded), None),
        (f"open {size:,} bytes, beside AES-256-GCM alone", open_, partial(boxes.gcm_open, gcm), None),
    )
    for what, ours, theirs, most in compared:
        found = in_turn(many(ours, AT_ONCE), many(theirs, AT_ONCE), times=TIMES, clock=process_time)
        yield timed(what, found, most=most, count=AT_ONCE)


def _unlock() -> Iterator[Line]:
    ada = someone("unlock", count=0)
    memory_kib, passes = settings.PASSPHRASE_COST

    def bare() -> None:
        stretch = Argon2id(salt=bytes(16), length=32, iterations=passes, lanes=1, memory_cost=memory_kib)
        stretch.derive(PASSPHRASE.encode())

    def slot() -> None:
        open_with_passphrase(ada.me.person, PASSPHRASE)

    def whole() -> None:
        sign_in(name=ada.name, passphrase=PASSPHRASE, network="bench", at=now())

    beside = "beside bare Argon2id of the same cost"
    yield timed(
        f"open a passphrase slot, {beside}", in_turn(slot, bare, times=15, clock=process_time), most=1.2
    )
    yield timed(
        f"sign in: limits, slot, profile, session, {beside}",
        in_turn(whole, bare, times=15, clock=process_time),
        most=1.2,
    )
    yield timed("the same, waiting for the disk counted in", in_turn(whole, bare, times=15))
