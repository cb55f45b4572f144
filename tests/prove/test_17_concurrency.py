"""Check 17: many writers and readers at once: nothing locked, nothing lost, nobody starved, two tabs told apart."""

import http.client
import re
import threading
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from tests.prove.backing_up import signed_up, writing
from tests.prove.checks import Check, Proof
from tests.prove.client import Answer, Client
from tests.prove.databases import a_database, engines
from tests.prove.numbered import ADA, PASSPHRASE
from tests.prove.opened_home import reader
from tests.prove.server import Place, Server, serving
from tests.prove.watched import named

CHECK = Check(
    17,
    target="0 locked, 0 errors, sequence numbers complete, one winner and no lost words, slowest write ≤ 2 s",
    least={"writes": (60, 2_000), "pages read": (60, 2_000), "rounds of two at once": (40, 200)},
    controls_full=("without the writers' lock",),
    limit_s=(90, 900),
)
WRITERS, READERS = 8, 4
SLOWEST_S, TOO_SLOW_S = 2.0, 5.0
PAGES = ("/today/", "/journal/", "/checkins/", "/promises/")
BOND = re.compile(r'"/bond/([0-9a-f-]{36})/')
THREADS = "with-threads=12"  # as many requests at once as there are writers and readers


@dataclass
class Load:
    """What came of so many seconds of writing and reading."""

    writes: int = 0
    reads: int = 0
    slowest_s: float = 0.0
    faults: list[str] = field(default_factory=list)


def under_load(place: Place, *, seconds: float, options: dict[str, str] | None = None) -> Load:
    """Write with eight and read with four browsers of one person, without pauses."""
    load, stop = Load(), threading.Event()
    with serving(place, options=options, altered=THREADS) as server:
        ada = signed_up(server)
        readers = [threading.Thread(target=_read, args=(server, ada, stop, load)) for _ in range(READERS)]
        with writing(server, ada, clients=WRITERS) as ledgers:
            for one in readers:
                one.start()
            time.sleep(seconds)
            stop.set()
            for one in readers:
                one.join(timeout=60)
        load.writes = sum(ledger.answered for ledger in ledgers)
        load.slowest_s = max(ledger.slowest_s for ledger in ledgers)
        load.faults += [refused for ledger in ledgers for refused in ledger.refused]
    found = reader(place, PASSPHRASE).entries()
    words = Counter(one.words for one in found)
    answered = [line.words for ledger in ledgers for line in ledger.lines.values()]
    load.faults += ["an answered write is not there once" for one in answered if words[one] != 1]
    if [one.sequence for one in found] != list(range(1, len(found) + 1)):
        load.faults.append("the sequence numbers have a gap or a double")
    load.faults += ["'locked' in the log"] if "locked" in place.log.read_text() else []
    return load


def _read(server: Server, ada: Client, stop: threading.Event, load: Load) -> None:
    client = _same_browser(server, ada)
    count = 0
    while not stop.is_set():
        page = client.get(PAGES[count % len(PAGES)])
        count += 1
        if page.status != 200 or "locked" in page.text:
            load.faults.append(f"a page answered {page.status}")
    load.reads += count


def _same_browser(server: Server, ada: Client) -> Client:
    client = Client(server.port)
    client.cookies, client.token = dict(ada.cookies), ada.token
    return client


def test_nothing_is_locked_and_nothing_is_lost(proof: Proof, tmp_path: Path) -> None:
    for engine in engines(proof):
        slowest: list[float] = []
        for turn in range(proof.size(1, 3)):
            with a_database(engine) as database:
                place = Place(tmp_path / f"{engine}-{turn}", database)
                place.folder.mkdir()
                load = under_load(place, seconds=proof.size(5, 60))
            proof.count("writes", load.writes)
            proof.count("pages read", load.reads)
            proof.none(f"faults under load ({engine})", load.faults)
            slowest.append(load.slowest_s)
            if load.slowest_s <= SLOWEST_S:
                break
        if proof.is_full:
            proof.note(f"{engine}: slowest write {', '.join(f'{one:.2f}' for one in slowest)} s")
            assert min(slowest) <= SLOWEST_S


def test_without_the_lock_writers_starve(proof: Proof, tmp_path: Path) -> None:
    if not proof.is_full:
        return
    with proof.must_fail("without the writers' lock"):
        load = under_load(Place(tmp_path), seconds=60, options=named("settings_unfair"))
        assert load.slowest_s <= TOO_SLOW_S, f"slowest write {load.slowest_s:.1f} s of {load.writes:,}"


