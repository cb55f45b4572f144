"""From the command to the first page answered, the second time; and what the serving process holds in memory."""

import resource
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
PAGE = resource.getpagesize()
MOST_MEMORY_MIB = 120


def lines() -> Iterator[Line]:
    """Compare starts; print memory before anyone signed in, and after pages and searches over 5,000 entries."""
    someone()
    yield timed("command to first page, second start, beside bare Django", _starts(), most=2.5)
    with both() as (ours, bare, processes):
        yield from _memory("after the first page", *processes)
        ours.sign_in(someone().name)
        token = ours.token("/journal/search/")
        for _ in range(ROUNDS):
            ours.get("/today/"), ours.get("/journal/"), bare.get("/")
            ours.post("/journal/search/", words="garden", csrfmiddlewaretoken=token)
        yield from _memory("after a sign-in, 40 pages, 20 searches", *processes)
        for path in ("/insights/", "/insights/felt-trust/picture/", "/insights/my-word/", "/letters/"):
            ours.get(path)
        yield from _memory("and after insights", *processes)


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


def _memory(when: str, ours: int, bare: int) -> Iterator[Line]:
    """Print what the serving processes hold: all of it, and their fair share of what they have in common with others."""
    mine, theirs = _resident(ours), _resident(bare)
    what = f"resident memory of the serving process, {when}"
    yield Line(what, f"{mine} MiB", f"{theirs} MiB", mine / theirs, "≤ 120 MiB", mine <= MOST_MEMORY_MIB)
    mine, theirs = _share(ours), _share(bare)
    if mine and theirs:
        yield Line(
            "the same, pages shared with its parent counted in part",
            f"{mine} MiB",
            f"{theirs} MiB",
            mine / theirs,
        )


def _resident(process: int) -> int:
    return int(Path(f"/proc/{process}/statm").read_text().split()[1]) * PAGE // MIB


def _share(process: int) -> int:
    """Nought where only root may look: our process does not let others of its user read it."""
    try:
        lines = Path(f"/proc/{process}/smaps_rollup").read_text().splitlines()
    except PermissionError:
        return 0
    return next(int(line.split()[1]) for line in lines if line.startswith("Pss:")) // 1024
