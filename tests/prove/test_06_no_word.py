"""Check 6: nothing that anybody types stands in clear in any byte that is left behind."""

import json
import os
from base64 import b64encode
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote, urlencode

from tests.prove.canaries import Canaries, Writer
from tests.prove.checks import Check, Proof
from tests.prove.databases import a_database, ask, engines
from tests.prove.everywhere import Walk, strangers
from tests.prove.searching import Searched, search
from tests.prove.server import Place, serving

BESIDE = (Path("/var/mail"), Path("/var/spool/mail"), Path("/var/log/postgresql"))
CONTROL = "the same words put in a file of the home"
CHECK = Check(
    6,
    target="unique words in every field of every form, wrong input, errors, export-then-delete: 0 hits in any byte left",
    least={
        "words typed": (170, 340),
        "words shown again": (90, 180),
        "forms": (40, 80),
        "fields for words": (18, 36),
        "files searched": (10, 500),
        "bytes searched": (500_000, 50_000_000),
    },
    controls=(CONTROL,),
    limit_s=(150, 900),
)


@dataclass
class Scene:
    """One home, the account in it, the words typed there, and everywhere they could have been left."""

    place: Place
    canaries: Canaries
    name: str
    passphrase: str
    data_folder: Path | None

    @property
    def options(self) -> dict[str, str]:
        """A person's own folder, for whatever keeps caches there."""
        return {name: str(self.place.folder / "user") for name in ("HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME")}

    def searched(self) -> Searched:
        """Look through every byte: home, backups, temporary folder, logs, caches, mail, PostgreSQL's folder."""
        if self.data_folder is not None:
            ask(self.place.database, "CHECKPOINT")
        beside = [place for place in BESIDE if os.access(place, os.R_OK | os.X_OK)]
        places = [self.place.folder, *beside, *([self.data_folder] if self.data_folder else [])]
        return search(places, self.canaries.needles)


def test_no_word_is_left_in_clear(proof: Proof, tmp_path: Path) -> None:
    for engine in engines(proof):
        with a_database(engine) as database:
            folder = tmp_path / engine
            (folder / "user").mkdir(parents=True)
            canaries = Canaries()
            place, data_folder = Place(folder, database), _data_folder(proof, database)
            scene = Scene(
                place, canaries, canaries.word("sign-up name"), canaries.secret("passphrase"), data_folder
            )
            _write_everywhere(proof, scene, outside=tmp_path)
            _nothing_found(proof, scene, f"{engine}, while the accounts live")
            _end(scene)
            _nothing_found(proof, scene, f"{engine}, after the account ended")
            _control(proof, scene)


def _write_everywhere(proof: Proof, scene: Scene, *, outside: Path) -> None:
    canaries = scene.canaries
    with serving(scene.place, options=scene.options) as server:
        quiet = scene.place.temporary.stat().st_mtime_ns
        writer = Writer(server.port, canaries)
        writer.sign_up(scene.name, scene.passphrase)
        writer.open_bond(canaries.word("name of a bond"))
        answers = list(strangers(Writer(server.port, canaries, network="127.0.0.2")))
        assert not [status for status in answers if status >= 500], answers
        walk = _walked(writer, scene)
        assert scene.place.temporary.stat().st_mtime_ns == quiet, "a file was made in the temporary folder"
        _backed_up(scene, "while it serves")
    assert walk.wrong_answers == []
    scene.passphrase = walk.passphrase
    _broken(scene)
    _by_command(scene, outside=outside)
    proof.count("words typed", len(canaries.typed))
    proof.count("words shown again", len(canaries.seen))
    proof.count("forms", len(walk.forms))
    proof.count("fields for words", len(walk.fields))
    proof.none("words that were never shown again", canaries.never_shown)


def _walked(writer: Writer, scene: Scene) -> Walk:
    walk = Walk(writer, scene.passphrase)
    walk.walk()
    walk.bring_in_overdue()
    walk.walk()
    walk.bring_in_wrong()
    walk.beside_forms()
    walk.lock_while_writing()
    walk.export()
    walk.change_keys()
    walk.walk(with_last=True)
    walk.export()
    return walk


