"""Check 13: `kill -9` while four clients write: nothing that was answered is lost, nothing is half."""

import random
import sqlite3
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

from tests.prove.checks import Check, Proof
from tests.prove.client import Client
from tests.prove.databases import a_database, engines
from tests.prove.home_files import is_sound
from tests.prove.numbered import ADA, PASSPHRASE, Ledger, settle, writers
from tests.prove.opened_home import Reader, reader
from tests.prove.own_postgres import OwnPostgres, own_postgres, programs
from tests.prove.server import ROOT, Place, Server, serving, start
from troth.store.sqlite.journal import journal_mode

CHECK = Check(
    13,
    target="0 answered writes lost, 0 half, 0 corrupt, 0 unopenable",
    least={"kills": (20, 650), "answered writes": (80, 3_000), "entries opened": (100, 3_000)},
    controls=("answering before the commit",),
    limit_s=(120, 1_800),
)
CLIENTS = 4
LANES = 2  # homes that are killed side by side: one a core
EARLY = {"DJANGO_SETTINGS_MODULE": "tests.prove.settings_early", "PYTHONPATH": f"{ROOT / 'src'}:{ROOT}"}


@dataclass
class Tally:
    """What all kills of one mode came to."""

    kills: int = 0
    answered: int = 0
    opened: int = 0
    unanswered: int = 0
    faults: list[str] = field(default_factory=list)


class Lane:
    """One home that is killed again and again."""

    def __init__(
        self,
        place: Place,
        *,
        seed: int,
        options: dict[str, str] | None = None,
        postgres: OwnPostgres | None = None,
    ) -> None:
        self.place, self.options, self.dice, self.postgres = place, options, random.Random(seed), postgres
        self.ledgers = [
            Ledger(f"client {n} of lane {seed}", may_break=postgres is not None) for n in range(CLIENTS)
        ]
        self.tally = Tally()
        self.client: Client | None = None
        self.reader: Reader | None = None

    def run(self, kills: int, *, to_the_first_fault: bool = False) -> Tally:
        """Write, kill, look; at the end start once more and write."""
        self._sign_up()
        for _ in range(kills):
            if to_the_first_fault and self.tally.faults:
                break
            server = start(self.place, options=self.options)
            try:
                self._write_until_killed(server)
            finally:
                server.kill()
            self._look()
        with serving(self.place, options=self.options) as server:
            self._next_write_works(server)
        self.tally.answered = sum(ledger.answered for ledger in self.ledgers)
        return self.tally

    def _sign_up(self) -> None:
        with serving(self.place) as server:
            self.client = Client(server.port).sign_up(ADA, PASSPHRASE)
            self.client.open_bond("Ben")
        self.reader = reader(self.place, PASSPHRASE)

    def _signed_in(self, server: Server) -> Client:
        """Sign in again where the sessions died with the process."""
        before, client = self.client, Client(server.port)
        assert before is not None
        client.cookies, client.token = dict(before.cookies), before.token
        if client.get("/today/").status != 200:
            client.sign_in(ADA, PASSPHRASE)
        self.client = client
        return client

    def _next_write_works(self, server: Server) -> None:
        (writer,) = writers(server, self.ledgers[:1], signed_in=self._signed_in(server))
        before = self.ledgers[0].answered
        writer.write()
        if self.ledgers[0].answered != before + 1:
            self.tally.faults.append("the next write did not work")

    def _write_until_killed(self, server: Server) -> None:
        self._next_write_works(server)
        some = writers(server, self.ledgers, signed_in=self.client or Client(server.port))
        before = [ledger.answered for ledger in self.ledgers]
        for writer in some:
            writer.begin()
        until = time.monotonic() + 10
        while any(ledger.answered == count for ledger, count in zip(self.ledgers, before, strict=True)):
            assert time.monotonic() < until, f"no answers: {[ledger.refused for ledger in self.ledgers]}"
            time.sleep(0.001)
        time.sleep(self.dice.uniform(0.001, 0.120))
        if self.postgres:
            self.postgres.kill()
        server.kill()
        for writer in some:
            writer.end()
        if self.postgres:
            self.postgres.start()
        self.tally.kills += 1

    def _look(self) -> None:
        assert self.reader is not None
        if not is_sound(self.place):
            self.tally.faults.append("integrity_check")
        entries = self.reader.entries()
        found = {one.id: one for one in entries}
        self.tally.opened += sum(one.words is not None for one in entries)
        self.tally.unanswered += sum(ledger.asked is not None for ledger in self.ledgers)
        faults = [f"{one.sequence}: does not open" for one in entries if one.words is None]
        for ledger in self.ledgers:
            faults += settle(ledger, found) + ledger.refused
        known = {id for ledger in self.ledgers for id in ledger.lines}
        faults += ["an entry that nobody wrote" for id in found if id not in known]
        if [one.sequence for one in entries] != list(range(1, len(entries) + 1)):
            faults.append("the sequence numbers have a gap or a double")
        twice = [words for words, count in Counter(one.words for one in entries).items() if count > 1]
        faults += ["a number is there twice" for _ in twice]
        for address in self.reader.draft_addresses():
            if address is None or not any(str(id) in address for id in found):
                faults.append("a draft without its entry")
        self.tally.faults += faults


