"""Runs inside a user and mount namespace of its own: the home lies on a disk of 64 MiB that is filled, and made read-only.

Started by check 16 as `unshare -rm python -m tests.prove.full_disk FOLDER`; the last line it prints is its findings.
"""

import hashlib
import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.prove.apart import apart
from tests.prove.client import Answer, Client
from tests.prove.home_files import database_of, is_sound
from tests.prove.server import Place, Server, serving

MIB = 1024 * 1024
NAMES = ("Ada", "Ben", "Petra")
PASSPHRASE = "river lamp copper nine walnut"
WORDS = "I will ring from the station"
FULL = "Not saved: the disk is full."
found: list[tuple[str, bool, str]] = []


def case(name: str, *, holds: bool, seen: object = "") -> None:
    """Note one expectation and whether it held."""
    found.append((name, bool(holds), str(seen)[:200]))


class SmallDisk:
    """The disk under the home, and a ballast file that sets the room left."""

    def __init__(self, folder: Path) -> None:
        self.place = Place(folder)
        self.home = self.place.home
        self.home.mkdir(mode=0o700)
        mount("-t", "tmpfs", "-o", "size=64m,mode=0700", "none", str(self.home))
        self.ballast = self.home / "ballast"

    def leave(self, room: int) -> None:
        """Fill the disk up to so many bytes."""
        self.ballast.unlink(missing_ok=True)
        with self.ballast.open("wb") as out:
            while (free := self.free()) > room:
                out.write(bytes(min(MIB, free - room)))
                out.flush()

    def free(self) -> int:
        there = os.statvfs(self.home)
        return there.f_bavail * there.f_frsize

    def empty(self) -> None:
        self.ballast.unlink(missing_ok=True)


def mount(*words: str) -> None:
    """Mount, in this namespace only."""
    subprocess.run(["mount", *words], check=True, capture_output=True)


@contextmanager
def people(disk: SmallDisk, server: Server) -> Iterator[dict[str, Client]]:
    """Give everyone an account, a bond and an entry."""
    clients = {name: Client(server.port, network=f"127.0.0.{n}") for n, name in enumerate(NAMES, 2)}
    for name, client in clients.items():
        client.sign_up(name, PASSPHRASE)
        client.open_bond("someone")
        client.written = write(client).location.split("?")[0]  # type: ignore[attr-defined]
    yield clients
    for client in clients.values():
        client.close()


def write(client: Client) -> Answer:
    """Write a check-in, as a browser does that says where the form stands."""
    return post(client, "/checkins/new/", felt_trust="5", note=WORDS, on="2026-01-05")


def post(client: Client, path: str, **fields: str) -> Answer:
    return client.post(path, fields, Origin=f"http://127.0.0.1:{client.port}")


def below_the_reserve(disk: SmallDisk, server: Server, clients: dict[str, Client]) -> None:
    """Less than 32 MiB: nothing is added, everything else works."""
    ada, ben, petra = clients.values()
    disk.leave(20 * MIB)
    refused = write(ada)
    case(
        "20 MiB left: adding says that the disk is full", holds=refused.status == 507 and FULL in refused.text
    )
    case("20 MiB left: the words are still on the page", holds=WORDS in refused.text, seen=refused.status)
    draft = post(ada, "/drafts/", draft_address="/checkins/new/", note=WORDS)
    case("20 MiB left: a draft is refused too", holds=draft.status == 507, seen=draft.status)
    gone = post(ada, f"{ada.written}delete/")  # type: ignore[attr-defined]
    case("20 MiB left: deleting works", holds=gone.status == 303, seen=gone.status)
    back = post(ada, f"{ada.written}undo/")  # type: ignore[attr-defined]
    case("20 MiB left: undoing works", holds=back.status == 303, seen=back.status)
    taken = post(ada, "/settings/export/", passphrase=PASSPHRASE)
    case(
        "20 MiB left: export works", holds=taken.status == 200 and taken.body[:2] == b"PK", seen=taken.status
    )
    locked, shut = post(ada, "/lock/"), ada.get("/today/")
    case("20 MiB left: locking works", holds=locked.status == 303 and "/unlock/" in shut.location)
    opened = post(ada, "/unlock/", passphrase=PASSPHRASE)
    case("20 MiB left: unlocking works", holds=opened.status == 303, seen=opened.status)
    erased = post(petra, "/settings/delete/", passphrase=PASSPHRASE)
    case("20 MiB left: ending an account works", holds=erased.status == 303, seen=erased.status)
    out = post(ben, "/sign-out/")
    case("20 MiB left: signing out works", holds=out.status == 303 and ben.get("/today/").status == 303)
    ben.sign_in("Ben", PASSPHRASE)