def _broken(scene: Scene) -> None:
    """Break in the middle of a search: the words are in the message and in the variables of the fault."""
    with serving(scene.place, options=scene.options, altered="with-fault-in-search") as server:
        writer = Writer(server.port, scene.canaries).sign_in(scene.name, scene.passphrase)
        answer = writer.post("/journal/search/", {"words": scene.canaries.secret("search that breaks")})
        assert answer.status == 500, f"the broken search answered {answer.status}"
    assert "RuntimeError" in scene.place.log.read_text(), "the fault was not logged: its log shows nothing"


def _by_command(scene: Scene, *, outside: Path) -> None:
    """Export, import and refuse on the command line; what is in clear by wish lies outside of what is searched."""
    place, file = scene.place, outside / f"{scene.place.folder.name}.zip"
    wrong, name, passphrase = scene.canaries.secret("command line"), scene.name, scene.passphrase
    for who, typed, status in ((name, passphrase, 0), (wrong, passphrase, 2), (name, wrong, 2)):
        words = ("export", "--name", who, "--to", str(file if status == 0 else file.with_suffix(".not")))
        done = place.run(*words, typed=typed + "\n", options=scene.options)
        assert done.returncode == status, done.stderr[-300:]
    bad = outside / "bad.json"
    bad.write_text(f'{{"format": "troth-export", "version": 1, "bonds": "{wrong}", "entries": []}}')
    done = place.run("import", str(bad), "--name", name, typed=passphrase + "\n", options=scene.options)
    assert done.returncode == 2, done.stderr[-300:]
    kept = _backed_up(scene, "at rest")
    other = Place(place.folder / "other", place.database)
    if not place.database:
        other.folder.mkdir()
        other.home.with_name("home.key").write_text(place.home.with_name("home.key").read_text())
        other.home.with_name("home.key").chmod(0o600)
        assert other.run("restore", str(kept), options=scene.options).returncode == 0


def _backed_up(scene: Scene, when: str) -> Path:
    before = set((scene.place.home / "backups").glob("*"))
    done = scene.place.run("backup", options=scene.options)
    assert done.returncode == 0, f"backup {when}: {done.stderr[-300:]}"
    fresh = set((scene.place.home / "backups").glob("*")) - before
    assert len(fresh) == 1, f"backup {when}: {len(fresh)} new files"
    return fresh.pop()


def _end(scene: Scene) -> None:
    with serving(scene.place, options=scene.options) as server:
        writer = Writer(server.port, scene.canaries).sign_in(scene.name, scene.passphrase)
        writer.get("/settings/delete/")
        assert writer.post("/settings/delete/", {"passphrase": scene.passphrase}).status == 303


def _nothing_found(proof: Proof, scene: Scene, when: str) -> None:
    found = scene.searched()
    proof.count("files searched", found.files)
    proof.count("bytes searched", found.bytes)
    proof.none(f"hits ({when})", found.hits)
    proof.none(f"files that could not be read ({when})", found.unread)
    proof.none(f"core files ({when})", list(scene.place.folder.rglob("core*")))


def _control(proof: Proof, scene: Scene) -> None:
    """Leave the words in the home in every way of writing, each in a file of its own: every one must be found."""
    words = f"{scene.canaries.stem} 0001"
    left = {
        "utf-8": words.encode(),
        "utf-16": words.encode("utf-16"),
        "json": json.dumps({"what": words}).encode(),
        "address": quote(words).encode(),
        "form": urlencode({"what": words}).encode(),
        **{f"base64-{offset}": b64encode(b"." * offset + words.encode()) for offset in range(3)},
    }
    for name, raw in left.items():
        (scene.place.home / f"left-{name}").write_bytes(raw)
    found = {hit.partition(":")[0].removeprefix("left-") for hit in scene.searched().hits}
    proof.control(CONTROL, noticed=found == set(left), seen=f"found as {', '.join(sorted(found))}")


def _data_folder(proof: Proof, database: str) -> Path | None:
    if not database:
        return None
    folder = Path(str(ask(database, "SHOW data_directory")[0][0]))
    if not os.access(folder / "base", os.R_OK | os.X_OK):
        proof.left_out("PostgreSQL's folder", "this user cannot read it")
        return None
    return folder