AT_ONCE = 50  # kills of one home: an old one grows slow to look through


def killed(folder: Path, engine: str, *, kills: int, seed: int) -> Tally:
    """Kill one home after another, fifty times each."""
    tally = Tally()
    for part in range(-(-kills // AT_ONCE)):
        with a_database(engine) as database:
            lane = Lane(a_place(folder / f"{engine}-{seed}-{part}", database), seed=seed * 100 + part)
            add(tally, lane.run(min(AT_ONCE, kills - part * AT_ONCE)))
    return tally


def a_place(folder: Path, database: str = "") -> Place:
    """Make the folder of a new home."""
    folder.mkdir(parents=True)
    return Place(folder, database)


def add(tally: Tally, more: Tally) -> None:
    """Add up."""
    tally.kills += more.kills
    tally.answered += more.answered
    tally.opened += more.opened
    tally.unanswered += more.unanswered
    tally.faults += more.faults


def many_kills(folder: Path, engine: str, *, kills: int) -> Tally:
    """Kill side by side in as many lanes as there are cores."""
    total = Tally()
    with ThreadPoolExecutor(LANES) as pool:
        lanes = [
            pool.submit(killed, folder, engine, kills=kills // LANES, seed=seed + 1) for seed in range(LANES)
        ]
    for lane in lanes:
        add(total, lane.result())
    return total


def test_no_answered_write_is_lost(proof: Proof, tmp_path: Path) -> None:
    for engine in engines(proof):
        tally = many_kills(tmp_path, engine, kills=proof.size(20, 300))
        _enter(proof, f"{engine}, web processes", tally)
    if journal_mode(sqlite3.sqlite_version_info[:3]) != "wal":
        proof.note(f"WAL + FULL not tried: SQLite {sqlite3.sqlite_version} may not use it")
    proof.note(f"seeds 1 to {LANES}; a killed process says nothing about power: see check 14")


def test_killing_the_database_server_loses_nothing(proof: Proof, tmp_path: Path) -> None:
    if not proof.is_full:
        return
    bin = programs()
    if bin is None:
        proof.left_out("kill of the database server", "PostgreSQL's programs are not installed")
        return
    with own_postgres(bin) as postgres:
        lane = Lane(a_place(tmp_path / "own", postgres.address), seed=7, postgres=postgres)
        _enter(proof, "database server", lane.run(50))


def _enter(proof: Proof, name: str, tally: Tally) -> None:
    proof.count("kills", tally.kills)
    proof.count("answered writes", tally.answered)
    proof.count("entries opened", tally.opened)
    proof.note(f"{name}: {tally.kills} kills, {tally.answered} answered, {tally.unanswered} unanswered")
    proof.none(f"faults ({name})", tally.faults)


def test_answering_before_the_commit_loses_some(proof: Proof, tmp_path: Path) -> None:
    with proof.must_fail("answering before the commit"):
        lane = Lane(a_place(tmp_path / "early"), seed=9, options=EARLY)
        tally = lane.run(10, to_the_first_fault=True)
        lost = [fault for fault in tally.faults if "not there" in fault or "otherwise" in fault]
        assert not lost, f"{len(lost)} of {tally.answered} answered writes lost in {tally.kills} kills"
