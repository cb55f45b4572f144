"""Ways to harm a home, and options that no home can be started with."""

import hashlib
import os
import random
import shutil
from collections.abc import Callable
from pathlib import Path

from tests.prove.home_files import database_of, host_key_of
from tests.prove.server import Place

PAGE = 4096


def _overwrite(page: int) -> Callable[[Place], object]:
    def spoil(place: Place) -> None:
        file = database_of(place)
        pages = file.stat().st_size // PAGE
        with file.open("r+b") as content:
            content.seek((page if page >= 0 else pages + page) % pages * PAGE)
            content.write(random.Random(page).randbytes(PAGE))

    return spoil


def _middle(place: Place) -> None:
    _overwrite(database_of(place).stat().st_size // PAGE // 2)(place)


def _cut(place: Place) -> None:
    os.truncate(database_of(place), database_of(place).stat().st_size // 2 // PAGE * PAGE)


DAMAGE: dict[str, Callable[[Place], object]] = {
    "the first page overwritten": _overwrite(0),
    "a middle page overwritten": _middle,
    "the last page overwritten": _overwrite(-1),
    "cut in half": _cut,
    "empty": lambda place: os.truncate(database_of(place), 0),
    "not a database": lambda place: database_of(place).write_text("A letter to the plumber.\n" * 200),
    "gone": lambda place: database_of(place).unlink(),
}
HOST_KEY: dict[str, Callable[[Place], object]] = {
    "host key missing": lambda place: host_key_of(place).unlink(),
    "host key of another home": lambda place: host_key_of(place).write_text("ab" * 32 + "\n"),
    "host key readable by others": lambda place: host_key_of(place).chmod(0o644),
    "host key cut": lambda place: host_key_of(place).write_text("abcd"),
}
OPTIONS: dict[str, tuple[dict[str, str], tuple[str, ...]]] = {
    "an unknown option": ({"TROTH_PROT": "8765"}, ()),
    "a port that is a word": ({"TROTH_PORT": "eighty"}, ()),
    "an empty port": ({"TROTH_PORT": ""}, ()),
    "a port out of range": ({"TROTH_PORT": "70000"}, ()),
    "an empty home": ({"TROTH_HOME": ""}, ()),
    "a database that is none": ({"TROTH_DATABASE": "mysql://here"}, ()),
    "a database that does not answer": ({"TROTH_DATABASE": "postgres://nobody@127.0.0.1:9/none"}, ()),
    "too little memory": ({"TROTH_PASSPHRASE_MIB": "1"}, ()),
    "a way out that is none": ({"TROTH_LEAVE_TO": "javascript:alert(1)"}, ()),
    "a word for yes or no": ({"TROTH_BEHIND_PROXY": "perhaps"}, ()),
    "a host key file that is not there": ({"TROTH_HOST_KEY_FILE": "/nowhere/at/all.key"}, ()),
    "an unknown flag": ({}, ("--prot", "1")),
    "a flag out of range": ({}, ("--port", "0")),
    "two processes on SQLite": ({}, ("--processes", "2")),
    "a home that belongs to another": ({"TROTH_HOME": "/proc/1"}, ()),
}


def a_copy(whole: Place, folder: Path) -> Place:
    """Copy a home with its host key into a place of its own."""
    folder.mkdir()
    place = Place(folder)
    shutil.copytree(whole.home, place.home)
    shutil.copy2(host_key_of(whole), host_key_of(place))
    return place


def digests(place: Place) -> dict[str, str]:
    """Return every file of the home and the host key by its hash."""
    files = [*place.home.rglob("*"), host_key_of(place)]
    lock = place.home / "lock"
    return {
        str(one): hashlib.sha256(one.read_bytes()).hexdigest()
        for one in files
        if one.is_file() and one != lock
    }
