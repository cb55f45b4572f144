"""Back up the whole home into one file: whole while the server writes, checked after writing, sealed as it was."""

import os
import sqlite3
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from django.conf import settings
from django.db import connection, transaction

from troth.app.copying import CARRIED, carry, make_tables, second_database
from troth.app.refused import Refused
from troth.store.models.home import FORMAT

KEPT = timedelta(days=14)
ENDING = ".troth-backup"
JOURNALS = ("-journal", "-wal", "-shm")
NOTES = "CREATE TABLE backup (format INTEGER, made_at TEXT, engine TEXT, counts TEXT, erased TEXT)"


@dataclass(frozen=True)
class Backup:
    """What a backup file says of itself, and what was counted in it."""

    file: Path
    format: int
    made_at: datetime
    engine: str
    counts: dict[str, int]
    erased: str
    host_check: bytes | None


def folder() -> Path:
    """Return the folder in which backups are kept for 14 days."""
    place: Path = settings.HOME / "backups"
    place.mkdir(mode=0o700, exist_ok=True)
    return place


def clear_away(database: Path) -> None:
    """Remove a half-made SQLite file with its journals: one left by a killed run would be played into the next file."""
    for ending in ("", *JOURNALS):
        database.with_name(database.name + ending).unlink(missing_ok=True)


def make(*, at: datetime, to: Path | None = None) -> Backup:
    """Make a backup, verify it, and only then give it its name."""
    file = to or folder() / f"{at:%Y-%m-%d-%H%M%S}{ENDING}"
    if file.exists():
        raise Refused(f"{file}: there is a file of this name already.")
    half = file.with_name(file.name + ".half")
    clear_away(half)
    try:
        _copy_rows(half)
        _note(half, at=at)
        _sync(half)
        found = verify(half)
        half.rename(file)
        _sync(file.parent)
    except (sqlite3.Error, OSError) as error:
        raise Refused(
            f"{file}: the backup could not be written ({type(error).__name__}). Nothing was kept."
        ) from error
    finally:
        clear_away(half)
    return Backup(
        file,
        *(getattr(found, name) for name in ("format", "made_at", "engine", "counts", "erased", "host_check")),
    )


def before_migrations() -> None:
    """Copy the home aside before a newer program changes its tables."""
    at = datetime.now(UTC)
    make(at=at, to=folder() / f"{at:%Y-%m-%d-%H%M%S}-before-migration{ENDING}")


def drop_old(*, at: datetime) -> int:
    """Remove backups that are older than 14 days; return how many went."""
    old = [file for file in folder().glob(f"*{ENDING}") if file.stat().st_mtime < (at - KEPT).timestamp()]
    for file in old:
        file.unlink()
    return len(old)


def verify(file: Path) -> Backup:
    """Open a backup, check its pages, count its rows, look at one box; raise `Refused` where something is wrong."""
    if not file.is_file():
        raise Refused(f"{file}: there is no such file.")
    try:
        with sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro", uri=True) as copy:
            found = _verified(file, copy)
        copy.close()
    except sqlite3.DatabaseError as error:
        raise Refused(f"{file}: not a backup, or a damaged one. Use another.") from error
    return found


def _verified(file: Path, copy: sqlite3.Connection) -> Backup:
    if copy.execute("PRAGMA integrity_check(1)").fetchone()[0] != "ok":
        raise Refused(f"{file}: damaged. Use another backup.")
    form, made_at, engine, counts, erased = copy.execute("SELECT * FROM backup").fetchone()
    told = {name: int(count) for name, count in (one.split("=") for one in counts.split())}
    if told != _counts(copy):
        raise Refused(f"{file}: holds other counts than were noted when it was made. Use another backup.")
    box = copy.execute("SELECT sealed FROM entry LIMIT 1").fetchone()
    if box and bytes(box[0])[:2] != b"TV":
        raise Refused(f"{file}: holds entries that are not sealed as they were. Use another backup.")
    check = copy.execute("SELECT host_check FROM home").fetchone()
    return Backup(
        file, form, datetime.fromisoformat(made_at), engine, told, erased, bytes(check[0]) if check else None
    )


def _copy_rows(half: Path) -> None:
    os.close(os.open(half, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    if connection.vendor == "sqlite":
        _copy_sqlite(half)
        return
    with second_database(half) as alias:
        make_tables(alias)
        with transaction.atomic():
            with connection.cursor() as cursor:
                cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
            with transaction.atomic(using=alias):
                carry(source="default", target=alias)


def _copy_sqlite(half: Path) -> None:
    with (
        sqlite3.connect(str(connection.settings_dict["NAME"]), timeout=20) as source,
        sqlite3.connect(half) as target,
    ):
        # Never a copy of the file: under writing most of those are unsound.
        source.backup(target)
        target.execute("PRAGMA secure_delete=ON")
        target.execute('DELETE FROM "session"')
        target.execute('DELETE FROM "limit"')
    source.close()
    target.execute("PRAGMA journal_mode=DELETE")
    target.close()


def _note(half: Path, *, at: datetime) -> None:
    erased = Path(settings.ERASED_FILE)
    with sqlite3.connect(half) as copy:
        copy.execute(NOTES)
        counts = " ".join(f"{name}={count}" for name, count in _counts(copy).items())
        text = erased.read_text() if erased.exists() else ""
        copy.execute(
            "INSERT INTO backup VALUES (?, ?, ?, ?, ?)",
            (FORMAT, at.isoformat(), connection.vendor, counts, text),
        )
    copy.execute("PRAGMA journal_mode=DELETE")
    copy.close()


def _counts(copy: sqlite3.Connection) -> dict[str, int]:
    # A home or a backup of an older program has fewer tables; one that was noted and is missing is noticed all the same.
    there = {name for (name,) in copy.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    tables = [model._meta.db_table for model in CARRIED if model._meta.db_table in there]
    return {name: copy.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for name in tables}


def _sync(place: Path) -> None:
    handle = os.open(place, os.O_RDONLY)
    os.fsync(handle)
    os.close(handle)
