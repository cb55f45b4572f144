"""Databases for checks: SQLite in the home, or a PostgreSQL database that lasts as long as its check."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from urllib.parse import urlsplit

import psycopg
from psycopg import sql

from tests.prove.checks import Proof

USUAL = "postgres://postgres@127.0.0.1:5432/postgres"
_numbers = count(1)


def engines(proof: Proof) -> list[str]:
    """Name the engines a check runs on: in the short size the one of this run, in the full size both.

    Where PostgreSQL is wanted and cannot be used, the check says so and is not run.
    """
    own = "postgresql" if os.environ.get("TROTH_DATABASE") else "sqlite"
    wanted = ["sqlite", "postgresql"] if proof.is_full else [own]
    trouble = _trouble() if "postgresql" in wanted else ""
    if not trouble:
        return wanted
    proof.left_out("PostgreSQL", trouble)
    return [engine for engine in wanted if engine == "sqlite"]


def _trouble() -> str:
    """Say why PostgreSQL cannot be used here; nothing where it can."""
    if not is_there():
        return "no server answers"
    # Checks make databases, ask for a CHECKPOINT, and write past foreign keys as a thief would.
    is_super = ask(_maintenance(), "SELECT rolsuper FROM pg_roles WHERE rolname = current_user")[0][0]
    return "" if is_super else "the role in its address is no superuser"


def address() -> str:
    """Return the address of the PostgreSQL server: TROTH_DATABASE's, or the usual one on this machine."""
    return os.environ.get("TROTH_DATABASE") or USUAL


def is_there() -> bool:
    """Say whether the PostgreSQL server answers."""
    try:
        psycopg.connect(_maintenance(), connect_timeout=3).close()
    except psycopg.Error:
        return False
    return True


@contextmanager
def a_database(engine: str) -> Iterator[str]:
    """Make a database for as long as the block; yield what TROTH_DATABASE is to hold (empty for SQLite)."""
    if engine == "sqlite":
        yield ""
        return
    name = f"prove_{os.getpid()}_{next(_numbers)}"
    _do("CREATE DATABASE {}", name)
    try:
        yield urlsplit(address())._replace(path=f"/{name}").geturl()
    finally:
        _do("DROP DATABASE IF EXISTS {} WITH (FORCE)", name)


def ask(database: str, statement: str) -> list[tuple[object, ...]]:
    """Run one statement outside a transaction and return its rows."""
    with psycopg.connect(database, autocommit=True) as connection:
        done = connection.execute(statement.encode())
        return done.fetchall() if done.description else []


def _do(statement: str, name: str) -> None:
    with psycopg.connect(_maintenance(), autocommit=True) as connection:
        connection.execute(sql.SQL(statement).format(sql.Identifier(name)))  # type: ignore[arg-type]


def _maintenance() -> str:
    return urlsplit(address())._replace(path="/postgres").geturl()
