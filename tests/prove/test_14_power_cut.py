"""Check 14: simulated power cuts with the program's own settings of SQLite. Simulated: no plug was pulled."""

import random
import sqlite3
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import apsw

from tests.prove.checks import Check, Proof
from tests.prove.power import Disk, PowerCut, a_disk, write_out
from troth.store.sqlite import base

CHECK = Check(
    14,
    target="0 answered commits lost, 0 corrupt",
    least={"cuts": (600, 10_000), "commits answered": (2_000, 40_000)},
    controls=("DELETE + FULL", "WAL + NORMAL", "OFF"),
    limit_s=(120, 1_800),
    own_homes=True,
)
FILE = "/troth.sqlite3"
FIRST, LAST = 20, 400  # the power goes at one of these storage calls
TABLE = "CREATE TABLE entry (n INTEGER PRIMARY KEY, sealed BLOB)"


@dataclass(frozen=True)
class Mode:
    """The settings of one run: ours but for what is named here."""

    name: str
    journal: str
    synchronous: str

    def settle(self, connection: Any) -> None:
        """Give a connection our settings, then those of this mode; read them back."""
        # WAL needs memory that two programs share, which this layer has not: it runs exclusively. The others must not,
        # or DELETE would never remove its journal and pass wrongly.
        connection.execute(f"PRAGMA locking_mode={'EXCLUSIVE' if self.journal == 'wal' else 'NORMAL'}")
        base.settle(connection)
        connection.execute(f"PRAGMA journal_mode={self.journal}")
        connection.execute(f"PRAGMA synchronous={self.synchronous}")
        assert connection.execute("PRAGMA journal_mode").fetchone()[0] == self.journal
        wanted = ("OFF", "NORMAL", "FULL").index(self.synchronous)
        assert connection.execute("PRAGMA synchronous").fetchone()[0] == wanted


@dataclass
class Tally:
    """What the cuts of one mode came to."""

    cuts: int = 0
    answered: int = 0
    lost: int = 0
    corrupt: int = 0

    def __str__(self) -> str:
        return (
            f"{self.lost:,} lost, {self.corrupt:,} corrupt in {self.cuts:,} cuts ({self.answered:,} answered)"
        )


OURS = (Mode("TRUNCATE + FULL", "truncate", "FULL"), Mode("WAL + FULL", "wal", "FULL"))
WRONG = (
    Mode("DELETE + FULL", "delete", "FULL"),
    Mode("WAL + NORMAL", "wal", "NORMAL"),
    Mode("OFF", "delete", "OFF"),
)


def cut(disk: Disk, mode: Mode, image: dict[str, bytes], *, seed: int) -> int:
    """Write until the power goes; return the highest number whose commit was answered."""
    dice = random.Random(seed)
    disk.reset(image, cut_after=None, dice=dice)
    connection = apsw.Connection(FILE, vfs=disk.name)
    answered = 0
    try:
        mode.settle(connection)
        disk.calls, disk.cut_after = 0, dice.randint(FIRST, LAST)
        for number in range(1, 10_000):
            _write(connection, number, dice)
            answered = number
    except (PowerCut, apsw.Error):
        assert disk.is_dead, "an error before the cut"
    finally:
        with suppress(PowerCut, apsw.Error):
            connection.close(force=True)
    return answered


def _write(connection: Any, number: int, dice: random.Random) -> None:
    connection.execute("BEGIN IMMEDIATE")
    connection.execute("INSERT INTO entry VALUES (?, ?)", (number, dice.randbytes(dice.randint(200, 6000))))
    if number % 3 == 0:
        size = dice.randint(200, 6000)
        connection.execute("UPDATE entry SET sealed = ? WHERE n = ?", (dice.randbytes(size), number - 1))
    if number % 5 == 0:
        connection.execute("DELETE FROM entry WHERE n = ?", (number - 4,))
    connection.execute("COMMIT")


def look(file: Path, answered: int) -> str:
    """Open what is left with a plain SQLite: corrupt, lost, or whole."""
    try:
        with closing(sqlite3.connect(file)) as connection:
            if connection.execute("PRAGMA integrity_check").fetchone()[0] != "ok":
                return "corrupt"
            highest = connection.execute("SELECT coalesce(max(n), 0) FROM entry").fetchone()[0]
            some = [row[0] for row in connection.execute("SELECT n FROM entry ORDER BY n")]
    except sqlite3.DatabaseError:
        return "corrupt"
    if some != [n for n in range(1, highest + 1) if (n + 4) % 5 or n + 4 > highest]:
        return "corrupt"
    return "lost" if highest < answered else "whole"


def run(mode: Mode, folder: Path, *, cuts: int) -> Tally:
    """Cut the power so many times, seeds from 0."""
    tally = Tally()
    folder.mkdir()
    with a_disk(f"power-{mode.name}") as disk:
        image = _empty(disk, mode)
        for seed in range(cuts):
            answered = cut(disk, mode, image, seed=seed)
            found = look(write_out(disk.after_the_cut(), folder), answered)
            tally.cuts += 1
            tally.answered += answered
            tally.lost += found == "lost"
            tally.corrupt += found == "corrupt"
    return tally


def _empty(disk: Disk, mode: Mode) -> dict[str, bytes]:
    """Make the database with its table, all on the disk."""
    connection = apsw.Connection(FILE, vfs=disk.name)
    mode.settle(connection)
    connection.execute(TABLE)
    connection.close()
    return {FILE: bytes(disk.seen[FILE].seen)}


def test_no_answered_commit_is_lost(proof: Proof, tmp_path: Path) -> None:
    for mode in OURS:
        tally = run(mode, tmp_path / mode.name, cuts=proof.size(300, 5_000))
        proof.count("cuts", tally.cuts)
        proof.count("commits answered", tally.answered)
        proof.note(f"{mode.name}: {tally}")
        proof.none(f"lost or corrupt with {mode.name}", ["one"] * (tally.lost + tally.corrupt))
    proof.note(f"seeds from 0; with apsw's SQLite {apsw.sqlite_lib_version()}; the cut is simulated")


def test_other_settings_lose(proof: Proof, tmp_path: Path) -> None:
    for mode in WRONG:
        with proof.must_fail(mode.name):
            tally = run(mode, tmp_path / mode.name, cuts=proof.size(150, 1_000))
            assert tally.lost + tally.corrupt == 0, str(tally)
