"""Where a home may lie: a folder of one's own, on a disk of this machine, used by one server at a time."""

import fcntl
import os
from pathlib import Path

from troth.app.home import HomeTrouble

NETWORKED = frozenset({"nfs", "nfs4", "cifs", "smb3", "smbfs", "9p", "fuse.sshfs", "sshfs"})


def check(home: Path, mounts: Path = Path("/proc/mounts")) -> None:
    """Refuse a home that is someone else's, cannot be written, or lies on a network file system."""
    if home.stat().st_uid != os.getuid():
        raise HomeTrouble(f"{home}: belongs to another user. Choose a folder of your own with TROTH_HOME.")
    if not os.access(home, os.W_OK | os.X_OK):
        raise HomeTrouble(f"{home}: cannot be written. Make it writable or choose another with TROTH_HOME.")
    kind = file_system(home, mounts)
    if kind in NETWORKED:
        raise HomeTrouble(
            f"{home}: lies on a network file system ({kind}), which can lose words. Use a local disk."
        )


def file_system(home: Path, mounts: Path) -> str:
    """Name the file system that a folder lies on; empty where the system does not say."""
    if not mounts.exists():
        return ""
    lines = [line.split() for line in mounts.read_text().splitlines()]
    above = [(line[1], line[2]) for line in lines if len(line) > 2 and home.is_relative_to(line[1])]
    return max(above, key=lambda found: len(found[0]), default=("", ""))[1]


def hold(home: Path) -> int:
    """Hold the home for one server; the lock ends with the process. Returns the open file."""
    handle = os.open(home / "lock", os.O_RDWR | os.O_CREAT, 0o600)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as error:
        os.close(handle)
        raise HomeTrouble(
            f"{home}: another Troth is using this home. Stop it first, or choose another home."
        ) from error
    os.set_inheritable(handle, True)
    return handle
