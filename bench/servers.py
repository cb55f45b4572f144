"""Ours and the bare one as real processes, and a visitor who keeps the connection open."""

import os
import re
import socket
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection, HTTPException
from http.cookies import SimpleCookie
from pathlib import Path
from urllib.parse import urlencode

from bench.home import FOLDER, PASSPHRASE

BARE_HOME = FOLDER / "bare"
PATIENCE_S = 30
TOKEN = re.compile(rb'name="csrfmiddlewaretoken" value="([^"]+)"')


def free_port() -> int:
    """Ask the system for a port that nobody uses."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def start_ours(port: int) -> subprocess.Popen[bytes]:
    """Start `troth serve` on the bench's home, as a person does."""
    troth = str(Path(sys.executable).with_name("troth"))
    command = [troth, "serve", "--no-open", "--port", str(port)]
    return subprocess.Popen(command, env=_environment(), stdout=subprocess.DEVNULL)


def start_bare(port: int) -> subprocess.Popen[bytes]:
    """Start the bare project on its own database."""
    _make_bare_home()
    command = [sys.executable, "-m", "bench.bare", str(port)]
    return subprocess.Popen(command, env=_environment() | {"BENCH_BARE_HOME": str(BARE_HOME)})


def _environment() -> dict[str, str]:
    """Let Python keep what it compiled, as it does for people: then a second start is one."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return kept | {"PYTHONPYCACHEPREFIX": str(FOLDER / "compiled")}


def _make_bare_home() -> None:
    if BARE_HOME.exists():
        return
    BARE_HOME.mkdir()
    with sqlite3.connect(BARE_HOME / "troth.sqlite3") as made:
        made.execute("CREATE TABLE bare_note (id integer PRIMARY KEY AUTOINCREMENT, text text NOT NULL)")
        made.execute("INSERT INTO bare_note (text) VALUES ('One row.')")
    made.close()


@contextmanager
def both() -> Iterator[tuple["Visitor", "Visitor", tuple[int, int]]]:
    """Serve both; give a visitor of each, and the two processes that serve."""
    ports = free_port(), free_port()
    servers = start_ours(ports[0]), start_bare(ports[1])
    try:
        for port in ports:
            until_answered(port)
        yield Visitor(ports[0]), Visitor(ports[1]), (_serving(servers[0]), _serving(servers[1]))
    finally:
        for server in servers:
            stop(server)


def _serving(server: subprocess.Popen[bytes]) -> int:
    """Find the process that gunicorn made to answer."""
    children = Path(f"/proc/{server.pid}/task/{server.pid}/children").read_text().split()
    return int(children[0])


def stop(server: subprocess.Popen[bytes]) -> None:
    """End a server that we started."""
    server.terminate()
    server.wait(timeout=PATIENCE_S)


def until_answered(port: int) -> None:
    """Ask for the first page until it comes."""
    until = time.monotonic() + PATIENCE_S
    while True:
        try:
            if Visitor(port).get("/")[0] == 200:
                return
        except (OSError, HTTPException):
            pass
        if time.monotonic() > until:
            raise TimeoutError("A server of the bench does not answer.")
        time.sleep(0.005)


class Visitor:
    """A browser's part: one connection kept open, cookies, the token of a form."""

    def __init__(self, port: int) -> None:
        self.connection = HTTPConnection("127.0.0.1", port, timeout=PATIENCE_S)
        self.cookies: dict[str, str] = {}

    def get(self, path: str) -> tuple[int, bytes]:
        """Ask for a page."""
        return self._ask("GET", path)

    def post(self, path: str, **fields: str) -> tuple[int, bytes]:
        """Send a form."""
        body = urlencode(fields)
        return self._ask("POST", path, body, {"Content-Type": "application/x-www-form-urlencoded"})

    def token(self, path: str) -> str:
        """Read the token from a page with a form."""
        found = TOKEN.search(self.get(path)[1])
        assert found, f"{path}: expected a form."
        return found[1].decode()

    def sign_in(self, name: str) -> None:
        """Unlock an account of the bench."""
        status, _ = self.post(
            "/sign-in/", name=name, passphrase=PASSPHRASE, csrfmiddlewaretoken=self.token("/sign-in/")
        )
        assert status == 303, f"sign-in: expected 303, got {status}."

    def _ask(
        self, method: str, path: str, body: str | None = None, headers: dict[str, str] | None = None
    ) -> tuple[int, bytes]:
        cookies = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        self.connection.request(
            method, path, body, (headers or {}) | ({"Cookie": cookies} if cookies else {})
        )
        answer = self.connection.getresponse()
        words = answer.read()
        for line in answer.headers.get_all("Set-Cookie", []):
            self.cookies |= {name: morsel.value for name, morsel in SimpleCookie(line).items()}
        return answer.status, words
