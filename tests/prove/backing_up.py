"""Backups taken while people write, looked at with a plain connection and the person's keys."""

import sqlite3
import stat
import threading
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

from tests.prove.client import Client
from tests.prove.home_files import ask, host_key_of, is_sound
from tests.prove.numbered import ADA, PASSPHRASE, Ledger, writers
from tests.prove.opened_home import Reader
from tests.prove.searching import search
from tests.prove.server import Place, Server
from troth.store.sqlite import base


@dataclass
class Taken:
    """What all backups of one run came to."""

    backups: int = 0
    opened: int = 0
    meanwhile: int = 0
    faults: list[str] = field(default_factory=list)


def signed_up(server: Server) -> Client:
    """Make Ada's account and bond, and one wrong try, so that there is a count of tries to leave out."""
    ada = Client(server.port).sign_up(ADA, PASSPHRASE)
    ada.open_bond("Ben")
    assert Client(server.port).post("/sign-in/", {"name": "nobody", "passphrase": "not at all"}).status == 422
    return ada


@contextmanager
def writing(server: Server, ada: Client, *, clients: int = 4) -> Iterator[list[Ledger]]:
    """Write without a pause for as long as the block, new entries only."""
    ledgers = [Ledger(f"client {n}") for n in range(clients)]
    some = writers(server, ledgers, signed_in=ada, only_new=True)
    for writer in some:
        writer.begin()
    try:
        yield ledgers
    finally:
        for writer in some:
            writer.end()


def backed_up(place: Place, reader: Reader, ledgers: list[Ledger], file: Path, taken: Taken) -> None:
    """Make one backup and hold it against what was answered before, during and after."""
    begun = time.monotonic()
    done = place.run("backup", "--to", str(file))
    ended = time.monotonic()
    if done.returncode:
        taken.faults.append(f"the backup ended with {done.returncode}: {done.stderr[-120:]}")
        return
    taken.backups += 1
    moments = [one for ledger in ledgers for one in list(ledger.moments)]
    taken.meanwhile += sum(begun < answered < ended for _, _, answered in moments)
    found = reader.entries(file)
    words = {one.words for one in found}
    taken.opened += len(words - {None})
    faults = [] if is_sound(place, file) else ["integrity_check"]
    faults += ["does not open"] * (None in words)
    faults += [
        "answered before it and not in it"
        for one, _, answered in moments
        if answered < begun and one not in words
    ]
    faults += ["sent after it and in it" for one, sent, _ in moments if sent > ended and one in words]
    if [one.sequence for one in found] != list(range(1, len(found) + 1)):
        faults.append("not one moment: the sequence numbers have a gap")
    taken.faults += faults + looked_at(place, file)


def looked_at(place: Place, file: Path) -> list[str]:
    """Look for what must not be in a backup: sessions, counts of tries, the host key; and at its mode."""
    rows = {
        name: ask(place, f'SELECT count(*) FROM "{name}"', file=file)[0][0] for name in ("session", "limit")
    }
    key = host_key_of(place).read_text().strip()
    hits = search([file], [key], binary=[bytes.fromhex(key)]).hits
    faults = [f"{count} rows in {name}" for name, count in rows.items() if count]
    faults += [f"the host key stands in it: {hit}" for hit in hits]
    mode = stat.S_IMODE(file.stat().st_mode)
    return faults + ([] if mode == 0o600 else [f"mode {mode:o}"])


def plain_copies(folder: Path, *, copies: int) -> tuple[int, int]:
    """Copy a database file plainly while it is written to with our settings; return how many were unsound, of how many."""
    file, stop = folder / "busy.sqlite3", threading.Event()
    _busy_database(file)
    threads = [threading.Thread(target=_write, args=(file, stop, n), daemon=True) for n in range(2)]
    for thread in threads:
        thread.start()
    unsound = 0
    try:
        for n in range(copies):
            copy = folder / f"copy-{n}.sqlite3"
            with file.open("rb") as source, copy.open("wb") as target:
                while piece := source.read(64 * 1024):
                    target.write(piece)
                    time.sleep(0.001)  # as slow as an ordinary disk, so that it takes longer than one commit
            unsound += not _whole(copy)
            copy.unlink()
    finally:
        stop.set()
        for thread in threads:
            thread.join()
    return unsound, copies


def _busy_database(file: Path) -> None:
    with closing(sqlite3.connect(file)) as connection:
        base.settle(connection)
        connection.execute("PRAGMA journal_mode=TRUNCATE")
        connection.execute("CREATE TABLE entry (n INTEGER PRIMARY KEY, sealed BLOB)")
        rows = ((n, bytes(3000)) for n in range(1, 2_001))
        connection.executemany("INSERT INTO entry VALUES (?, ?)", rows)
        connection.commit()


def _write(file: Path, stop: threading.Event, seed: int) -> None:
    with closing(sqlite3.connect(file, timeout=20)) as connection:
        base.settle(connection)
        connection.execute("PRAGMA journal_mode=TRUNCATE")
        n = seed
        while not stop.is_set():
            n = n * 7919 % 1_999 + 1
            with (
                suppress(sqlite3.OperationalError),
                connection,
            ):  # two writers without the lock may starve each other
                connection.execute("DELETE FROM entry WHERE n IN (?, ?)", (n, n // 2))
                connection.execute("INSERT OR REPLACE INTO entry VALUES (?, ?)", (n, bytes(9000)))


def _whole(copy: Path) -> bool:
    try:
        with closing(sqlite3.connect(copy)) as connection:
            return connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    except sqlite3.DatabaseError:
        return False
