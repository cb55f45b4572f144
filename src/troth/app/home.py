"""The data home: a folder of mode 0700 with the database, the erased list and Django's own secret; the host key beside it."""

import os
import secrets
from pathlib import Path

from troth.vault import Key


class HomeTrouble(Exception):
    """The home cannot be used. Its text is one sentence that says why and what to do."""


def secret(home: Path) -> str:
    """Read Django's secret; before the home exists, one that lasts as long as the process."""
    file = home / "secret"
    return file.read_text() if file.exists() else secrets.token_hex(32)


def prepare(home: Path) -> None:
    """Make the home and its secret where they are missing."""
    os.umask(0o077)
    try:
        home.mkdir(mode=0o700, parents=True, exist_ok=True)
        home.chmod(0o700)
    except OSError as error:
        raise HomeTrouble(
            f"{home}: cannot be used as data home ({error.strerror}). Choose another with TROTH_HOME."
        ) from error
    make_once(home / "secret", secrets.token_hex(32))


def make_once(file: Path, text: str) -> bool:
    """Write a new private file; say whether it was new. An existing one stays as it is."""
    try:
        handle = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return False
    except OSError as error:
        raise HomeTrouble(f"{file}: cannot be written ({error.strerror}).") from error
    with os.fdopen(handle, "w") as out:
        out.write(text)
        out.flush()
        os.fsync(out.fileno())
    return True


def read_host_key(file: Path) -> Key:
    """Read the host key: one line of 64 hex characters in a file that only its owner can read."""
    try:
        text = file.read_text().strip()
        mode = file.stat().st_mode & 0o777
    except OSError as error:
        raise HomeTrouble(
            f"{file}: the host key cannot be read ({error.strerror}). Put it back from its safe place."
        ) from error
    if mode & 0o077:
        raise HomeTrouble(f"{file}: others can read the host key. Run: chmod 600 {file}")
    if len(text) != 64 or set(text) - set("0123456789abcdef"):
        raise HomeTrouble(
            f"{file}: expected one line of 64 hex characters. Put the host key back from its safe place."
        )
    return Key(bytes.fromhex(text))
