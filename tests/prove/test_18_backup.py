"""Check 18: backups while people write, and bringing one back, also where that is cut short."""

import json
import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, suppress
from pathlib import Path

import pytest

from tests.prove.apart import apart
from tests.prove.backing_up import Taken, backed_up, plain_copies, signed_up, writing
from tests.prove.checks import Check, Proof
from tests.prove.client import Client
from tests.prove.databases import a_database, engines
from tests.prove.harm import a_copy, digests
from tests.prove.home_files import ask, database_of, host_key_of, is_sound
from tests.prove.numbered import ADA, PASSPHRASE
from tests.prove.opened_home import Reader, reader
from tests.prove.server import Place, serving

CHECK = Check(
    18,
    target="every backup sound and of one moment; a restore cut short leaves the old or the new home whole",
    least={
        "backups under writing": (3, 100),
        "writes meanwhile": (5, 300),
        "entries opened": (100, 10_000),
        "restores killed": (8, 20),
        "restores refused": (6, 6),
    },
    controls=("plain copies of the file",),
    limit_s=(120, 1_500),
)
LARGE, LARGE_LIMIT_S = 100_000, 300
LANES = 2


def test_backups_while_people_write_are_of_one_moment(proof: Proof, tmp_path: Path) -> None:
    for engine in engines(proof):
        with a_database(engine) as database:
            place = Place(tmp_path / engine, database)
            place.folder.mkdir()
            taken = Taken()
            with serving(place) as server:
                ada = signed_up(server)
                opener = reader(place, PASSPHRASE)
                with writing(server, ada) as ledgers:
                    for n in range(proof.size(3, 50)):
                        file = place.folder / f"{n}.troth-backup"
                        backed_up(place, opener, ledgers, file, taken)
            _all_verify(place, taken)
            _brought_into_another_home(proof, place, opener, tmp_path / f"other-{engine}", engine)
        proof.count("backups under writing", taken.backups)
        proof.count("writes meanwhile", taken.meanwhile)
        proof.count("entries opened", taken.opened)
        proof.none(f"faults in backups ({engine})", taken.faults)


def _all_verify(place: Place, taken: Taken) -> None:
    for file in list(place.folder.glob("*.troth-backup"))[:3]:
        if place.run("backup", "--verify", str(file)).returncode:
            taken.faults.append("--verify refused it")


def _brought_into_another_home(proof: Proof, place: Place, opener: Reader, folder: Path, engine: str) -> None:
    """An empty home on another path: every entry is equal, and nobody is signed in."""
    file = max(place.folder.glob("*.troth-backup"), key=lambda one: one.stat().st_mtime)
    with a_database(engine) as database:
        other = Place(folder, database)
        folder.mkdir()
        shutil.copy2(host_key_of(place), host_key_of(other))
        done = other.run("restore", str(file))
        assert done.returncode == 0, done.stderr
        before, after = opener.entries(file), Reader(other, opener.key).entries()
        assert len(after) >= 20
        assert after == before, "a restored entry differs"
        with serving(other) as server:
            ada = Client(server.port).sign_in(ADA, PASSPHRASE)
            assert ada.get("/journal/").status == 200
        proof.note(f"{engine}: {len(after):,} entries equal after a restore on another path")


