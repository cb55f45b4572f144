"""Commands about the whole home: backup, restore."""

import argparse
import json
import sys
from datetime import UTC, datetime
from pathlib import Path

from django.conf import settings

from troth.app import backup
from troth.app.backup import Backup
from troth.app.restoring import restore as put_back


def make_backup(choice: argparse.Namespace) -> None:
    """Make and verify a backup, or verify one that is there; older ones than 14 days go."""
    if choice.verify:
        _say(backup.verify(Path(choice.verify)), choice)
        return
    now = datetime.now(UTC)
    _say(backup.make(at=now, to=Path(choice.to) if choice.to else None), choice)
    gone = backup.drop_old(at=now)
    if gone:
        print(f"{gone} older than 14 days went.", file=sys.stderr)


def restore(choice: argparse.Namespace) -> None:
    """Bring a backup into this home; what was erased since stays erased."""
    counts = put_back(Path(choice.file), replace=choice.replace)
    print(f"{settings.HOME}: restored. Everyone is signed out.", file=sys.stderr)
    print(json.dumps({"erased_again": counts}) if choice.json else f"erased again: {sum(counts.values())}")


def _say(found: Backup, choice: argparse.Namespace) -> None:
    told = {
        "file": str(found.file),
        "made_at": found.made_at.isoformat(),
        "format": found.format,
        "counts": found.counts,
    }
    if choice.json:
        print(json.dumps(told))
        return
    print(
        f"{found.file}: whole, made {found.made_at:%Y-%m-%d %H:%M} UTC, {found.counts['entry']} entries, {found.counts['person']} people."
    )
