"""A simulated power cut: a storage layer that keeps back every write, truncation and removal that was not synced.

At the cut each of them survives whole, torn at 512 bytes, or not at all, independently; a new file's name survives
only if its folder was synced. Harsher than most disks, and not a real cut.
"""

import random
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import apsw

TORN_AT = 512
JOURNALS = apsw.SQLITE_OPEN_MAIN_JOURNAL | apsw.SQLITE_OPEN_SUPER_JOURNAL | apsw.SQLITE_OPEN_WAL


class PowerCut(Exception):
    """Nothing reaches the disk after this."""


@dataclass
class Inode:
    """One file: what is on the disk, what programs see, and what lies between the two."""

    on_disk: bytearray = field(default_factory=bytearray)
    seen: bytearray = field(default_factory=bytearray)
    pending: list[tuple[int, bytes | None]] = field(default_factory=list)  # offset and bytes; None cuts there

    def write(self, offset: int, content: bytes) -> None:
        _apply(self.seen, offset, content)
        self.pending.append((offset, content))

    def truncate(self, size: int) -> None:
        _apply(self.seen, size, None)
        self.pending.append((size, None))

    def sync(self) -> None:
        self.on_disk = bytearray(self.seen)
        self.pending.clear()

    def after_the_cut(self, dice: random.Random) -> bytes:
        """Let each pending change survive whole, torn, or not at all."""
        left = bytearray(self.on_disk)
        for offset, content in self.pending:
            fate = dice.choice(("whole", "torn", "lost"))
            if fate == "whole" or (fate == "torn" and content is None):
                _apply(left, offset, content)
            elif fate == "torn" and content is not None:
                for start, piece in _pieces(offset, content):
                    if dice.random() < 0.5:
                        _apply(left, start, piece)
        return bytes(left)


def _apply(content: bytearray, offset: int, piece: bytes | None) -> None:
    if piece is None:
        del content[offset:]
        return
    if len(content) < offset:
        content.extend(bytes(offset - len(content)))
    content[offset : offset + len(piece)] = piece


def _pieces(offset: int, content: bytes) -> Iterator[tuple[int, bytes]]:
    first = TORN_AT - offset % TORN_AT
    starts = [0, *range(first, len(content), TORN_AT)]
    for start, end in zip(starts, [*starts[1:], len(content)], strict=True):
        yield offset + start, content[start:end]


class Disk(apsw.VFS):
    """All files of one simulated machine, under a VFS name of its own."""

    def __init__(self, name: str) -> None:
        self.name = name
        super().__init__(name, "")
        self.reset({}, cut_after=None, dice=random.Random(0))

    def reset(self, files: dict[str, bytes], *, cut_after: int | None, dice: random.Random) -> None:
        """Begin again with these files on the disk; the power goes at the storage call of this number."""
        self.seen = {name: Inode(bytearray(content), bytearray(content)) for name, content in files.items()}
        self.on_disk = dict(self.seen)
        self.calls, self.cut_after, self.dice, self.is_dead = 0, cut_after, dice, False

    def tick(self) -> None:
        """Count a call that changes the disk; at the chosen one the power goes."""
        if self.is_dead:
            raise PowerCut
        self.calls += 1
        if self.cut_after is not None and self.calls >= self.cut_after:
            self.is_dead = True
            raise PowerCut

    def sync_folder(self) -> None:
        self.on_disk = dict(self.seen)

    def after_the_cut(self) -> dict[str, bytes]:
        """Return what is found when the power is back."""
        left = {}
        for name in sorted({*self.seen, *self.on_disk}):
            inode = self.on_disk.get(name)
            if inode is not None and inode is not self.seen.get(name) and self.dice.random() < 0.5:
                continue  # a removal that was not synced, and reached the disk all the same
            if inode is not None:
                left[name] = inode.after_the_cut(self.dice)
        return left

    # What follows are SQLite's own names for what it asks of a machine.
    def xFullPathname(self, name: str) -> str:
        return name

    def xAccess(self, name: str, _flags: int) -> bool:
        return name in self.seen

    def xDelete(self, name: str, sync_folder: bool) -> None:
        self.tick()
        self.seen.pop(name, None)
        if sync_folder:
            self.sync_folder()

    def xOpen(self, name: Any, flags: list[int]) -> "File":
        path = name if isinstance(name, str) or name is None else name.filename()
        is_new = path not in self.seen
        if is_new:
            self.tick()
            self.seen[path] = Inode()
        # SQLite's own layer for Unix syncs the folder when it first syncs a new journal.
        return File(
            self, path, self.seen[path], syncs_folder=is_new and bool(flags[0] & JOURNALS), flags=flags
        )


class File:
    """One open file of the simulated machine."""

    def __init__(self, disk: Disk, path: str, inode: Inode, *, syncs_folder: bool, flags: list[int]) -> None:
        self.disk, self.path, self.inode, self.syncs_folder = disk, path, inode, syncs_folder
        self.closes_with_removal = bool(flags[0] & apsw.SQLITE_OPEN_DELETEONCLOSE)

    def xRead(self, amount: int, offset: int) -> bytes:
        return bytes(self.inode.seen[offset : offset + amount])

    def xWrite(self, content: bytes, offset: int) -> None:
        self.disk.tick()
        self.inode.write(offset, bytes(content))

    def xTruncate(self, size: int) -> None:
        self.disk.tick()
        self.inode.truncate(size)

    def xSync(self, _flags: int) -> None:
        self.disk.tick()
        self.inode.sync()
        if self.syncs_folder:
            self.disk.sync_folder()
            self.syncs_folder = False

    def xFileSize(self) -> int:
        return len(self.inode.seen)

    def xClose(self) -> None:
        if self.closes_with_removal:
            self.disk.seen.pop(self.path, None)

    def xLock(self, _level: int) -> None:
        """One program, so there is nobody to wait for."""

    def xUnlock(self, _level: int) -> None:
        """See xLock."""

    def xCheckReservedLock(self) -> bool:
        return False

    def xFileControl(self, _op: int, _pointer: int) -> bool:
        return False

    def xSectorSize(self) -> int:
        return 4096

    def xDeviceCharacteristics(self) -> int:
        return int(apsw.SQLITE_IOCAP_POWERSAFE_OVERWRITE)


@contextmanager
def a_disk(name: str) -> Iterator[Disk]:
    """Have a simulated machine for as long as the block."""
    disk = Disk(name)
    try:
        yield disk
    finally:
        disk.unregister()


def write_out(files: dict[str, bytes], folder: Path) -> Path:
    """Put what was left into a real folder, for a plain SQLite to open; return the database's file."""
    for old in folder.iterdir():
        old.unlink()
    for name, content in files.items():
        (folder / Path(name).name).write_bytes(content)
    return folder / "troth.sqlite3"
