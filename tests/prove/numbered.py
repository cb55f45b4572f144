"""Writers over HTTP whose every write carries a running number, and what each of them may rely on afterwards."""

import http.client
import random
import threading
import time
from dataclasses import dataclass, field
from datetime import UTC, datetime
from uuid import UUID

from tests.prove.client import Client
from tests.prove.opened_home import Found
from tests.prove.server import Server

ADA, PASSPHRASE = "Ada", "river lamp copper nine walnut"
GONE = (http.client.HTTPException, OSError)


@dataclass
class Line:
    """One entry as its writer knows it."""

    words: str
    version: int = 1
    is_gone: bool = False


@dataclass
class Asked:
    """A write whose answer has not come."""

    kind: str
    words: str = ""
    id: UUID | None = None


@dataclass
class Ledger:
    """What one writer was told: entries by identifier, in the order of their answers, and what is still open."""

    label: str
    lines: dict[UUID, Line] = field(default_factory=dict)
    asked: Asked | None = None
    count: int = 0
    answered: int = 0
    slowest_s: float = 0.0
    refused: list[str] = field(default_factory=list)
    may_break: bool = False  # an answer of 500 counts as none: the database server is killed under it
    moments: list[tuple[str, float, float]] = field(default_factory=list)  # words, sent, answered

    def next_words(self) -> str:
        self.count += 1
        return f"{self.label} {self.count:06}" + " and on" * (self.count % 15)


class Writer:
    """One browser that writes without a pause until it is told to stop, or nobody answers any more."""

    def __init__(self, ledger: Ledger, client: Client, *, only_new: bool = False) -> None:
        self.ledger, self.client, self.only_new = ledger, client, only_new
        self.dice = random.Random(f"{ledger.label} {ledger.count}")
        self.stop = threading.Event()
        self.thread = threading.Thread(target=self._run, daemon=True)

    def begin(self) -> None:
        self.thread.start()

    def end(self) -> None:
        self.stop.set()
        self.thread.join(timeout=60)
        assert not self.thread.is_alive(), "a writer never got an answer"

    def _run(self) -> None:
        while not self.stop.is_set():
            try:
                self.write()
            except GONE:
                return

    def write(self) -> None:
        """Write once: something new, an edit, a draft of an edit, or a delete."""
        ledger = self.ledger
        live = [
            id for id, line in ledger.lines.items() if not line.is_gone and not line.words.startswith("P ")
        ]
        kind = self.dice.choice(("checkin", "promise", "checkin", "edit", "draft", "delete"))
        if self.only_new or not live:
            kind = "checkin"
        id = self.dice.choice(live) if kind in ("edit", "draft", "delete") else None
        path, fields, words = self._form(kind, id)
        begun = time.monotonic()
        ledger.asked = Asked(kind, words, id)
        answer = self.client.post(path, fields)
        took = time.monotonic() - begun
        ledger.slowest_s = max(ledger.slowest_s, took)
        if ledger.may_break and answer.status >= 500:
            raise ConnectionError
        at_the_door = answer.location.startswith(("/sign-in/", "/unlock/"))
        if answer.status != (204 if kind == "draft" else 303) or at_the_door:
            ledger.refused.append(f"{kind}: {answer.status}{' at the door' if at_the_door else ''}")
            ledger.asked = None
            return
        ledger.moments.append((words, begun, begun + took))
        self._note(kind, id, words, answer.location)

    def _form(self, kind: str, id: UUID | None) -> tuple[str, dict[str, str], str]:
        words = "" if kind == "delete" else self.ledger.next_words()
        day = {"felt_trust": "5", "note": words, "on": datetime.now(UTC).date().isoformat()}
        if kind == "checkin":
            return "/checkins/new/", day, words
        if kind == "promise":
            words = f"P {words}"
            return (
                "/promises/new/",
                {"wording": words, "due": "2031-05-01T18:00", "size": "tiny", "dimension": "none"},
                words,
            )
        if kind == "draft":
            return "/drafts/", {**day, "draft_address": f"/checkins/{id}/edit/"}, ""
        if kind == "edit":
            assert id is not None
            return f"/checkins/{id}/edit/", {**day, "version": str(self.ledger.lines[id].version)}, words
        return f"/checkins/{id}/delete/", {}, ""

    def _note(self, kind: str, id: UUID | None, words: str, location: str) -> None:
        ledger = self.ledger
        if kind in ("checkin", "promise"):
            ledger.lines[UUID(location.split("/")[2])] = Line(words)
        elif id is not None and kind == "edit":
            line = ledger.lines[id]
            line.words, line.version = words, line.version + 1
        elif id is not None and kind == "delete":
            ledger.lines[id].is_gone = True
        ledger.asked = None
        ledger.answered += 1


def settle(ledger: Ledger, found: dict[UUID, Found]) -> list[str]:
    """Compare what was answered with what is there; take what is there for the one write that was not answered.

    Returns the faults: answered and not there, changed without being asked, or there more than once.
    """
    asked, faults = ledger.asked, []
    if asked and asked.kind in ("checkin", "promise"):
        new = [one for one in found.values() if one.words == asked.words and one.id not in ledger.lines]
        faults += [f"{ledger.label}: one unanswered write is there {len(new)} times"] if len(new) > 1 else []
        ledger.lines |= {one.id: Line(asked.words) for one in new}
    for id, line in ledger.lines.items():
        there = found.get(id)
        if there is None:
            faults.append(f"{ledger.label}: an answered write is not there")
            continue
        if asked and asked.id == id and asked.kind == "edit" and there.words == asked.words:
            line.words, line.version = asked.words, line.version + 1
        if asked and asked.id == id and asked.kind == "delete":
            line.is_gone = there.is_gone
        if (there.words, there.version, there.is_gone) != (line.words, line.version, line.is_gone):
            faults.append(f"{ledger.label}: an answered write is there otherwise than it was answered")
    ledger.asked = None
    numbers = [found[id].sequence for id in ledger.lines if id in found]
    return faults + ([f"{ledger.label}: not in order"] if numbers != sorted(numbers) else [])


def writers(
    server: Server, ledgers: list[Ledger], *, signed_in: Client, only_new: bool = False
) -> list[Writer]:
    """Make one writer a ledger, all in the same person's browser."""
    made = []
    for ledger in ledgers:
        client = Client(server.port)
        client.cookies, client.token = dict(signed_in.cookies), signed_in.token
        made.append(Writer(ledger, client, only_new=only_new))
    return made
