"""Bring a backup back: what was erased since stays erased, and the old home stays whole until the new one is."""

import os
import shutil
import sqlite3
from pathlib import Path

from django.conf import settings
from django.db import connection, models, transaction
from django.db.migrations.loader import MigrationLoader

from troth import vault
from troth.app import backup, safe_place
from troth.app.backup import Backup
from troth.app.copying import AT_ONCE, CARRIED, carry, make_tables, second_database
from troth.app.home import make_once, prepare, read_host_key
from troth.app.refused import Refused
from troth.store.models import Bond, Entry, Invitation, Membership, Person, Session, Share
from troth.store.models.home import FORMAT

ASIDE = ".before-restore"


def restore(file: Path, *, replace: bool) -> dict[str, int]:
    """Bring a backup into this home; return what was erased again, by kind."""
    prepare(settings.HOME)
    safe_place.check(settings.HOME)
    found = backup.verify(file)
    _check_format(found)
    _check_host_key(found)
    erased = _erased_since(found)
    if connection.vendor == "sqlite":
        held = safe_place.hold(settings.HOME)
        try:
            counts = _into_file(found, erased, replace=replace)
        finally:
            os.close(held)
    else:
        counts = _into_postgresql(found, erased, replace=replace)
    _keep_list(erased)
    make_once(settings.HOME / "begun", "This home has a database.\n")
    return counts


def _check_format(found: Backup) -> None:
    if found.format > FORMAT:
        raise Refused(
            f"{found.file}: made by a newer Troth (format {found.format}; this program knows {FORMAT})."
            " Install the newer one."
        )
    with sqlite3.connect(f"{found.file.absolute().as_uri()}?mode=ro", uri=True) as copy:
        applied = copy.execute("SELECT app, name FROM django_migrations WHERE app = 'troth'").fetchall()
    copy.close()
    if set(applied) - set(MigrationLoader(None).disk_migrations):
        raise Refused(f"{found.file}: made by a newer Troth. Install the newer one.")


def _check_host_key(found: Backup) -> None:
    key = read_host_key(settings.HOST_KEY_FILE)
    if found.host_check is not None and vault.host_check(key) != found.host_check:
        raise Refused(
            f"{settings.HOST_KEY_FILE}: this host key does not belong to the backup. Put the right one there."
        )


def _erased_since(found: Backup) -> set[str]:
    """Gather what was erased: by the list of this home, of this backup, and of the newest backup here."""
    here = Path(settings.ERASED_FILE)
    texts = [found.erased, here.read_text() if here.exists() else ""]
    newest = max(backup.folder().glob(f"*{backup.ENDING}"), key=lambda one: one.stat().st_mtime, default=None)
    if newest and newest.absolute() != found.file.absolute():
        texts.append(backup.verify(newest).erased)
    return {line for text in texts for line in text.splitlines() if line.count(" ") == 1}


def _into_file(found: Backup, erased: set[str], *, replace: bool) -> dict[str, int]:
    target = Path(str(connection.settings_dict["NAME"]))
    if not replace and _has_people(target):
        raise Refused(
            f"{settings.HOME}: there are people in this home. Add --replace to put the backup in their place."
        )
    fresh = target.with_name(target.name + ".new")
    backup.clear_away(fresh)
    shutil.copyfile(found.file, fresh)
    with second_database(fresh) as alias:
        make_tables(alias)
        counts = _erase_again(erased, alias=alias)
    with sqlite3.connect(fresh) as copy:
        copy.execute("DROP TABLE backup")
    copy.close()
    fresh.chmod(0o600)
    _put_in_place(fresh, target)
    return counts


def _put_in_place(fresh: Path, target: Path) -> None:
    """Swap the files in one step; the old one stays aside until the new one has served."""
    connection.close()
    backup._sync(fresh)
    aside = target.with_name(target.name + ASIDE)
    if target.exists():
        _settle(target)
        aside.unlink(missing_ok=True)
        os.link(target, aside)
    fresh.replace(target)
    backup._sync(target.parent)


def kept_aside() -> Path | None:
    """Return the home's database from before a restore, where it still lies beside the new one."""
    aside = settings.HOME / f"troth.sqlite3{ASIDE}"
    return aside if aside.exists() else None


def _settle(target: Path) -> None:
    """Leave no journal behind that SQLite would play into the new file."""
    try:
        with sqlite3.connect(target, timeout=20) as old:
            old.execute("SELECT count(*) FROM sqlite_master").fetchone()
            old.execute("PRAGMA journal_mode=DELETE")
        old.close()
    except sqlite3.DatabaseError:
        pass  # a damaged file is just what a restore is for; its journal goes below
    for ending in backup.JOURNALS:
        target.with_name(target.name + ending).unlink(missing_ok=True)


def _into_postgresql(found: Backup, erased: set[str], *, replace: bool) -> dict[str, int]:
    make_tables("default")
    if Person.objects.exists() and not replace:
        raise Refused(
            "TROTH_DATABASE: there are people in this home. Add --replace to put the backup in their place."
        )
    fresh = settings.HOME / "restoring.sqlite3"
    backup.clear_away(fresh)
    shutil.copyfile(found.file, fresh)
    try:
        with second_database(fresh) as alias, transaction.atomic():
            make_tables(alias)
            counts = _erase_again(erased, alias=alias)
            for model in (Session, *reversed(CARRIED)):
                model._base_manager.all()._raw_delete("default")  # type: ignore[attr-defined]
            carry(source=alias, target="default")
    finally:
        fresh.unlink(missing_ok=True)
    return counts


def _erase_again(erased: set[str], *, alias: str) -> dict[str, int]:
    kinds: tuple[tuple[str, type[models.Model]], ...] = (
        ("entry", Entry),
        ("share", Share),
        ("invitation", Invitation),
        ("membership", Membership),
        ("person", Person),
    )
    counts = {}
    for kind, model in kinds:
        ids = sorted(line.split(" ")[1] for line in erased if line.startswith(f"{kind} "))
        chunks = (ids[start : start + AT_ONCE] for start in range(0, len(ids), AT_ONCE))
        counts[kind] = sum(_gone(model._base_manager.using(alias).filter(id__in=chunk)) for chunk in chunks)
    _gone(Bond.objects.using(alias).filter(membership=None))
    return counts


def _gone(rows: models.QuerySet[models.Model]) -> int:
    count = rows.count()
    rows.delete()
    return count


def _has_people(target: Path) -> bool:
    if not target.exists():
        return False
    try:
        with sqlite3.connect(f"{target.absolute().as_uri()}?mode=ro", uri=True) as old:
            return old.execute("SELECT count(*) FROM person").fetchone()[0] > 0
    except sqlite3.DatabaseError:
        return False


def _keep_list(erased: set[str]) -> None:
    file = Path(settings.ERASED_FILE)
    known = set(file.read_text().splitlines()) if file.exists() else set()
    missing = sorted(erased - known)
    if missing:
        with file.open("a") as out:
            out.writelines(line + "\n" for line in missing)
