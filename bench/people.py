"""People with entries, made through the real actions."""

from dataclasses import dataclass
from functools import cache
from uuid import UUID

from django.db import connection

from bench.home import HOME, PASSPHRASE, now
from bench.sample import some_entries
from troth import practices
from troth.store.actions import accounts, bonds, entries
from troth.store.me import Me
from troth.store.profile import Profile, Side

COUNT = 5_000


@dataclass(frozen=True)
class Someone:
    """A person with one bond: bytes that were sealed, bytes of their boxes, bytes by which the database grew."""

    name: str
    me: Me
    bond: UUID
    text: int
    boxes: int
    disk: int


@cache
def someone(name: str = "diligent", *, count: int = COUNT) -> Someone:
    """Make an account with one bond and so many entries, once a run."""
    at = now()
    me, _cookie = accounts.sign_up(
        profile=Profile(name=name, zone="Europe/London"), passphrase=PASSPHRASE, network=name, at=at
    )
    side = Side(kind="partner", name="Ben", opened_at=at, read_roles=True)
    bond = bonds.open_bond(me=me, side=side)
    documents = some_entries(count, of=name, at=at)
    before = on_disk()
    own, shared = [], []
    for one in documents:
        (own if practices.named(one[1].practice).personal else shared).append(one)
    rows = entries.add_all(me=me, bond=bond, documents=shared) + entries.add_all(
        me=me, bond=None, documents=own
    )
    text = sum(len(practices.encode(document)) for _, document in documents)
    return Someone(name, me, bond, text, sum(len(row.sealed) for row in rows), on_disk() - before)


def on_disk() -> int:
    """Say how many bytes the database has on the disk."""
    connection.close()
    return sum(file.stat().st_size for file in HOME.glob("troth.sqlite3*"))
