"""Check 15: the journal mode fits the library's version, whatever the home was left in, and is read back."""

import sqlite3
import time
from pathlib import Path

import pytest

from tests.prove.checks import Check, Proof
from tests.prove.client import Client
from tests.prove.server import Place, Server, serving
from troth.store.sqlite.base import WANTED
from troth.store.sqlite.journal import journal_mode

# Written by hand from the specification, section 16.
TABLE = (
    ((3, 7, 0), "truncate"),
    ((3, 40, 1), "truncate"),
    ((3, 44, 5), "truncate"),
    ((3, 44, 6), "wal"),
    ((3, 45, 0), "truncate"),
    ((3, 50, 6), "truncate"),
    ((3, 50, 7), "wal"),
    ((3, 51, 0), "truncate"),
    ((3, 51, 2), "truncate"),
    ((3, 51, 3), "wal"),
    ((3, 52, 0), "truncate"),
    ((3, 53, 0), "wal"),
)
PASSPHRASE = "river lamp copper nine walnut"
CHECK = Check(
    15,
    target="12-row version table; a home left in WAL is in TRUNCATE before the first page; wrong pragma: exit 2",
    least={"versions": (12, 12), "homes moved": (2, 2), "wrong settings refused": (5, 5)},
    limit_s=(90, 90),
    own_homes=True,
)


def test_the_mode_fits_the_version(proof: Proof) -> None:
    proof.note(f"library {sqlite3.sqlite_version}: {journal_mode(sqlite3.sqlite_version_info[:3])}")
    proof.count("versions", len(TABLE))
    assert [(version, journal_mode(version)) for version, _ in TABLE] == list(TABLE)


@pytest.mark.parametrize(("says", "mode"), [("3.40.1", "truncate"), ("3.51.3", "wal")])
def test_a_home_is_moved_to_the_right_mode_before_the_first_page(
    proof: Proof, tmp_path: Path, says: str, mode: str
) -> None:
    place = _a_home(tmp_path)
    _leave_in(place, "wal" if mode == "truncate" else "truncate")
    with serving(place, altered=f"sqlite-says={says}") as server:
        assert _mode_in_file(place) == mode
        assert place.home.joinpath("troth.sqlite3-wal").exists() == (mode == "wal")
        _account_is_there(server)
        assert _mode_in_file(place) == mode
    proof.count("homes moved")


@pytest.mark.parametrize("setting", WANTED)
def test_a_setting_that_was_not_taken_stops_the_start(proof: Proof, tmp_path: Path, setting: str) -> None:
    _refuses(proof, Place(tmp_path), setting=setting, altered=f"without-pragma={setting}")


def test_a_home_held_in_wal_by_another_program_stops_the_start(proof: Proof, tmp_path: Path) -> None:
    place = _a_home(tmp_path)
    _leave_in(place, "wal")
    other = sqlite3.connect(place.home / "troth.sqlite3")
    other.execute("BEGIN")
    other.execute("SELECT count(*) FROM person").fetchone()
    try:
        _refuses(proof, place, setting="", altered="sqlite-says=3.40.1")
    finally:
        other.close()
    with serving(place, altered="sqlite-says=3.40.1") as server:
        _account_is_there(server)


def _refuses(proof: Proof, place: Place, *, setting: str, altered: str) -> None:
    began = time.monotonic()
    done = place.run("check", altered=altered, limit_s=60)
    said = done.stderr.strip()
    assert done.returncode == 2, f"{altered}: exit {done.returncode}, {said[-200:]}"
    assert len(said.splitlines()) == 1, said[-300:]
    assert "troth.sqlite3" in said
    assert setting in said
    assert time.monotonic() - began < 45
    proof.count("wrong settings refused")


def _a_home(folder: Path) -> Place:
    place = Place(folder)
    with serving(place) as server:
        Client(server.port).sign_up("Ada", PASSPHRASE)
    return place


def _account_is_there(server: Server) -> None:
    assert Client(server.port).sign_in("Ada", PASSPHRASE).get("/settings/").status == 200


def _leave_in(place: Place, mode: str) -> None:
    found = sqlite3.connect(place.home / "troth.sqlite3")
    assert found.execute(f"PRAGMA journal_mode={mode}").fetchone()[0] == mode
    found.close()
    assert _mode_in_file(place) == mode


def _mode_in_file(place: Place) -> str:
    """Read the mode from the file's header, where SQLite itself looks: 2 is WAL."""
    header = place.home.joinpath("troth.sqlite3").read_bytes()[:20]
    return "wal" if header[18:20] == b"\x02\x02" else "truncate"
