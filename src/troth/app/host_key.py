"""Show the host key for a sheet in a safe, or put another in the place of a lost one."""

import argparse
from datetime import UTC, datetime
from pathlib import Path

from django.conf import settings
from django.db import DatabaseError, transaction

from troth import vault
from troth.app.home import HomeTrouble, make_once, read_host_key
from troth.app.refused import Refused
from troth.store.models import Home
from troth.store.models.home import FORMAT


def show(choice: argparse.Namespace) -> None:
    """Print the host key with its check value."""
    file: Path = settings.HOST_KEY_FILE
    if choice.replace:
        _replace(file)
    key = read_host_key(file)
    print(f"host key     {key.raw.hex()}")
    print(f"check value  {vault.host_check(key).hex()}")
    print("Keep this sheet in a safe, apart from any backup.")


def _replace(file: Path) -> None:
    try:
        check = Home.objects.values_list("host_check", flat=True).first()
    except DatabaseError as error:
        raise Refused(f"{settings.HOME}: there is no home here yet. Run 'troth' first.") from error
    if _fits(file, check):
        raise Refused(f"{file}: the right host key is there. Nothing was replaced.")
    if file.exists():
        file.rename(file.with_name(f"{file.name}.{datetime.now(UTC):%Y%m%d-%H%M%S}"))
    key = vault.new_key()
    make_once(file, key.raw.hex() + "\n")
    with transaction.atomic():
        Home.objects.all().delete()
        Home.objects.create(format=FORMAT, host_check=vault.host_check(key))


def _fits(file: Path, check: bytes | None) -> bool:
    try:
        return check is not None and vault.host_check(read_host_key(file)) == bytes(check)
    except HomeTrouble:
        return False