def not_a_byte(disk: SmallDisk, server: Server, clients: dict[str, Client]) -> None:
    """No room at all: refused kindly, and the next write works when there is room again."""
    ada, ben = clients["Ada"], clients["Ben"]
    disk.leave(0)
    refused = write(ada)
    case(
        "no byte left: adding says that the disk is full",
        holds=refused.status == 507 and FULL in refused.text,
    )
    case("no byte left: the words are still on the page", holds=WORDS in refused.text, seen=refused.status)
    for name, path in (("deleting", f"{ada.written}delete/"), ("ending an account", "/settings/delete/")):  # type: ignore[attr-defined]
        answer = post(ada, path, passphrase=PASSPHRASE)
        case(f"no byte left: {name} says why not", holds=answer.status == 507, seen=answer.status)
    case("no byte left: pages can be read", holds=ada.get("/journal/").status == 200)
    locked = post(ada, "/lock/")
    case("no byte left: locking works", holds=locked.status == 303 and ada.get("/today/").status == 303)
    unlocked = post(ada, "/unlock/", passphrase=PASSPHRASE)
    case("no byte left: unlocking says why not", holds=unlocked.status in (303, 507), seen=unlocked.status)
    out = post(ben, "/sign-out/")
    case("no byte left: signing out works", holds=out.status == 303, seen=out.status)
    disk.empty()
    case("after making room: integrity_check", holds=is_sound(disk.place))
    for name in ("Ada", "Ben"):
        clients[name].sign_in(name, PASSPHRASE)
    case("after making room: the next write works", holds=write(ada).status == 303)


def in_the_middle(disk: SmallDisk, clients: dict[str, Client]) -> None:
    """Full during a re-key and a backup: the old state stays whole, nothing half has the final name."""
    ada = clients["Ada"]
    apart("tests.prove.full_disk:many_entries", place=disk.place, name="Ada", count=400)
    ada.sign_in("Ada", PASSPHRASE)
    disk.leave(64 * 1024)
    new = "tin harbour quiet violet rope"
    renewed = post(ada, "/settings/keys/", old=PASSPHRASE, passphrase=new, again=new)
    case("full during a re-key: it says so", holds=renewed.status == 507, seen=renewed.status)
    backup = disk.place.run("backup")
    one_sentence("full during a backup", backup)
    left = [one.name for one in (disk.home / "backups").glob("*")] if (disk.home / "backups").exists() else []
    case("full during a backup: no half file is left", holds=not left, seen=left)
    disk.empty()
    case("full during a re-key: integrity_check", holds=is_sound(disk.place))
    ada.sign_in("Ada", PASSPHRASE)
    page = ada.get(ada.written)  # type: ignore[attr-defined]
    case("full during a re-key: the old passphrase opens", holds=page.status == 200 and WORDS in page.text)
    case("after making room: a backup is made", holds=disk.place.run("backup").returncode == 0)


def one_sentence(name: str, done: subprocess.CompletedProcess[str]) -> None:
    """Exit 2, and one line that is a sentence."""
    lines = done.stderr.strip().splitlines()
    holds = done.returncode == 2 and len(lines) == 1 and "Traceback" not in done.stderr
    case(f"{name}: one sentence, exit 2", holds=holds, seen=f"{done.returncode}: {done.stderr[-160:]}")


def migration(disk: SmallDisk) -> None:
    """Full before a migration: the copy aside does not fit, so nothing is changed."""
    apart("tests.prove.full_disk:step_back", place=disk.place)
    disk.leave(0)
    before = digest(database_of(disk.place))
    done = disk.place.run("check")
    one_sentence("full during a migration", done)
    case("full during a migration: the file is as it was", holds=digest(database_of(disk.place)) == before)
    disk.empty()
    case("after making room: the migration goes through", holds=disk.place.run("check").returncode == 0)


def read_only(disk: SmallDisk, server: Server, clients: dict[str, Client]) -> None:
    """A second, read-only mount over the home, as when a disk has a fault: what is open stays open."""
    ada = clients["Ada"]
    mount("--bind", str(disk.home), str(disk.home))
    mount("-o", "remount,bind,ro", str(disk.home))
    try:
        page = ada.get(ada.written)  # type: ignore[attr-defined]
        case(
            "read-only: pages can be read", holds=page.status == 200 and WORDS in page.text, seen=page.status
        )
        refused = write(ada)
        said = "Not saved" in refused.text and WORDS in refused.text
        case(
            "read-only: a write says why not, with the words",
            holds=refused.status == 507 and said,
            seen=refused.status,
        )
        one_sentence("read-only: start", disk.place.run("check"))
    finally:
        subprocess.run(["umount", str(disk.home)], check=True)
    case("writable again: the next write works", holds=write(ada).status == 303)


def many_entries(*, name: str, count: int) -> int:
    """Write entries into someone's bond; runs in a process of its own, with the home's own settings."""
    from tests.prove import fill

    return fill.entries_of(name, PASSPHRASE, count=count)


def step_back() -> bool:
    """Undo the newest migration."""
    from django.core.management import call_command

    call_command("migrate", "troth", "0001", verbosity=0, interactive=False)
    return True


def digest(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()


def main(folder: Path) -> None:
    """Go through all cases; print the findings as the last line."""
    disk = SmallDisk(folder)
    with serving(disk.place) as server, people(disk, server) as clients:
        steps: tuple[Callable[[], None], ...] = (
            lambda: below_the_reserve(disk, server, clients),
            lambda: not_a_byte(disk, server, clients),
            lambda: in_the_middle(disk, clients),
            lambda: read_only(disk, server, clients),
        )
        for step in steps:
            step()
    migration(disk)
    log = disk.place.log.read_text()
    case(
        "no traceback was written",
        holds="Traceback" not in log,
        seen=log[-200:] if "Traceback" in log else "",
    )
    print("\n" + json.dumps(found))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
