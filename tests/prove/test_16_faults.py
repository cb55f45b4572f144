"""Check 16: disk full, read-only, damage, wrong keys, wrong options, a wrong clock: one sentence, and nothing touched."""

import json
import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.prove.apart import apart
from tests.prove.checks import Check, Proof
from tests.prove.client import Client
from tests.prove.harm import DAMAGE, HOST_KEY, OPTIONS, a_copy, digests
from tests.prove.home_files import database_of, host_key_of
from tests.prove.numbered import ADA, PASSPHRASE
from tests.prove.opened_home import reader
from tests.prove.server import ROOT, Place, free_port, serving
from tests.prove.watched import Watch
from troth.app import safe_place
from troth.app.home import HomeTrouble

CHECK = Check(
    16,
    target="one sentence and exit 2, or a page that keeps the words; data untouched",
    least={"cases on the small disk": (30, 30), "starts refused": (22, 22), "clock cases": (10, 10)},
    limit_s=(120, 300),
    own_homes=True,
)
DAY = 24 * 3600


def test_a_small_disk_loses_nothing(proof: Proof, tmp_path: Path) -> None:
    if not _may_unshare():
        proof.not_run("unshare -rm is refused on this machine")
    done = subprocess.run(
        ["unshare", "-rm", sys.executable, "-m", "tests.prove.full_disk", str(tmp_path)],
        env={**os.environ, "PYTHONPATH": f"{ROOT / 'src'}:{ROOT}"},
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=110,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-300:]
    found = json.loads(done.stdout.splitlines()[-1])
    proof.count("cases on the small disk", len(found))
    proof.none("not as written", [f"{name} ({seen})" for name, holds, seen in found if not holds])


def _may_unshare() -> bool:
    there = shutil.which("unshare")
    return (
        bool(there)
        and subprocess.run([str(there), "-rm", "true"], capture_output=True, check=False).returncode == 0
    )


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Place:
    """One home with 300 entries, to be copied and broken."""
    place = Place(tmp_path_factory.mktemp("whole"))
    apart("tests.prove.fill:a_home", place=place, name=ADA, passphrase=PASSPHRASE, count=300)
    return place


def test_a_damaged_home_does_not_start_and_is_not_touched(proof: Proof, whole: Place, tmp_path: Path) -> None:
    def broken(name: str) -> list[str]:
        place = a_copy(whole, tmp_path / name.replace(" ", "-"))
        {**DAMAGE, **HOST_KEY}[name](place)
        before = digests(place)
        faults = refused(name, place, must_say="troth restore" if name in DAMAGE else str(host_key_of(place)))
        if name in DAMAGE and str(database_of(place)) not in place.log.read_text():
            faults.append(f"{name}: does not name the file")
        return faults + ([] if digests(place) == before else [f"{name}: files were changed"])

    with ThreadPoolExecutor(2) as pool:
        faults = [fault for found in pool.map(broken, {**DAMAGE, **HOST_KEY}) for fault in found]
    proof.count("starts refused", len(DAMAGE) + len(HOST_KEY))
    proof.none("damaged homes not refused as written", faults)


def test_wrong_options_are_named_in_one_sentence(proof: Proof, whole: Place, tmp_path: Path) -> None:
    def wrong(name: str) -> list[str]:
        options, words = OPTIONS[name]
        place = a_copy(whole, tmp_path / name.replace(" ", "-"))
        before = digests(place)
        faults = refused(name, place, *words, options=options)
        return faults + ([] if digests(place) == before else [f"{name}: files were changed"])

    with ThreadPoolExecutor(2) as pool:
        faults = [fault for found in pool.map(wrong, OPTIONS) for fault in found]
    proof.count("starts refused", len(OPTIONS))
    proof.none("wrong options not refused as written", faults)


def test_one_server_a_home_and_one_a_port(proof: Proof, whole: Place, tmp_path: Path) -> None:
    place, other = a_copy(whole, tmp_path / "one"), a_copy(whole, tmp_path / "two")
    faults = []
    with serving(place), socket.socket() as taken:
        faults += refused("a second server on the home", place, must_say="another Troth")
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        faults += refused("a port that is taken", other, "--port", port, must_say="--port")
    proof.count("starts refused", 2)
    proof.none("second servers not refused as written", faults)


