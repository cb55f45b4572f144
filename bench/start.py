"""From the command to the first page answered, the second time; and what the serving process holds in memory."""

import time
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median
from subprocess import Popen

from bench.measure import Pair
from bench.people import someone
from bench.servers import both, free_port, start_bare, start_ours, stop, until_answered
from bench.table import Line, timed

TIMES, ROUNDS = 11, 20
MIB = 1024 * 1024
MOST_MEMORY = 120 * MIB


def lines() -> Iterator[Line]:
    """Compare starts; print memory before anyone signed in, and after pages and searches over 5,000 entries."""
    someone()
    yield timed("command to first page, second start, beside bare Django", _starts(), most=2.5)
    with both() as (ours, bare, processes):
        yield _memory("memory of the serving process after the first page", *processes)
        ours.sign_in(someone().name)
        token = ours.token("/journal/search/")
        for _ in range(ROUNDS):
            ours.get("/today/"), ours.get("/journal/"), bare.get("/")
            ours.post("/journal/search/", words="garden", csrfmiddlewaretoken=token)
        yield _memory("the same after a sign-in, 20 pages and 20 searches", *processes)


def _starts() -> Pair:
    _first_page(start_ours), _first_page(start_bare)
    both = [(_first_page(start_ours), _first_page(start_bare)) for _ in range(TIMES)]
    return Pair(median(mine for mine, _ in both), median(theirs for _, theirs in both))


def _first_page(start: Callable[[int], Popen[bytes]]) -> float:
    port, begun = free_port(), time.perf_counter()
    server = start(port)
    try:
        until_answered(port)
        return time.perf_counter() - begun
    finally:
        stop(server)


def _memory(what: str, ours: int, bare: int) -> Line:
    mine, theirs = _held(ours), _held(bare)
    return Line(
        what,
        f"{mine / MIB:.0f} MiB",
        f"{theirs / MIB:.0f} MiB",
        mine / theirs,
        "≤ 120 MiB",
        mine <= MOST_MEMORY,
    )


def _held(process: int) -> int:
    """Return the proportional set size; where only the owner may read it, the resident size."""
    try:
        lines = Path(f"/proc/{process}/smaps_rollup").read_text().splitlines()
        return 1024 * next(int(line.split()[1]) for line in lines if line.startswith("Pss:"))
    except PermissionError:
        return 4096 * int(Path(f"/proc/{process}/statm").read_text().split()[1])