def test_what_was_erased_since_is_erased_again_and_everyone_is_signed_out(
    proof: Proof, tmp_path: Path
) -> None:
    for engine in engines(proof):
        with a_database(engine) as database:
            place = Place(tmp_path / engine, database)
            place.folder.mkdir()
            file = place.folder / "day.troth-backup"
            with serving(place) as server:
                ada, ben = signed_up(server), Client(server.port, network="127.0.0.2")
                ben.sign_up("Ben", "paper cloud seven acorn drum")
                assert place.run("backup", "--to", str(file)).returncode == 0
                gone = ben.post("/settings/delete/", {"passphrase": "paper cloud seven acorn drum"})
                assert gone.status == 303
            refused = place.run("restore", str(file))
            assert (refused.returncode, len(refused.stderr.splitlines())) == (2, 1), "taken without --replace"
            done = place.run("restore", str(file), "--replace", "--json")
            assert done.returncode == 0, done.stderr
            again = json.loads(done.stdout)["erased_again"]
            assert again["person"] == 1
            assert ask(place, "SELECT count(*) FROM person") == [(1,)]
            proof.note(f"{engine}: erased again {sum(again.values())}")
            aside = place.home / "troth.sqlite3.before-restore"
            assert aside.exists() == (engine == "sqlite"), (
                "the old home is kept until the new one has answered"
            )
            with serving(place) as server:
                held = Client(server.port)
                held.cookies = dict(ada.cookies)
                assert held.get("/today/").location.startswith("/sign-in/"), "someone is still signed in"
                until = time.monotonic() + 10
                while aside.exists() and time.monotonic() < until:
                    time.sleep(0.05)
                assert not aside.exists(), "the old home stays after the new one has answered"


@pytest.fixture(scope="module")
def two_states(tmp_path_factory: pytest.TempPathFactory) -> tuple[Place, dict[str, Path]]:
    """A home with two backups of different days, some 600 entries apart."""
    place = Place(tmp_path_factory.mktemp("states"))
    files = {name: place.folder / f"{name}.troth-backup" for name in ("old", "new")}
    apart("tests.prove.fill:a_home", place=place, name=ADA, passphrase=PASSPHRASE, count=600)
    assert place.run("backup", "--to", str(files["old"])).returncode == 0
    apart("tests.prove.fill:entries_of", place=place, name=ADA, passphrase=PASSPHRASE, count=600)
    assert place.run("backup", "--to", str(files["new"])).returncode == 0
    shutil.rmtree(place.home / "backups", ignore_errors=True)
    assert place.run("restore", str(files["old"]), "--replace").returncode == 0
    return place, files


def test_a_restore_cut_short_leaves_one_home_whole(
    proof: Proof, two_states: tuple[Place, dict[str, Path]], tmp_path: Path
) -> None:
    whole, files = two_states
    opener = reader(whole, PASSPHRASE)
    states = {name: opener.entries(file) for name, file in files.items()}
    assert states["old"] != states["new"]
    outcomes: Counter[bool] = Counter()

    def lane(seed: int) -> list[str]:
        dice, place = random.Random(seed), a_copy(whole, tmp_path / f"lane-{seed}")
        faults, kills, wanted = [], 0, "old"
        _, whole_s = _restore_and_kill(place, files["new"], after_s=None)
        for _ in range(40):
            was_running, _ = _restore_and_kill(place, files[wanted], after_s=dice.uniform(0, whole_s))
            kills += was_running
            found = Reader(place, opener.key).entries()
            left = next((name for name, entries in states.items() if entries == found), "")
            faults += (
                [] if left and is_sound(place) else [f"seed {seed}, kill {kills}: neither home is whole"]
            )
            outcomes[left == wanted] += 1
            wanted = "old" if left == "new" else "new"
            if kills == proof.size(4, 10):
                break
        done = place.run("restore", str(files["new"]), "--replace")
        faults += [] if done.returncode == 0 else [f"the next restore did not work: {done.stderr}"]
        faults += [] if Reader(place, opener.key).entries() == states["new"] else ["the last one differs"]
        proof.count("restores killed", kills)
        return faults

    with ThreadPoolExecutor(LANES) as pool:
        faults = [fault for found in pool.map(lane, range(1, LANES + 1)) for fault in found]
    proof.note(
        f"after a restore cut short: {outcomes[False]} times the home before, {outcomes[True]} the new one"
    )
    proof.none("homes lost by a restore cut short", faults)