def at_once(*asks: Callable[[], Answer]) -> list[Answer]:
    """Ask from several browsers at the same moment."""
    answers: dict[int, Answer] = {}
    gate = threading.Barrier(len(asks))

    def ask(number: int) -> None:
        gate.wait()
        try:
            answers[number] = asks[number]()
        except (OSError, http.client.HTTPException) as error:
            answers[number] = Answer(599, {}, repr(error).encode())

    threads = [threading.Thread(target=ask, args=(number,)) for number in range(len(asks))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)
    return [answers[number] for number in range(len(asks))]


def test_two_at_once_have_one_winner_and_lose_no_words(proof: Proof, tmp_path: Path) -> None:
    for engine in engines(proof):
        with a_database(engine) as database:
            place = Place(tmp_path / engine, database)
            place.folder.mkdir()
            with serving(place) as server:
                ada = signed_up(server)
                tabs = _same_browser(server, ada), _same_browser(server, ada)
                faults = []
                for _ in range(proof.size(10, 25)):
                    faults += _two_tabs(*tabs) + _both_press(*tabs)
                for _ in range(proof.size(4, 10)):
                    faults += _the_same_twice(proof, server, *tabs)
                proof.count("rounds of two at once", proof.size(20, 50))
                tapped = [one for one in reader(place, PASSPHRASE).entries() if one.words == ""]
                faults += [] if len(tapped) == 1 else [f"{len(tapped)} check-ins of one day were tapped"]
                proof.none(f"faults of two at once ({engine})", faults)


def _two_tabs(one: Client, other: Client) -> list[str]:
    """Two tabs change one entry: one wins, the other gets its words back beside the winner's."""
    entry = _new(one, "/checkins/new/", felt_trust="5", note="as it was", on="2026-01-05")
    words = ("what the first tab says", "what the second tab says")
    sent = [{"felt_trust": "5", "note": text, "on": "2026-01-05", "version": "1"} for text in words]
    answers = at_once(
        partial(one.post, f"{entry}edit/", sent[0]), partial(other.post, f"{entry}edit/", sent[1])
    )
    if sorted(answer.status for answer in answers) != [303, 409]:
        return [f"two tabs were answered {[answer.status for answer in answers]}"]
    loser = 0 if answers[0].status == 409 else 1
    page, saved = answers[loser].text, one.get(entry).text
    faults = [] if words[loser] in page else ["the other tab lost its words"]
    faults += [] if words[1 - loser] in page else ["the other tab does not see what was saved"]
    return faults + (
        [] if words[1 - loser] in saved and words[loser] not in saved else ["the wrong words were saved"]
    )


def _both_press(one: Client, other: Client) -> list[str]:
    """Kept and taken back at the same moment: one state, and the later one is told."""
    promise = _new(
        one, "/promises/new/", wording="Lock the shed", due="2031-05-01T18:00", size="tiny", dimension="none"
    )
    answers = at_once(
        partial(one.post, f"{promise}keep/", {"version": "1"}),
        partial(other.post, f"{promise}withdraw/", {"version": "1"}),
    )
    statuses = sorted(answer.status for answer in answers)
    return [] if statuses in ([303, 409], [303, 422]) else [f"both were answered {statuses}"]


def _the_same_twice(proof: Proof, server: Server, one: Client, other: Client) -> list[str]:
    """The same button in two tabs, and the same sign-in in two browsers: never an error."""
    bond = BOND.findall(one.get("/bond/").text)[0]
    choices = {"zone": "Europe/London", "theme": "dark", "idle_minutes": "10", "leave_to": "wikipedia"}
    presses: dict[str, dict[str, str]] = {
        "/today/not-today/": {},
        f"/bond/{bond}/switch/": {},
        f"/bond/{bond}/paused/": {},
        f"/bond/{bond}/active/": {},
        "/settings/choices/": choices,
        "/checkins/quick/": {"felt_trust": "5"},
        "/lock/": {},
    }
    broken = []
    for path, fields in presses.items():
        pressed = at_once(*(partial(tab.post, path, fields) for tab in (one, other)))
        broken += [f"{path}: {answer.status}" for answer in pressed if answer.status >= 500]
    fresh = Client(server.port), Client(server.port)
    names = {"name": ADA, "passphrase": PASSPHRASE}
    entered = at_once(*(partial(tab.post, "/sign-in/", names) for tab in fresh))
    broken += [f"signing in: {answer.status}" for answer in entered if answer.status != 303]
    for tab in (one, other):
        tab.cookies, tab.token = dict(fresh[0].cookies), fresh[0].token
        tab.get("/today/")
    proof.count("rounds of two at once", len(presses) + 1)
    return broken


def _new(client: Client, path: str, **fields: str) -> str:
    made = client.post(path, fields)
    assert made.status == 303, f"{path} answered {made.status}"
    return made.location.split("?")[0]