@pytest.mark.parametrize("kind", ["nfs4", "cifs", "smb3", "9p", "fuse.sshfs"])
def test_a_network_file_system_is_refused(proof: Proof, tmp_path: Path, kind: str) -> None:
    mounts = tmp_path / "mounts"
    mounts.write_text(f"/dev/sda1 / ext4 rw 0 0\nfar:/home {tmp_path} {kind} rw 0 0\n")
    with pytest.raises(HomeTrouble, match="network file system") as trouble:
        safe_place.check(tmp_path, mounts)
    assert "\n" not in str(trouble.value)
    mounts.write_text(f"far:/home / {kind} rw 0 0\n/dev/sda1 {tmp_path} ext4 rw 0 0\n")
    safe_place.check(tmp_path, mounts)
    proof.count("starts refused")


def refused(
    name: str, place: Place, *words: str, options: Mapping[str, str] | None = None, must_say: str = ""
) -> list[str]:
    """Start, which must not happen: one line, a sentence, exit 2. Returns what was otherwise."""
    is_told = "--port" in words or "TROTH_PORT" in (options or {})
    port = () if is_told else ("--port", str(free_port()))
    try:
        done = place.run("serve", "--no-open", *port, *words, options=options, limit_s=20)
    except subprocess.TimeoutExpired:
        return [f"{name}: it started"]
    lines = done.stderr.strip().splitlines()
    is_sentence = len(lines) == 1 and lines[0].endswith((".", "?", str(host_key_of(place))))
    faults = [] if done.returncode == 2 else [f"{name}: exit {done.returncode}"]
    faults += [] if is_sentence else [f"{name}: said {lines[-1:]}"]
    return faults + ([] if must_say in done.stderr else [f"{name}: does not say {must_say!r}"])


def test_a_wrong_clock_loses_nothing(proof: Proof, tmp_path: Path) -> None:
    place, watch = Place(tmp_path), Watch(tmp_path)
    noon = (datetime.now(UTC).replace(hour=12, minute=0) - datetime.now(UTC)).total_seconds()
    watch.set(noon)
    holds: dict[str, bool] = {}
    with serving(place, options=watch.options) as server:
        ada = Client(server.port).sign_up(ADA, PASSPHRASE)
        ada.open_bond("Ben")
        _write_some(ada, at=datetime.now(UTC) + timedelta(seconds=noon))
        watch.set(noon - DAY)
        holds["a day back: the session ends"] = ada.get("/today/").status == 303
        ada.sign_in(ADA, PASSPHRASE)
        holds["a day back: writing works"] = _write(ada, "written a day early") == 303
        holds["a day back: everything is in the journal"] = _lines(ada) == 4
        watch.set(noon + 365 * DAY)
        holds["a year on: the session ends"] = ada.get("/today/").status == 303
        ada.sign_in(ADA, PASSPHRASE)
        today = ada.get("/today/").text
        holds["a year on: a due promise is shown once"] = today.count("Bring the ladder back") == 1
        holds["a year on: everything is in the journal"] = _lines(ada) == 4
        watch.set(noon)
        holds["back again: the session ends"] = ada.get("/today/").status == 303
        holds["back again: signing in works"] = ada.sign_in(ADA, PASSPHRASE).get("/today/").status == 200
        holds["back again: everything is in the journal"] = _lines(ada) == 4
    opened = [one.words for one in reader(place, PASSPHRASE).entries()]
    holds["everything opens"] = len(opened) == 4 and None not in opened
    proof.count("clock cases", len(holds))
    proof.none("clock cases not as written", [name for name, held in holds.items() if not held])


def _write_some(ada: Client, *, at: datetime) -> None:
    due = (at + timedelta(days=1)).strftime("%Y-%m-%dT%H:%M")
    promise = {"wording": "Bring the ladder back", "due": due, "size": "tiny", "dimension": "none"}
    assert ada.post("/promises/new/", promise).status == 303
    for words in ("first line", "second line"):
        assert _write(ada, words) == 303


def _write(ada: Client, words: str) -> int:
    day = (datetime.now(UTC) - timedelta(days=2)).date().isoformat()
    return ada.post("/checkins/new/", {"felt_trust": "5", "note": words, "on": day}).status


def _lines(ada: Client) -> int:
    page = ada.get("/journal/").text
    words = ("Bring the ladder back", "first line", "second line", "written a day early")
    return sum(one in page for one in words)