def _restore_and_kill(place: Place, file: Path, *, after_s: float | None) -> tuple[bool, float]:
    """Begin a restore and kill it so long after its new file appeared; None lets it end.

    Before that file nothing can go wrong. Returns whether it was still running then, and how long it ran from there.
    """
    process = subprocess.Popen(
        [sys.executable, "-m", "troth", "restore", str(file), "--replace"],
        env=place.environment(),
        cwd=place.folder,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    fresh, until = database_of(place).with_name("troth.sqlite3.new"), time.monotonic() + 20
    while not fresh.exists() and process.poll() is None and time.monotonic() < until:
        time.sleep(0.001)
    begun = time.monotonic()
    with suppress(subprocess.TimeoutExpired):
        process.wait(timeout=30 if after_s is None else after_s)
    was_running = process.poll() is None
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait(timeout=30)
    return was_running, time.monotonic() - begun


def test_a_backup_that_does_not_fit_is_refused(
    proof: Proof, two_states: tuple[Place, dict[str, Path]], tmp_path: Path
) -> None:
    whole, files = two_states
    newer, cut, letter = (tmp_path / f"{name}.troth-backup" for name in ("newer", "cut", "letter"))
    shutil.copy2(files["old"], newer)
    with closing(sqlite3.connect(newer)) as copy, copy:
        copy.execute("UPDATE backup SET format = 99")
    cut.write_bytes(files["old"].read_bytes()[: files["old"].stat().st_size // 2])
    letter.write_text("Dear plumber\n" * 100)
    keys = {"a host key of another home": "ab" * 32 + "\n", "no host key": None}
    cases = {
        "a newer format": newer,
        "a file cut in half": cut,
        "no backup at all": letter,
        "no file": tmp_path / "none",
    }
    faults = []
    for name in (*keys, *cases):
        place = a_copy(whole, tmp_path / name.replace(" ", "-"))
        if name in keys:
            host_key_of(place).unlink()
        if keys.get(name):
            host_key_of(place).write_text(str(keys[name]))
            host_key_of(place).chmod(0o600)
        faults += _refused(place, cases.get(name, files["old"]), name)
    proof.count("restores refused", len(keys) + len(cases))
    proof.none("restores not refused as written", faults)


def _refused(place: Place, file: Path, name: str) -> list[str]:
    before = _seen(place)
    done = place.run("restore", str(file), "--replace")
    lines = done.stderr.strip().splitlines()
    faults = (
        [] if (done.returncode, len(lines)) == (2, 1) else [f"{name}: exit {done.returncode}, {lines[-1:]}"]
    )
    return faults + ([] if _seen(place) == before else [f"{name}: files were changed"])


def _seen(place: Place) -> dict[str, str]:
    if host_key_of(place).exists():
        return digests(place)
    host_key_of(place).write_text("")
    found = digests(place)
    host_key_of(place).unlink()
    return found


def test_a_large_home_is_restored_in_time(proof: Proof, tmp_path: Path) -> None:
    if not proof.is_full:
        return
    place, other = Place(tmp_path / "large"), Place(tmp_path / "other")
    for one in (place, other):
        one.folder.mkdir()
    apart("tests.prove.fill:a_home", place=place, name=ADA, passphrase=PASSPHRASE, count=LARGE)
    file = place.folder / "large.troth-backup"
    assert place.run("backup", "--to", str(file)).returncode == 0
    shutil.copy2(host_key_of(place), host_key_of(other))
    begun = time.monotonic()
    done = other.run("restore", str(file), limit_s=900)
    took = time.monotonic() - begun
    assert done.returncode == 0, done.stderr
    found = reader(other, PASSPHRASE).entries()
    assert len(found) == LARGE
    proof.none("entries of the large home that do not open", [one for one in found if one.words is None])
    proof.note(f"{LARGE:,} entries restored in {took:.1f} s")
    assert took <= LARGE_LIMIT_S


def test_plain_copies_under_writing_are_unsound(proof: Proof, tmp_path: Path) -> None:
    with proof.must_fail("plain copies of the file"):
        unsound, copies = plain_copies(tmp_path, copies=proof.size(10, 50))
        assert not unsound, f"{unsound} of {copies} unsound"
