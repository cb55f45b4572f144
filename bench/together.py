"""Fifty bonds of two people on one server, reading and writing at once, beside two people who have it for themselves."""

import re
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import timedelta
from statistics import median, quantiles
from uuid import UUID

from bench.home import now
from bench.people import Someone, someone
from bench.servers import Visitor, free_port, start_ours, stop, until_answered
from bench.table import Line, compared, shown
from troth import practices
from troth.practices.wins import Win
from troth.store.actions import bonds, entries, invitations, joining, shares
from troth.store.profile import Side

BONDS, ENTRIES, ROUNDS = 50, 40, 3
EACH_S = 4.0  # a person does something about so often
MOST = 5.0
TAKE_BACK = re.compile(rb'action="(/together/[0-9a-f-]{36}/take-back/)"')

Person = tuple[Someone, UUID, UUID, UUID]


@dataclass(frozen=True)
class AtBrowser:
    """One of two people at a browser: an entry to give, a copy that stays given, and one that the other gave them."""

    visitor: Visitor
    token: str
    mine: UUID
    given: UUID
    received: UUID


@dataclass(frozen=True)
class Answer:
    """One request: what was done, how long it took, and whether it came back as it must."""

    act: str
    seconds: float
    is_right: bool


def lines() -> Iterator[Line]:
    """Let two people act alone, then a hundred at once, each every few seconds."""
    pairs = [_pair(number) for number in range(BONDS)]
    port = free_port()
    server = start_ours(port)
    try:
        until_answered(port)
        people = [_at_browser(port, *side) for pair in pairs for side in pair]
        alone = [answer for one in people[:2] for _ in range(ROUNDS) for answer in _round(one, 0)]
        with ThreadPoolExecutor(len(people)) as all_at_once:
            began = time.monotonic()
            found = all_at_once.map(lambda one: _rounds(one[1], late=one[0]), enumerate(people))
            together = [answer for answers in found for answer in answers]
            lasted = time.monotonic() - began
    finally:
        stop(server)
    yield _errors(alone + together, lasted)
    for name, part in (("half of the answers", median), ("19 of 20 answers", _late)):
        ours, beside = part([one.seconds for one in together]), part([one.seconds for one in alone])
        yield compared(
            f"{name} within, {2 * BONDS} people at once, beside two",
            shown(ours),
            shown(beside),
            ours / beside,
            MOST,
        )


def _errors(answers: list[Answer], lasted: float) -> Line:
    wrong = sum(not one.is_right for one in answers)
    what = f"wrong answers in {lasted:.0f} s of {len(answers) / lasted:.0f} requests a second, {BONDS} bonds"
    return Line(what, str(wrong), f"of {len(answers)}", target="0", is_met=wrong == 0)


def _late(seconds: list[float]) -> float:
    return quantiles(seconds, n=20)[-1]


def _pair(number: int) -> tuple[Person, Person]:
    """Join two people through the real actions; each gave the other one copy."""
    one, other = (someone(f"{name} {number}", count=0) for name in ("here", "there"))
    at = now()
    code = invitations.invite(me=one.me, bond=one.bond, at=at)
    side = Side(kind="partner", name="Them", opened_at=at, read_roles=True)
    invitations.accept(me=other.me, code=code, side=side, network=str(number), at=at)
    joining.confirm(me=one.me, bond=one.bond, at=at)
    (mine, my_copy), (theirs, their_copy) = (_given(each, one.bond) for each in (one, other))
    return (one, mine, my_copy, their_copy), (other, theirs, their_copy, my_copy)


def _given(someone: Someone, bond: UUID) -> tuple[UUID, UUID]:
    at = now()
    bonds.alter_side(me=someone.me, bond=bond, asked_on=someone.me.day(at))
    win = practices.start("wins", Win(what="We talked it through", kind="other"), at=at, on=at.date())
    ids = [entries.add(me=someone.me, bond=bond, document=win).id for _ in range(ENTRIES)]
    until = at.date() + timedelta(days=7)
    copy = shares.give(me=someone.me, bond=bond, id=ids[0], fields=["what"], until=until, at=at)
    return ids[1], copy


def _at_browser(port: int, someone: Someone, mine: UUID, given: UUID, received: UUID) -> AtBrowser:
    visitor = Visitor(port)
    visitor.sign_in(someone.name)
    return AtBrowser(visitor, visitor.token("/checkins/new/"), mine, given, received)


def _rounds(one: AtBrowser, *, late: int) -> list[Answer]:
    """Act for some rounds; people don't begin in the same moment."""
    time.sleep(EACH_S * late / (2 * BONDS))
    return [answer for _ in range(ROUNDS) for answer in _round(one, EACH_S)]


def _round(one: AtBrowser, pause_s: float) -> list[Answer]:
    """Look at Today, what is out there and a copy; keep a tap, give a copy, take it back."""
    found = [_read(one, "/today/", pause_s), _read(one, f"/together/{one.received}/", pause_s)]
    found.append(_sent(one, "tap", "/checkins/quick/", pause_s, felt_trust="7"))
    given = {"parts": "what", "lasts": "14", "last": ""}
    found.append(_sent(one, "give", f"/together/share/{one.mine}/give/", pause_s, **given))
    began = time.perf_counter()
    status, page = one.visitor.get("/together/")
    found.append(Answer("list", time.perf_counter() - began, status == 200))
    back = next(
        (address for address in TAKE_BACK.findall(page) if str(one.given).encode() not in address), None
    )
    found.append(_sent(one, "take back", back.decode(), pause_s) if back else Answer("take back", 0, False))
    return found


def _wait(one: AtBrowser, pause_s: float) -> None:
    """Let a person read; their browser comes again on a connection of its own."""
    time.sleep(pause_s)
    one.visitor.connection.close()


def _read(one: AtBrowser, path: str, pause_s: float) -> Answer:
    _wait(one, pause_s)
    began = time.perf_counter()
    status, _ = one.visitor.get(path)
    return Answer("read", time.perf_counter() - began, status == 200)


def _sent(one: AtBrowser, act: str, path: str, pause_s: float, **fields: str) -> Answer:
    _wait(one, pause_s)
    began = time.perf_counter()
    status, _ = one.visitor.post(path, **fields, csrfmiddlewaretoken=one.token)
    return Answer(act, time.perf_counter() - began, status == 303)
