"""The files of a home, and rows read from its database by a plain connection."""

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import psycopg

from tests.prove.server import Place


def host_key_of(place: Place) -> Path:
    """Return the file of the host key: beside the home."""
    return place.home.with_name(place.home.name + ".key")


def database_of(place: Place) -> Path:
    """Return the file of the SQLite database."""
    return place.home / "troth.sqlite3"


def ask(place: Place, statement: str, *, file: Path | None = None) -> list[tuple[Any, ...]]:
    """Read rows: from this file, else from the place's database."""
    if place.database and file is None:
        with psycopg.connect(place.database) as connection:
            return connection.execute(statement.encode()).fetchall()
    with closing(sqlite3.connect(file or database_of(place), timeout=20)) as connection:
        return connection.execute(statement).fetchall()


def is_sound(place: Place, file: Path | None = None) -> bool:
    """Let SQLite look through its whole file; PostgreSQL has no such question and answers by opening everything."""
    if place.database and file is None:
        return True
    return ask(place, "PRAGMA integrity_check", file=file) == [("ok",)]
