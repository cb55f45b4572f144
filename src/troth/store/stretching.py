"""Passphrases are stretched at most two at once a process: each takes 64 MiB."""

import threading

from django.conf import settings

from troth import vault
from troth.store.errors import Busy
from troth.store.host import host_key

AT_ONCE = 2
WAIT_S = 5.0
# An unknown name costs the same run, on this salt.
NOBODYS_SALT = bytes(16)
_places = threading.BoundedSemaphore(AT_ONCE)


def wanted_cost() -> vault.Cost:
    """Return what a new passphrase slot costs on this host."""
    memory_kib, passes = settings.PASSPHRASE_COST
    return vault.Cost(memory_kib, passes, 1)


def stretched(passphrase: str, *, salt: bytes, cost: vault.Cost) -> vault.Key:
    """Stretch a passphrase into an opening key, or raise `Busy` after five seconds of waiting."""
    if not _places.acquire(timeout=WAIT_S):
        raise Busy("Several people are signing in right now. Try again in a moment.")
    try:
        return vault.passphrase_key(passphrase, salt=salt, cost=cost, host_key=host_key())
    finally:
        _places.release()
