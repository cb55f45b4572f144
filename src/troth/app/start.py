"""How the program starts: each step either holds or stops the start with one sentence."""

import sqlite3
from importlib import import_module
from pathlib import Path

import django
from django.conf import settings
from django.core.management import call_command
from django.db import OperationalError, connection
from django.db.migrations.executor import MigrationExecutor

from troth import vault
from troth.app import postgres, safe_place
from troth.app.home import HomeTrouble, make_once, prepare, read_host_key
from troth.app.memory import shut_memory
from troth.store.models import Home, Person
from troth.store.models.home import FORMAT
from troth.store.sqlite.base import unsettled


def open_home() -> None:
    """Make or open the data home: after this, the database has its tables and the host key is known."""
    shut_memory()
    prepare(settings.HOME)
    safe_place.check(settings.HOME)
    _check_file()
    _connect()
    _check_engine()
    _check_format()
    _take_host_key()
    _migrate()
    _note_host_key()


def setup() -> None:
    """Load Django; the settings read the options."""
    django.setup()


def _database_file() -> Path | None:
    return Path(str(settings.DATABASES["default"]["NAME"])) if connection.vendor == "sqlite" else None


def _check_file() -> None:
    """Stop on a damaged database before anything is written to it."""
    file = _database_file()
    if file is None:
        return
    begun = (settings.HOME / "begun").exists()
    if not file.exists() or file.stat().st_size == 0:
        if begun:
            raise HomeTrouble(
                f"{file}: the database is gone or empty. Bring a backup back with 'troth restore'."
            )
        return
    try:
        with sqlite3.connect(file, timeout=20) as found:
            answer = found.execute("PRAGMA quick_check(1)").fetchone()[0]
        found.close()
    except sqlite3.DatabaseError:
        answer = "damaged"
    if answer != "ok":
        raise HomeTrouble(f"{file}: the database is damaged. Bring a backup back with 'troth restore'.")


def _connect() -> None:
    """Open SQLite with our settings; another program that holds the file in another journal mode prevents that."""
    if connection.vendor != "sqlite":
        return
    try:
        connection.ensure_connection()
    except OperationalError as error:
        raise HomeTrouble(
            f"{_database_file()}: cannot be opened ({error}). Does another program use it? Stop that first."
        ) from error


def _check_format() -> None:
    """Leave the database of a newer Troth untouched."""
    executor = MigrationExecutor(connection)
    unknown = [
        name for name in executor.loader.applied_migrations if name not in executor.loader.disk_migrations
    ]
    ours = [name for app, name in unknown if app == "troth"]
    found = Home.objects.values_list("format", flat=True).first() if "home" in _tables() else None
    if ours or (found or 0) > FORMAT:
        raise HomeTrouble(
            f"{settings.HOME}: this home was used by a newer Troth (format {found or '?'}; this program knows {FORMAT})."
            " Install the newer one again."
        )


def _check_engine() -> None:
    """Read the settings back without which an answered write may be lost."""
    if connection.vendor == "postgresql":
        postgres.check()
        return
    connection.ensure_connection()
    wrong = unsettled(connection.connection)
    if wrong:
        raise HomeTrouble(
            f"{_database_file()}: SQLite did not take the setting {wrong[0]}. Use another disk."
        )


def _take_host_key() -> None:
    """Read the host key; make one only where there is no home row yet."""
    check = Home.objects.values_list("host_check", flat=True).first() if "home" in _tables() else None
    file = settings.HOST_KEY_FILE
    if check is None and not file.exists():
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        make_once(file, vault.new_key().raw.hex() + "\n")
    key = read_host_key(file)
    if check is not None and vault.host_check(key) != bytes(check):
        raise HomeTrouble(
            f"{file}: this host key belongs to another home. Put the right one back from its safe place."
        )
    settings.HOST_KEY = key


def _migrate() -> None:
    executor = MigrationExecutor(connection)
    plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
    if not plan:
        return
    if "person" in _tables() and Person.objects.exists():
        import_module("troth.app.backup").before_migrations()
    call_command("migrate", verbosity=0, interactive=False)


def _note_host_key() -> None:
    if not Home.objects.exists():
        Home.objects.create(format=FORMAT, host_check=vault.host_check(settings.HOST_KEY))
    make_once(settings.HOME / "begun", "This home has a database.\n")


def _tables() -> list[str]:
    return connection.introspection.table_names()
