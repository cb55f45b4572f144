"""Write canaries, erase them the way the program does, and search the bytes that are left.

Runs in a home of its own (`apart`): with the last connection of a process SQLite tidies up, so the search is made
while the connection is open, as in a server.
"""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db import connection

from tests.prove.searching import files_below
from troth import practices, vault
from troth.practices.checkins import MOST_NOTE, Checkin
from troth.store.actions import accounts, bonds, drafts, entries, erasing
from troth.store.me import Me
from troth.store.models import Draft, Entry, Membership, Person, Slot
from troth.store.profile import Profile, Side

PIECE = 48
# Three words of a page, half a page, a page that spills over, a long letter.
LENGTHS = (20, 900, 3_000, MOST_NOTE)
READER = """
import sqlite3, sys, time
found = sqlite3.connect(sys.argv[1], timeout=20)
found.execute("BEGIN")
found.execute("SELECT count(*) FROM entry").fetchone()
print("reading", flush=True)
time.sleep(float(sys.argv[2]))
"""


@dataclass(frozen=True)
class Canaries:
    """Sealed bytes to look for: the random bytes that make each record's key, and pieces of its body."""

    keys: list[bytes]
    bodies: list[bytes]

    def found(self, *, but: tuple[str, ...] = ("backups",)) -> tuple[int, int]:
        """Count how many of each stand in any file of the home."""
        files = [file for file in files_below([settings.HOME]) if not set(but) & set(file.parts)]
        raw = [file.read_bytes() for file in files]
        return _count(self.keys, raw), _count(self.bodies, raw)


def _count(needles: list[bytes], files: list[bytes]) -> int:
    return sum(any(needle in raw for raw in files) for needle in needles)


