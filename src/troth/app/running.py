"""What the commands that run the program do, once the home is open."""

import argparse
import sqlite3
from datetime import UTC, datetime
from importlib import import_module

from django.conf import settings
from django.db import connection

from troth import __version__
from troth.app import postgres, safe_place, serving, worker
from troth.app.memory import shut_memory
from troth.app.refused import Refused
from troth.store.models import Person
from troth.store.sqlite.journal import journal_mode


def serve(choice: argparse.Namespace) -> None:
    """Serve the pages until stopped."""
    if choice.processes > 1 and connection.vendor == "sqlite":
        raise Refused("--processes: more than one needs PostgreSQL. Name it in TROTH_DATABASE.")
    if connection.vendor == "sqlite":
        safe_place.hold(settings.HOME)
    connection.close()
    port = choice.port if choice.port is not None else settings.OPTIONS["TROTH_PORT"]
    if not 0 < port < 65536:
        raise Refused(f"--port {port}: expected a port from 1 to 65535.")
    serving.serve(host=choice.host, port=port, processes=choice.processes, opens_browser=not choice.no_open)


def demo(choice: argparse.Namespace) -> None:
    """Fill the sample home once, print its sign-ins, serve it."""
    sample = import_module("troth.app.sample")  # only here: every start would wait for it
    sample.fill(at=datetime.now(UTC))
    print(sample.sign_ins())
    serve(choice)


def work(_choice: argparse.Namespace) -> None:
    """Run the worker's loop until stopped."""
    worker.run()


def check(_choice: argparse.Namespace) -> None:
    """Say how this home and this machine stand."""
    for name, value in _findings():
        print(f"{name:16} {value}")


def _findings() -> list[tuple[str, str]]:
    version = sqlite3.sqlite_version
    mode = journal_mode(sqlite3.sqlite_version_info[:3])
    why = "the WAL-reset fault is mended in it" if mode == "wal" else "its WAL has the WAL-reset fault"
    found = [
        ("troth", __version__),
        ("home", str(settings.HOME)),
        ("people", str(Person.objects.count())),
        (
            "memory",
            "shut to other processes"
            if shut_memory()
            else "not available here: others of this user can read it",
        ),
        ("swap", _swap()),
    ]
    if connection.vendor == "sqlite":
        return [*found, ("sqlite", f"{version}, journal mode {mode}: {why}")]
    return [*found, ("postgresql", "answers"), *(("warning", text) for text in postgres.warnings())]


def _swap() -> str:
    try:
        with open("/proc/swaps") as lines:
            devices = [line.split()[0] for line in lines][1:]
    except OSError:
        return "cannot be seen here"
    plain = [one for one in devices if "zram" not in one and "/dm-" not in one and "/mapper/" not in one]
    return f"{plain[0]} may hold words in clear; use zram or encrypt it" if plain else "none that is plain"
