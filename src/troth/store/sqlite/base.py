"""Django's SQLite backend with Troth's settings and a fair writers' lock."""

import sqlite3
import threading
from collections import defaultdict
from functools import lru_cache
from typing import Any
from uuid import UUID

from django.db.backends.sqlite3 import base
from django.db.backends.sqlite3.operations import DatabaseOperations

from troth.store.sqlite.journal import journal_mode

WANTED = {
    "journal_mode": journal_mode(sqlite3.sqlite_version_info[:3]),
    "synchronous": 2,
    "secure_delete": 1,
    "foreign_keys": 1,
}
# SQLite's own waiting is not fair: eight writers without pauses starve each other in spite of the time-out.
_writers: defaultdict[str, threading.Lock] = defaultdict(threading.Lock)


def settle(connection: sqlite3.Connection) -> None:
    """Give a connection the settings without which an answered write may be lost or an erased key stay readable."""
    connection.execute(f"PRAGMA journal_mode={WANTED['journal_mode']}")
    for name, value in (
        ("synchronous", "FULL"),
        ("secure_delete", "ON"),
        ("temp_store", "MEMORY"),
        ("foreign_keys", "ON"),
        ("trusted_schema", "OFF"),
        ("fullfsync", "ON"),
    ):
        connection.execute(f"PRAGMA {name}={value}")


def unsettled(connection: sqlite3.Connection) -> list[str]:
    """Read the settings back and name those that differ from what is wanted."""
    return [
        name
        for name, wanted in WANTED.items()
        if connection.execute(f"PRAGMA {name}").fetchone()[0] != wanted
    ]


# Owner and bond are the same on thousands of rows, and reading an identifier from text is slow.
_identifier = lru_cache(maxsize=256)(UUID)


class Operations(DatabaseOperations):
    """Django's, with identifiers read once."""

    def convert_uuidfield_value(
        self, value: str | None, expression: object, connection: object
    ) -> UUID | None:
        return None if value is None else _identifier(value)


class DatabaseWrapper(base.DatabaseWrapper):
    """One writer at a time in this process, from BEGIN to the end of the transaction."""

    ops_class = Operations
    _holds_lock = False

    def get_new_connection(self, conn_params: dict[str, Any]) -> Any:
        connection = super().get_new_connection(conn_params)
        settle(connection)
        return connection

    def _start_transaction_under_autocommit(self) -> None:
        _writers[self.settings_dict["NAME"]].acquire()
        self._holds_lock = True
        try:
            super()._start_transaction_under_autocommit()  # type: ignore[misc]
        except BaseException:
            self._let_go()
            raise

    def _let_go(self) -> None:
        if self._holds_lock:
            self._holds_lock = False
            _writers[self.settings_dict["NAME"]].release()

    def _commit(self) -> None:
        # A commit that fails leaves the transaction open: the rollback that follows lets go.
        super()._commit()  # type: ignore[misc]
        self._let_go()

    def _rollback(self) -> None:
        try:
            super()._rollback()  # type: ignore[misc]
        finally:
            self._let_go()

    def _close(self) -> None:
        try:
            super()._close()  # type: ignore[misc]
        finally:
            self._let_go()
