"""Commands about one person's words: export, import, erase."""

import argparse
import json
import os
import sys
import zipfile
from datetime import UTC, datetime
from pathlib import Path

from django.utils import timezone

from troth.app import (
    for_research,
    urls,  # noqa: F401 -- the pages name the practices, also in an export
)
from troth.app.asking import open_account
from troth.app.refused import Refused
from troth.store.actions.accounts import delete_account
from troth.store.actions.bringing import BadExport, bring
from troth.web.takeout.archive import archive, read_json


def export(choice: argparse.Namespace) -> None:
    """Write everything one person wrote into a ZIP that only they can read on this machine."""
    file = Path(choice.to)
    if file.exists():
        raise Refused(f"{file}: there is a file of this name already.")
    me = open_account(choice.name)
    with timezone.override(me.profile.zone):
        packed = for_research.packed(me) if choice.research else archive(me, at=datetime.now(UTC))
    _write(file, packed)
    print(f"{file}: written. It is not sealed: whoever finds it can read it.", file=sys.stderr)


def bring_in(choice: argparse.Namespace) -> None:
    """Bring an export into an account of this home."""
    file = Path(choice.file)
    try:
        raw = read_json(file.read_bytes())
    except OSError as error:
        raise Refused(f"{file}: cannot be read ({error.strerror}).") from error
    except (zipfile.BadZipFile, KeyError, NotImplementedError, RuntimeError) as error:
        raise Refused(f"{file}: not an export of Troth, or a damaged one.") from error
    me = open_account(choice.name)
    try:
        brought = bring(me=me, raw=raw, at=datetime.now(UTC))
    except BadExport as error:
        raise Refused(f"{file}: {error}") from error
    counts = {"bonds": brought.bonds, "entries": brought.entries, "here_already": brought.here_already}
    print(
        json.dumps(counts)
        if choice.json
        else ", ".join(f"{name.replace('_', ' ')} {n}" for name, n in counts.items())
    )


def erase(choice: argparse.Namespace) -> None:
    """End one account, for good."""
    me = open_account(choice.name)
    if not choice.yes:
        raise Refused(
            "--yes: expected, because this cannot be taken back. Export first if you want to keep the words."
        )
    delete_account(me=me)
    print("Erased. Sealed backups of this home lose it within 14 days.", file=sys.stderr)


def _write(file: Path, packed: bytes) -> None:
    half = file.with_name(file.name + ".half")
    try:
        with os.fdopen(os.open(half, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as out:
            out.write(packed)
        half.rename(file)
    except OSError as error:
        half.unlink(missing_ok=True)
        raise Refused(f"{file}: cannot be written ({error.strerror}).") from error
