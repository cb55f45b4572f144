"""A writer in the database: an own connection, no keys, nothing but the tables. What was changed is put back."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from uuid import UUID

import psycopg
from django.db import connection

from troth import vault


class Refusal(Exception):
    """The database itself did not take it."""


class Thief:
    """Foreign keys and triggers do not hold a thief: they are off on this connection."""

    def __enter__(self) -> "Thief":
        settings = connection.settings_dict
        self.is_sqlite = connection.vendor == "sqlite"
        if self.is_sqlite:
            self._connection: Any = sqlite3.connect(str(settings["NAME"]), isolation_level=None, timeout=20)
        else:
            self._connection = psycopg.connect(
                host=settings["HOST"],
                port=settings["PORT"] or None,
                user=settings["USER"] or None,
                password=settings["PASSWORD"] or None,
                dbname=settings["NAME"],
                autocommit=True,
            )
            self._connection.execute("SET session_replication_role = replica")
        return self

    def __exit__(self, *_error: object) -> None:
        self._connection.close()

    @contextmanager
    def changed(self, model: Any, id: UUID, column: Any, value: Any) -> Iterator[UUID]:
        """Hold one column at another value for as long as the block; yield the row's identifier meanwhile."""
        before = self._read(model, id, column.column)
        now = value if column.primary_key else id
        self._write(model, id, column.column, column.get_db_prep_value(value, connection))
        try:
            yield now
        finally:
            self._write(model, now, column.column, before)

    @contextmanager
    def copied(self, model: Any, id: UUID, changes: dict[str, Any]) -> Iterator[UUID]:
        """Add a copy of a row with some columns changed and a new identifier; it goes again after the block."""
        fresh, columns = vault.new_id(), model._meta.concrete_fields
        row = {one.column: self._read(model, id, one.column) for one in columns}
        row["id"] = self._id(fresh)
        row |= {name: self._id(value) for name, value in changes.items()}
        if row.get("lookup") is not None:
            row["lookup"] = bytes(16)
        if "sequence" in row:
            row["sequence"] += 1000
        names = ", ".join(f'"{name}"' for name in row)
        marks = ", ".join([self._mark] * len(row))
        self._do(f'INSERT INTO "{model._meta.db_table}" ({names}) VALUES ({marks})', *row.values())
        try:
            yield fresh
        finally:
            self._do(f'DELETE FROM "{model._meta.db_table}" WHERE "id" = {self._mark}', self._id(fresh))

    @property
    def _mark(self) -> str:
        return "?" if self.is_sqlite else "%s"

    def _id(self, id: UUID) -> Any:
        return id.hex if self.is_sqlite else id

    def _read(self, model: Any, id: UUID, column: str) -> Any:
        statement = f'SELECT "{column}" FROM "{model._meta.db_table}" WHERE "id" = {self._mark}'
        return self._do(statement, self._id(id)).fetchone()[0]

    def _write(self, model: Any, id: UUID, column: str, value: Any) -> None:
        statement = f'UPDATE "{model._meta.db_table}" SET "{column}" = {self._mark} WHERE "id" = {self._mark}'
        done = self._do(statement, value, self._id(id))
        assert done.rowcount == 1, f"{model._meta.db_table}.{column}: the thief changed {done.rowcount} rows"

    def _do(self, statement: str, *values: Any) -> Any:
        try:
            return self._connection.execute(statement, values)
        except (sqlite3.IntegrityError, psycopg.IntegrityError, psycopg.DataError) as error:
            raise Refusal(type(error).__name__) from error
