"""A real server in a home of its own, on a free port of this machine, that can be stopped or killed at any moment."""

import http.client
import os
import secrets
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
READY_S = 40.0


@dataclass
class Place:
    """One folder for everything a server touches: the home, the host key beside it, a temporary folder, the logs."""

    folder: Path
    database: str = ""

    @property
    def home(self) -> Path:
        return self.folder / "home"

    @property
    def temporary(self) -> Path:
        return self.folder / "tmp"

    @property
    def log(self) -> Path:
        """What all servers and commands of this place wrote on stdout and stderr."""
        return self.folder / "server.log"

    def environment(self, more: Mapping[str, str] | None = None) -> dict[str, str]:
        """Make the environment of a process in this place: no option of this run leaks into it."""
        self.temporary.mkdir(mode=0o700, exist_ok=True)
        clean = {
            name: text for name, text in os.environ.items() if not name.startswith(("TROTH_", "DJANGO_"))
        }
        ours = {
            "TROTH_HOME": str(self.home),
            "TMPDIR": str(self.temporary),
            "PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}",
        }
        database = {"TROTH_DATABASE": self.database} if self.database else {}
        return clean | ours | database | dict(more or {})

    def run(
        self,
        *words: str,
        options: Mapping[str, str] | None = None,
        altered: str = "",
        typed: str = "",
        limit_s: float = 300,
    ) -> subprocess.CompletedProcess[str]:
        """Run one `troth` command to its end; its output is returned and kept in the log. `typed` is its standard input."""
        done = subprocess.run(
            [*_program(altered), *words],
            env=self.environment(options),
            cwd=self.folder,
            input=typed,
            capture_output=True,
            text=True,
            timeout=limit_s,
            check=False,
        )
        with self.log.open("a") as log:
            log.write(done.stdout + done.stderr)
        return done


@dataclass
class Server:
    """One running server. Its process group is its own, so that a kill reaches gunicorn's children."""

    place: Place
    port: int
    process: subprocess.Popen[bytes]

    @property
    def pids(self) -> list[int]:
        """Return the serving process and its children."""
        children = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children")
        return [self.process.pid, *map(int, children.read_text().split())]

    def kill(self) -> None:
        """Kill the whole group without a word of warning."""
        with suppress(ProcessLookupError):  # it has ended already
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait(timeout=30)

    def stop(self) -> int:
        """Ask it to stop; return its exit status."""
        self.process.terminate()
        try:
            return self.process.wait(timeout=30)
        finally:
            self.kill()

    def is_ready(self) -> bool:
        """Say whether /health/ answers 200."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=5)
        try:
            connection.request("GET", "/health/")
            return connection.getresponse().status == 200
        except (OSError, http.client.HTTPException):
            return False
        finally:
            connection.close()


def start(
    place: Place,
    *,
    processes: int = 1,
    options: Mapping[str, str] | None = None,
    before: tuple[str, ...] = (),
    altered: str = "",
) -> Server:
    """Start a server and wait until it answers.

    `before` goes in front of the command (setpriv, unshare); `altered` names a deliberately wrong setting.
    """
    port = free_port()
    environment = place.environment(options)
    words = [
        "serve",
        "--no-open",
        "--port",
        str(port),
        *(["--processes", str(processes)] if processes > 1 else []),
    ]
    with place.log.open("ab") as log:
        process = subprocess.Popen(
            [*before, *_program(altered), *words],
            env=environment,
            cwd=place.folder,
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            start_new_session=True,
        )
    server = Server(place, port, process)
    until = time.monotonic() + READY_S
    while not server.is_ready():
        if process.poll() is not None or time.monotonic() > until:
            server.kill()
            raise AssertionError(f"the server did not start: {place.log.read_text()[-400:]}")
        time.sleep(0.03)
    return server


@contextmanager
def serving(
    place: Place,
    *,
    processes: int = 1,
    options: Mapping[str, str] | None = None,
    before: tuple[str, ...] = (),
    altered: str = "",
) -> Iterator[Server]:
    """Serve for as long as the block; nothing of it is left running."""
    server = start(place, processes=processes, options=options, before=before, altered=altered)
    try:
        yield server
    finally:
        server.kill()


def free_port() -> int:
    """Find a port that nobody uses, below those that the system hands to outgoing connections: one of these
    could be gone again before the server takes it."""
    for port in secrets.SystemRandom().sample(range(15_000, 32_000), 200):
        with socket.socket() as probe, suppress(OSError):
            probe.bind(("127.0.0.1", port))
            return port
    raise AssertionError("no free port from 15,000 to 32,000")


def _program(altered: str) -> list[str]:
    return [sys.executable, "-m", *(["tests.prove.altered", altered] if altered else ["troth"])]
