"""Check 2: a box opens in its own row only, and only while every clear column that gives it meaning is as it was."""

import sqlite3
from pathlib import Path
from typing import Any

from tests.prove.apart import apart
from tests.prove.checks import Check, Proof
from tests.prove.client import Client
from tests.prove.databases import a_database, ask, engines
from tests.prove.server import Place, serving

# The columns that no box is bound to, from the vault's specification, section 4: whoever can write them can delete
# the row, a change makes another key, or they are compared at unlock (an invitation's at the inviter's yes).
FREE = {
    *("entry.gone_at", "person.gone_at", "slot.used_on", "slot.salt", "slot.lookup"),
    *("session.idle_until", "session.ends_at", "session.row_half", "session.proof"),
    *("person.name_tag", "person.receive_public", "person.sign_public"),
    *("invitation.lookup", "invitation.invitee", "invitation.expires"),
    *("invitation.inviter_sum", "invitation.invitee_sum"),
}
PASSPHRASE = "river lamp copper nine walnut"
WAYS = {
    "by code": 150,
    "by SQL": 100,
    "by SQL, read as a page reads": 60,
    "boxes swapped by code": 190,
    "boxes swapped by SQL": 190,
    "given to another owner": 18,
    "older box under a newer version": 3,
}
CHECK = Check(
    2,
    target="each sealed column × each part of its line × (code, SQL); swapped, given away, put back: 100 % refused",
    least={
        "opened unchanged": (20, 40),
        "unlocks with a swapped name or key": (3, 6),
        **{way: (least, 4 * least) for way, least in WAYS.items()},
    },
    controls=("an opener without the line accepts",),
    limit_s=(120, 600),
)


def test_no_box_opens_elsewhere(proof: Proof, tmp_path: Path) -> None:
    for engine in engines(proof):
        with a_database(engine) as database:
            folder = tmp_path / engine
            folder.mkdir()
            _judge(
                proof,
                engine,
                apart("tests.prove.swaps:run", place=Place(folder, database), whose=proof.size("Ben's ", "")),
            )


def test_a_changed_account_is_said_plainly(proof: Proof, tmp_path: Path) -> None:
    for engine in engines(proof):
        with a_database(engine) as database:
            folder = tmp_path / engine
            folder.mkdir()
            place = Place(folder, database)
            with serving(place) as server:
                ada = Client(server.port).sign_up("Ada", PASSPHRASE)
                ada.open_bond("Ben")
                _as_a_thief(place, "UPDATE membership SET version = version + 1")
                answers = [ada.get(path).status for path in ("/today/", "/journal/", "/bond/")]
                _as_a_thief(place, "UPDATE person SET version = version + 1")
                ada.get("/sign-in/")
                answers.append(ada.post("/sign-in/", {"name": "Ada", "passphrase": PASSPHRASE}).status)
            proof.count("pages over changed rows", len(answers))
            assert answers == [409] * 4, f"pages over changed rows answered {answers}"


def _as_a_thief(place: Place, statement: str) -> None:
    if place.database:
        ask(place.database, statement)
        return
    found = sqlite3.connect(place.home / "troth.sqlite3", isolation_level=None, timeout=20)
    found.execute(statement)
    found.close()


def _judge(proof: Proof, engine: str, found: dict[str, Any]) -> None:
    for way, tried in found["tried"].items():
        proof.count(way, tried)
    proof.note(engine)
    proof.none("accepted", found["accepted"])
    proof.none("errors that are not ours", found["foreign"])
    proof.none("parts of a line that nothing changes", found["open parts"])
    assert set(found["unbound"]) == FREE, f"clear columns bound to nothing: {set(found['unbound']) ^ FREE}"
    careless = found["careless"]
    proof.control(
        "an opener without the line accepts",
        noticed=careless.get("opened", 0) >= WAYS["by code"],
        seen=f"{careless.get('opened', 0)} of {sum(careless.values())} changes accepted",
    )


def test_swapped_keys_of_a_person_are_noticed_at_unlock(proof: Proof, tmp_path: Path) -> None:
    for engine in engines(proof):
        with a_database(engine) as database:
            folder = tmp_path / engine
            folder.mkdir()
            found = apart("tests.prove.swaps:unlock_with_swapped_keys", place=Place(folder, database))
            proof.count("unlocks with a swapped name or key", len(found))
            proof.none(
                "unlocked all the same", [name for name, verdict in found.items() if verdict != "refused"]
            )