def of_boxes(boxes: list[bytes]) -> Canaries:
    """Take salt and body of each box."""
    bodies = [box[at : at + PIECE] for box in boxes for at in (68, len(box) // 2, len(box) - PIECE)]
    return Canaries([box[4:36] for box in boxes], bodies)


def entries_erased(*, count: int, beside_reader: bool) -> dict[str, Any]:
    """Delete so many entries and sweep them after their hour, beside a reader that holds the database for a second."""
    me, bond = _someone("Ada")
    canaries, ids = _write(me, bond, count)
    before = canaries.found()
    for id in ids:
        entries.delete(me=me, id=id, at=datetime.now(UTC))
    with _reading(1.0 if beside_reader else 0):
        swept = erasing.sweep(at=datetime.now(UTC) + timedelta(hours=2))
    return _result(before, canaries.found(), swept=swept, needles=[key.hex() for key in canaries.keys])


def others_erased(*, count: int) -> dict[str, Any]:
    """Delete a bond with its entries, replace a passphrase, drop drafts; then end the account."""
    me, bond = _someone("Ada")
    canaries, _ids = _write(me, bond, count)
    side = Membership.objects.get(person=me.person.id, bond=bond)
    gone = of_boxes([bytes(side.sealed), bytes(Slot.objects.get(person=me.person.id).sealed)])
    before = [canaries.found(), gone.found()]
    bonds.delete_bond(me=me, bond=bond)
    me, _cookie = accounts.change_passphrase(
        me=me, passphrase="paper cloud seven acorn drum", at=datetime.now(UTC)
    )
    after = [canaries.found(), gone.found()]
    drafts.keep(me=me, address="/wins/new/", fields={"what": ["half a win"]})
    rows = [*Draft.objects.filter(person=me.person.id), *Slot.objects.filter(person=me.person.id)]
    last = of_boxes([bytes(row.sealed) for row in rows])
    before.append(last.found())
    accounts.delete_account(me=me)
    after.append(last.found())
    assert not Person.objects.exists()
    return _result(_sum(before), _sum(after))


def beside_endless_reader(*, count: int) -> dict[str, Any]:
    """In WAL, erase beside a reader that does not end: it must not say done; after the reader has gone it is erased."""
    erasing.CHECKPOINT_PATIENCE_S = 1.0
    me, bond = _someone("Ada")
    canaries, ids = _write(me, bond, count)
    before, said = canaries.found(), "done"
    for id in ids:
        entries.delete(me=me, id=id, at=datetime.now(UTC))
    with _reading(600), connection.cursor() as cursor:
        cursor.execute("PRAGMA busy_timeout=500")
        try:
            erasing.sweep(at=datetime.now(UTC) + timedelta(hours=2))
        except TimeoutError:
            said = "not yet"
        meanwhile = canaries.found()
    erasing.wipe_traces()
    return _result(before, canaries.found(), said=said, meanwhile=meanwhile)


def careless(*, count: int, secure: bool) -> dict[str, Any]:
    """The control: delete the rows and leave the engine's traces; or without secure_delete."""
    me, bond = _someone("Ada")
    canaries, ids = _write(me, bond, count)
    erasing.wipe_traces()
    before = canaries.found()
    if not secure:
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA secure_delete=OFF")
    Entry.objects.filter(id__in=ids).delete()
    return _result(before, canaries.found())


def write(*, count: int) -> None:
    """Write canaries into one bond, and one entry into another that stays."""
    me, bond = _someone("Ada")
    _write(me, bond, count)
    stays = bonds.open_bond(me=me, side=Side(kind="friend", name="Cleo", opened_at=datetime.now(UTC)))
    _write(me, stays, 1)


def erase_all() -> list[str]:
    """Erase all entries but the newest through the program's own sweep; return their keys."""
    rows = list(Entry.objects.order_by("sequence"))[:-1]
    Entry.objects.filter(id__in=[row.id for row in rows]).update(
        gone_at=datetime.now(UTC) - timedelta(hours=2)
    )
    assert erasing.sweep(at=datetime.now(UTC)) == len(rows)
    return [key.hex() for key in of_boxes([bytes(row.sealed) for row in rows]).keys]


def left(*, needles: list[str]) -> dict[str, int]:
    """Count what is left of erased entries after a restore: as rows, and as bytes in any file of the home."""
    keys = [bytes.fromhex(needle) for needle in needles]
    boxes = [bytes(row.sealed)[4:36] for row in Entry.objects.all()]
    found, _ = Canaries(keys, []).found()
    return {"rows": len(set(boxes) & set(keys)), "others": len(set(boxes) - set(keys)), "found": found}


def accounts_on_postgresql(*, people: int, lines: int) -> dict[str, Any]:
    """End every second account and do the maintenance; count slot boxes in the files of the tables and of the log."""
    folder = Path(_shown("data_directory"))
    everyone = [_someone(f"Person {number}") for number in range(people)]
    for me, bond in everyone:
        accounts.set_recovery_code(me=me, code=vault.new_recovery_code())
        _write(me, bond, lines)
    ending, staying = [me for me, _ in everyone[::2]], [me for me, _ in everyone[1::2]]
    slots, others = of_boxes(_slot_boxes(ending)), of_boxes(_slot_boxes(staying))
    written = of_boxes(
        [bytes(row.sealed) for row in Entry.objects.filter(owner__in=[me.person.id for me in ending])]
    )
    _maintain()
    before = _in_tables(folder, slots)
    for me in ending:
        accounts.delete_account(me=me)
    erasing.nightly()
    _maintain()
    log = [file.read_bytes() for file in files_below([folder / "pg_wal"])]
    return {
        "before": before,
        "after": _in_tables(folder, slots),
        "others": _in_tables(folder, others),
        "keys": len(slots.keys),
        "entries left": _in_tables(folder, written),
        "entries": len(written.keys),
        "in the log": _count(slots.keys, log),
    }


def _someone(name: str) -> tuple[Me, UUID]:
    at = datetime.now(UTC)
    me, _cookie = accounts.sign_up(
        profile=Profile(name=name, zone="Europe/London"),
        passphrase=f"{name} walks over nine hills",
        network=name,
        at=at,
    )
    return me, bonds.open_bond(me=me, side=Side(kind="partner", name="Ben", opened_at=at))


def _write(me: Me, bond: UUID, count: int) -> tuple[Canaries, list[UUID]]:
    at, ids = datetime.now(UTC), []
    for number in range(count):
        words = ("a canary in the tree " * 1000)[: LENGTHS[number % len(LENGTHS)]].strip()
        content = Checkin(felt_trust=5, role="supporter", note=words)
        document = practices.start("checkins", content, at=at, on=at.date())
        ids.append(entries.add(me=me, bond=bond, document=document).id)
    return of_boxes([bytes(row.sealed) for row in Entry.objects.filter(id__in=ids)]), ids


@contextmanager
def _reading(seconds: float) -> Iterator[None]:
    """Hold the database open for reading in another process meanwhile."""
    if not seconds:
        yield
        return
    name = str(connection.settings_dict["NAME"])
    reader = subprocess.Popen([sys.executable, "-c", READER, name, str(seconds)], stdout=subprocess.PIPE)
    try:
        assert reader.stdout is not None
        assert reader.stdout.readline() == b"reading\n"
        yield
    finally:
        reader.kill()
        reader.communicate(timeout=30)


def _result(before: tuple[int, int], after: tuple[int, int], **more: Any) -> dict[str, Any]:
    mode = ""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            mode = cursor.execute("PRAGMA journal_mode").fetchone()[0]
    return {"mode": mode, "before": before, "after": after, **more}


def _sum(pairs: list[tuple[int, int]]) -> tuple[int, int]:
    return sum(one for one, _ in pairs), sum(other for _, other in pairs)


def _slot_boxes(people: list[Me]) -> list[bytes]:
    return [bytes(slot.sealed) for slot in Slot.objects.filter(person__in=[me.person.id for me in people])]


def _in_tables(folder: Path, canaries: Canaries) -> int:
    """Count keys in any file of this database's own folder."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT oid FROM pg_database WHERE datname = current_database()")
        files = list(files_below([folder / "base" / str(cursor.fetchone()[0])]))
    assert files, "no table files"
    return _count(canaries.keys, [file.read_bytes() for file in files])


def _maintain() -> None:
    with connection.cursor() as cursor:
        cursor.execute("CHECKPOINT")


def _shown(name: str) -> str:
    with connection.cursor() as cursor:
        cursor.execute(f"SHOW {name}")
        return str(cursor.fetchone()[0])
