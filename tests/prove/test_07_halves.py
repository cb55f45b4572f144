"""Check 7: one half opens nothing, and the running process is closed to others of the same user."""

import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.prove import peeking
from tests.prove.apart import apart
from tests.prove.checks import Check, Proof
from tests.prove.client import Client
from tests.prove.databases import a_database, engines
from tests.prove.server import ROOT, Place, Server, serving

WORDS = "a walnut under the seventh lamp"
PASSPHRASE = "river lamp copper nine walnut"
NOBODY = (
    "setpriv",
    "--reuid=nobody",
    "--regid=nogroup",
    "--clear-groups",
    "--inh-caps=-all",
    "--bounding-set=-all",
)
BOTH = "with both halves it opens"
OPEN = "memory left open is read"
CHECK = Check(
    7,
    target="one half, 10,000 random pairs, no host key: 0 opened; memory closed to the same user; core size 0",
    least={
        "database and files, no cookie": (500, 1000),
        "random pairs": (10_000, 20_000),
        "right passphrase, no host key": (5, 40),
        "pages asked with a cookie without its row": (3, 9),
        "processes that kept their memory shut": (2, 2),
        "processes with core size 0": (2, 2),
    },
    controls=(BOTH, OPEN),
    limit_s=(120, 300),
)


def test_one_half_opens_nothing(proof: Proof, tmp_path: Path) -> None:
    for engine in engines(proof):
        with a_database(engine) as database:
            found = apart(
                "tests.prove.halves:run",
                place=_place(tmp_path / engine, database),
                pairs=10_000,
                hosts=proof.size(5, 20),
            )
        for way, tried in found["tried"].items():
            proof.count(way, tried)
        proof.none(f"opened ({engine})", found["opened"])
        proof.control(BOTH, noticed=len(found["with both"]) == 2, seen=", ".join(found["with both"]))


def test_a_cookie_without_its_row_opens_nothing(proof: Proof, tmp_path: Path) -> None:
    for engine in engines(proof):
        with a_database(engine) as database:
            place = _place(tmp_path / engine, database)
            with serving(place) as server:
                ada = Client(server.port).sign_up("Ada", PASSPHRASE)
                assert ada.get("/settings/").status == 200
                kept = dict(ada.cookies)
                ada.post("/sign-out/")
                _opens_nothing(proof, server, kept)
                ada.sign_in("Ada", PASSPHRASE)
                kept = dict(ada.cookies)
            if engine == "sqlite":  # sessions are in memory there; on PostgreSQL they outlive a restart
                with serving(place) as server:
                    _opens_nothing(proof, server, kept)


def test_the_memory_of_the_server_is_closed_to_the_same_user(proof: Proof, common: Path) -> None:
    with _served(common) as server:
        seen = [_peeked(pid) for pid in server.pids]
        proof.none("processes read", [one for one in seen if one["read"] or one["found"]])
        proof.count("processes that kept their memory shut", sum(one["error"] != "" for one in seen))
        limits = [Path(f"/proc/{pid}/limits").read_text() for pid in server.pids]
        cores = [
            line.split()[4:6] for text in limits for line in text.splitlines() if line.startswith("Max core")
        ]
        proof.count("processes with core size 0", cores.count(["0", "0"]))
        os.kill(server.pids[-1], signal.SIGABRT)
        time.sleep(0.5)
        proof.none("core files", list(common.rglob("core*")))
    with _served(common, altered="with-open-memory") as server:
        seen = [_peeked(pid) for pid in server.pids]
        read, found = sum(int(str(one["read"])) for one in seen), any(one["found"] for one in seen)
        if not read:
            proof.left_out(
                "the server's memory", "this system forbids reading even where the program does not"
            )
        proof.control(
            OPEN, noticed=read > 0, seen=f"{read // 2**20} MiB read, words {'' if found else 'not '}found"
        )


@pytest.fixture
def common(proof: Proof) -> Iterator[Path]:
    """A folder that an ordinary user can reach: root may read any memory, so as root both programs run as nobody."""
    if not sys.platform.startswith("linux"):
        proof.not_run("only Linux can close a process to its own user")
    if _is_root() and not shutil.which("setpriv"):
        proof.not_run("this runs as root, and there is no setpriv to become an ordinary user")
    if _is_root() and not _readable():
        proof.not_run("this runs as root, and an ordinary user cannot read the program here")
    folder = Path(tempfile.mkdtemp(prefix="troth-prove-"))
    try:
        if _is_root():
            shutil.chown(folder, "nobody", "nogroup")
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def _served(folder: Path, *, altered: str = "") -> Iterator[Server]:
    """Serve, as an ordinary user, a home in which someone has just read their words."""
    place = Place(folder / (altered or "shut"))
    place.folder.mkdir()
    place.environment()
    place.log.touch()
    if _is_root():
        for one in (place.folder, place.temporary, place.log):
            shutil.chown(one, "nobody", "nogroup")
    with serving(place, before=NOBODY if _is_root() else (), altered=altered) as server:
        ada = Client(server.port).sign_up("Ada", PASSPHRASE)
        ada.open_bond("Ben")
        assert ada.post("/wins/new/", {"what": WORDS, "kind": "other", "on": "2026-11-01"}).status == 303
        assert WORDS in ada.get("/wins/").text
        yield server


def _peeked(pid: int) -> dict[str, object]:
    done = subprocess.run(
        [*(NOBODY if _is_root() else ()), sys.executable, "-I", str(Path(peeking.__file__)), str(pid), WORDS],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-300:]
    seen: dict[str, object] = json.loads(done.stdout)
    return seen


def _opens_nothing(proof: Proof, server: Server, cookies: dict[str, str]) -> None:
    thief = Client(server.port)
    thief.cookies = dict(cookies)
    assert "troth" in cookies
    for path in ("/today/", "/journal/", "/settings/"):
        answer = thief.get(path)
        assert answer.status == 303, f"{path} answered {answer.status} to a cookie without its row"
        assert answer.location.startswith("/sign-in/")
        proof.count("pages asked with a cookie without its row")


def _place(folder: Path, database: str) -> Place:
    folder.mkdir()
    return Place(folder, database)


def _readable() -> bool:
    trying = [*NOBODY, sys.executable, "-c", "import troth.app.cli, django"]
    done = subprocess.run(
        trying, env={"PYTHONPATH": str(ROOT / "src")}, capture_output=True, timeout=60, check=False
    )
    closed = [
        file for file in (ROOT / "src").rglob("*.*") if file.is_file() and not file.stat().st_mode & 0o004
    ]
    return done.returncode == 0 and not [file for file in closed if file.suffix != ".pyc"]


def _is_root() -> bool:
    return os.getuid() == 0
