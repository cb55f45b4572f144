"""Check 12: what was erased is in no file any more, in each journal mode, beside a reader, and after a restore."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.prove.apart import apart
from tests.prove.checks import Check, Proof
from tests.prove.databases import a_database, ask, engines
from tests.prove.server import Place

CANARIES = (60, 200)
TRUNCATE, WAL = "sqlite-says=3.40.1", "sqlite-says=3.51.3"
UNCHECKED, PLAIN = "WAL without checkpoint", "TRUNCATE without secure_delete"
CHECK = Check(
    12,
    target="200 canary keys and bodies: 0 left in any file, each mode, beside a reader; accounts; after a restore",
    least={
        "keys erased": (390, 950),
        "pieces of bodies erased": (1100, 2800),
        "journal modes": (2, 2),
        "entries erased again by a restore": CANARIES,
    },
    controls=(UNCHECKED, PLAIN),
    limit_s=(120, 600),
)


@pytest.mark.parametrize("beside_reader", [False, True], ids=["alone", "beside a reader"])
@pytest.mark.parametrize("mode", [TRUNCATE, WAL], ids=["truncate", "wal"])
def test_erased_entries_are_in_no_file(proof: Proof, tmp_path: Path, mode: str, beside_reader: bool) -> None:
    found = _apart("entries_erased", tmp_path, altered=mode, count=_size(proof), beside_reader=beside_reader)
    assert found["mode"] == ("truncate" if mode is TRUNCATE else "wal")
    assert found["swept"] == _size(proof)
    proof.count("journal modes", int(not beside_reader))
    _gone(proof, found)


@pytest.mark.parametrize("mode", [TRUNCATE, WAL], ids=["truncate", "wal"])
def test_bonds_passphrases_drafts_and_accounts_are_in_no_file(
    proof: Proof, tmp_path: Path, mode: str
) -> None:
    _gone(proof, _apart("others_erased", tmp_path, altered=mode, count=50))


def test_done_is_not_said_while_a_reader_keeps_a_trace(proof: Proof, tmp_path: Path) -> None:
    found = _apart("beside_endless_reader", tmp_path, altered=WAL, count=50)
    assert found["meanwhile"][0] > 0, "the reader kept nothing: this shows nothing"
    assert found["said"] == "not yet"
    _gone(proof, found)


@pytest.mark.parametrize(("name", "mode", "secure"), [(UNCHECKED, WAL, True), (PLAIN, TRUNCATE, False)])
def test_careless_erasing_is_noticed(
    proof: Proof, tmp_path: Path, name: str, mode: str, secure: bool
) -> None:
    found = _apart("careless", tmp_path, altered=mode, count=_size(proof), secure=secure)
    assert found["before"][0] == _size(proof)
    left = found["after"][0]
    proof.control(name, noticed=left > 0, seen=f"{left} of {_size(proof)} keys left")


def test_a_restored_backup_is_erased_again(proof: Proof, tmp_path: Path) -> None:
    place, file = Place(tmp_path), tmp_path / "older.troth-backup"
    apart("tests.prove.wiping:write", place=place, count=_size(proof))
    assert place.run("backup", "--to", str(file)).returncode == 0
    needles = apart("tests.prove.wiping:erase_all", place=place)
    raw = file.read_bytes()
    assert sum(bytes.fromhex(needle) in raw for needle in needles) == _size(proof), (
        "the backup does not hold them"
    )
    done = place.run("restore", str(file), "--replace", "--json")
    assert done.returncode == 0, done.stderr[-300:]
    proof.note(f"restore said {json.loads(done.stdout)}")
    left = apart("tests.prove.wiping:left", place=place, needles=needles)
    assert left["rows"] == 0, "a restore brought erased entries back"
    assert left["others"] == 1, "a restore lost what was not erased"
    proof.count("entries erased again by a restore", _size(proof) - left["found"])
    proof.none("keys left after a restore", range(left["found"]))


def test_an_ended_account_is_not_in_postgresqls_table_files(proof: Proof, tmp_path: Path) -> None:
    if "postgresql" not in engines(proof):
        return
    with a_database("postgresql") as database:
        if not _is_readable(database):
            proof.left_out("PostgreSQL", "this user cannot read its data folder")
            return
        found = apart(
            "tests.prove.wiping:accounts_on_postgresql",
            place=Place(tmp_path, database),
            people=proof.size(6, 40),
            lines=proof.size(2, 5),
        )
    assert found["before"] == found["keys"], "the boxes were not in the files before: this shows nothing"
    assert found["others"] == found["keys"], "the boxes of those who stay are gone"
    proof.count("slot boxes erased in PostgreSQL", found["keys"])
    proof.note(
        f"PostgreSQL's log after CHECKPOINT: {found['in the log']} of {found['keys']} slot boxes, it ages out"
    )
    proof.note(
        f"sealed entries in its table files after VACUUM: {found['entries left']} of {found['entries']}"
    )
    proof.none("slot boxes left in table files", range(found["after"]))


def _size(proof: Proof) -> int:
    return proof.size(*CANARIES)


def _gone(proof: Proof, found: dict[str, Any]) -> None:
    keys, bodies = found["before"]
    proof.count("keys erased", keys)
    proof.count("pieces of bodies erased", bodies)
    assert found["after"] == [0, 0], (
        f"{found['after'][0]} keys and {found['after'][1]} pieces are left ({found['mode']})"
    )


def _apart(name: str, folder: Path, **given: Any) -> dict[str, Any]:
    found: dict[str, Any] = apart(f"tests.prove.wiping:{name}", place=Place(folder), **given)
    return found


def _is_readable(database: str) -> bool:
    folder = Path(str(ask(database, "SHOW data_directory")[0][0]))
    try:
        return (folder / "base").is_dir() and bool(list((folder / "pg_wal").iterdir()))
    except OSError:
        return False
