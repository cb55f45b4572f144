"""Run `troth` with one thing deliberately wrong: controls need a program that is like ours but for one setting."""

import sqlite3
import sys
import threading
from collections.abc import Callable

from gunicorn.config import Config

from troth.app import memory
from troth.app.cli import main
from troth.practices import search
from troth.store import stretching
from troth.store.sqlite import base


def sqlite_says(version: str) -> None:
    """Let the library claim another version."""
    numbers = tuple(int(number) for number in version.split("."))
    base.WANTED["journal_mode"] = base.journal_mode(numbers)  # type: ignore[arg-type]


def without_pragma(name: str) -> None:
    """Leave one setting at what SQLite has by itself, as a wrapped or older library might."""
    settle = base.settle

    def careless(connection: sqlite3.Connection) -> None:
        settle(connection)
        usual = {
            "journal_mode": "DELETE",
            "synchronous": "NORMAL",
            "secure_delete": "OFF",
            "foreign_keys": "OFF",
        }
        connection.execute(f"PRAGMA {name}={usual[name]}")

    base.settle = careless


def with_threads(count: str) -> None:
    """Serve with another number of threads."""
    usual = Config.set

    def with_ours(config: Config, name: str, value: object) -> None:
        usual(config, name, int(count) if name == "threads" else value)

    Config.set = with_ours


def without_limiter(count: str) -> None:
    """Let any number of passphrases be stretched at once, with so many threads."""
    stretching._places = threading.BoundedSemaphore(1_000)
    with_threads(count)


def with_open_memory(_: str) -> None:
    """Leave the process' memory open to others of the same user."""
    memory.shut_memory = lambda: False


def with_fault_in_search(_: str) -> None:
    """Break in the middle of someone's words: search raises with them in the message and in every local variable."""

    def broken(text: str) -> str:
        raise RuntimeError(f"cannot fold {text!r}")

    search.fold = broken


ALTERATIONS: dict[str, Callable[[str], None]] = {
    "sqlite-says": sqlite_says,
    "without-pragma": without_pragma,
    "with-threads": with_threads,
    "without-limiter": without_limiter,
    "with-open-memory": with_open_memory,
    "with-fault-in-search": with_fault_in_search,
}


def alter(how: str) -> None:
    """Make one thing wrong in this process: `name` or `name=value`."""
    name, _, value = how.partition("=")
    ALTERATIONS[name](value)


if __name__ == "__main__":
    alter(sys.argv[1])
    raise SystemExit(main(sys.argv[2:]))
