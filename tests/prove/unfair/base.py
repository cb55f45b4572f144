"""Writers wait for one another in SQLite's own way, which is not fair."""

from typing import Any

from django.db.backends.sqlite3 import base

from troth.store.sqlite.base import settle


class DatabaseWrapper(base.DatabaseWrapper):
    """As ours, without the lock."""

    def get_new_connection(self, conn_params: dict[str, Any]) -> Any:
        connection = super().get_new_connection(conn_params)
        settle(connection)
        return connection
