"""Serve the pages with gunicorn: one process with threads, or several where the database is PostgreSQL."""

import http.client
import socket
import threading
import time
import webbrowser
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.wsgi import get_wsgi_application
from gunicorn.app.base import BaseApplication

from troth.app import letting_go, worker
from troth.app.home import HomeTrouble
from troth.app.memory import shut_memory
from troth.app.restoring import kept_aside

THREADS = 4
REPLACE_AFTER = 1_000
HEALTH_TRIES = 30


class Server(BaseApplication):  # type: ignore[misc]
    """Gunicorn, told in Python instead of a file."""

    def __init__(self, choices: dict[str, Any]) -> None:
        self.choices = choices
        super().__init__()

    def load_config(self) -> None:
        for name, value in self.choices.items():
            self.cfg.set(name, value)

    def load(self) -> Callable[..., Any]:
        application = get_wsgi_application()
        import_module(settings.ROOT_URLCONF)  # all pages now, not with the first visit
        letting_go.begin()
        return application


def serve(*, host: str, port: int, processes: int, opens_browser: bool) -> None:
    """Serve until stopped. With one process, sessions live in its memory and the worker's loop runs beside it."""
    _check_port(host, port)
    address = f"http://{'localhost' if host == '127.0.0.1' else host}:{port}/"

    def when_ready(_server: object) -> None:
        print(f"Troth is at {address}  (stop with Ctrl-C)", flush=True)
        aside = kept_aside()
        if aside:
            threading.Thread(target=_drop_once_healthy, args=(aside, host, port), daemon=True).start()
        if opens_browser:
            threading.Thread(target=webbrowser.open, args=(address,), daemon=True).start()

    def post_fork(_server: object, _worker: object) -> None:
        shut_memory()
        if processes == 1:
            worker.start_beside()

    choices = {
        "bind": f"{host}:{port}",
        "workers": processes,
        "threads": THREADS,
        "worker_class": "gthread",
        "worker_tmp_dir": None,
        "when_ready": when_ready,
        "post_fork": post_fork,
        "loglevel": "error",
        "accesslog": None,
        "proc_name": "troth",
        "graceful_timeout": 5,
        "timeout": 60,
        "keepalive": 20,
        "control_socket_disable": True,
        "forwarded_allow_ips": "127.0.0.1" if not settings.BEHIND_PROXY else "*",
        # One process keeps its sessions in memory: replacing it would lock everyone.
        "max_requests": 0 if processes == 1 else REPLACE_AFTER,
        "max_requests_jitter": 0 if processes == 1 else 100,
    }
    Server(choices).run()


def _drop_once_healthy(aside: Path, host: str, port: int) -> None:
    """Drop what a restore kept aside as soon as the new home has answered: it holds what was erased since."""
    near = "127.0.0.1" if host in ("0.0.0.0", "::") else host
    for _ in range(HEALTH_TRIES):
        connection = http.client.HTTPConnection(near, port, timeout=5)
        try:
            connection.request("GET", "/health/", headers={"Host": "localhost"})
            if connection.getresponse().status == 200:
                aside.unlink(missing_ok=True)
                return
        except (OSError, http.client.HTTPException):
            time.sleep(1)
        finally:
            connection.close()


def _check_port(host: str, port: int) -> None:
    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            raise HomeTrouble(
                f"{host}:{port}: cannot be served ({error.strerror}). Choose another with --port."
            ) from error
