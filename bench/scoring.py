"""Questionnaires: a million filled-in forms beside a pandas script that does the same, and how long one form takes.

Both are whole processes, from start to end, in turn; each writes its JSON lines into a file.
"""

import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from bench.measure import many, once
from bench.table import Line, compared, shown
from troth import instruments
from troth.instruments import library

PEOPLE, ITEMS, BLANK, TIMES, SEED = 1_000_000, 10, 0.01, 3, 7
MOST_MEMORY_MIB = 64
# A process's own greatest memory, written when it ends; what the system says of children counts their parent too.
PEAK = """
import atexit, os, pathlib, sys

def tell():
    status = pathlib.Path("/proc/self/status").read_text()
    pathlib.Path(os.environ["PEAK"]).write_text(status.partition("VmHWM:")[2].split()[0])

atexit.register(tell)
"""
OURS = """
from troth.app.cli import main

sys.exit(main(["score", "ipip-trust-10", sys.argv[1]]))
"""
PANDAS = """
import pandas as pd

frame = pd.read_csv(sys.argv[1])
items = [str(no) for no in range(1, 11)]
answers = frame[items].copy()
for no in ("7", "8", "9", "10"):
    answers[no] = 6 - answers[no]
answered = answers.notna().sum(axis=1)
value = (answers.mean(axis=1) * len(items)).where(answered >= 8)
found = pd.DataFrame({"id": frame["id"], "value": value, "answered": answered})
found.to_json(sys.stdout, orient="records", lines=True)
"""


@dataclass(frozen=True)
class Run:
    """One process: how long it took, and its greatest memory."""

    seconds: float
    peak_mib: float


def lines() -> Iterator[Line]:
    """Compare a table of a million with pandas; then one score, one definition, the catalogue."""
    with tempfile.TemporaryDirectory() as folder:
        yield from _table(Path(folder))
    yield _single("one score of ten items, after load", "ipip-trust-10", 50)
    yield _single("one score of 36 items, after load", "ecr-r", 150)
    yield _read("load of the slowest shipped definition", max(map(_load_s, library.shipped_ids())), 5)
    yield _read("catalogue of all shipped definitions", median(_catalogue_s() for _ in range(5)), 100)


def _table(folder: Path) -> Iterator[Line]:
    answers = folder / "answers.csv"
    _write(answers)
    idle = _run("", answers, folder / "nothing.jsonl")
    pairs = [
        (_run(OURS, answers, folder / "ours.jsonl"), _run(PANDAS, answers, folder / "theirs.jsonl"))
        for _ in range(TIMES + 1)
    ][1:]
    ours, theirs = (median(run.seconds for run in runs) for runs in zip(*pairs, strict=True))
    what = f"{PEOPLE:,} people × {ITEMS} items, CSV to JSON lines, beside pandas"
    yield compared(what, shown(ours), shown(theirs), ours / theirs, 2)
    mine, others = (max(run.peak_mib for run in runs) - idle.peak_mib for runs in zip(*pairs, strict=True))
    is_met = mine <= MOST_MEMORY_MIB
    yield Line("the same, greatest memory above an idle interpreter", f"{mine:.0f} MiB", f"{others:.0f} MiB",
               mine / others, f"≤ {MOST_MEMORY_MIB} MiB", is_met)  # fmt: skip


def _write(file: Path) -> None:
    chance = random.Random(SEED)
    with file.open("w") as out:
        out.write("id," + ",".join(str(no) for no in range(1, ITEMS + 1)) + "\n")
        for person in range(PEOPLE):
            cells = ("" if chance.random() < BLANK else str(chance.randint(1, 5)) for _ in range(ITEMS))
            out.write(f"p{person},{','.join(cells)}\n")


def _run(code: str, answers: Path, out: Path) -> Run:
    peak = out.with_suffix(".peak")
    with out.open("wb") as file:
        begun = time.perf_counter()
        subprocess.run(
            [sys.executable, "-c", PEAK + code, str(answers)],
            env={**os.environ, "PEAK": str(peak)},
            stdout=file,
            check=True,
        )
        seconds = time.perf_counter() - begun
    return Run(seconds, int(peak.read_text()) / 1024)


def _single(what: str, id: str, most_us: int) -> Line:
    sheet = instruments.load(id)
    answers: dict[int | str, object] = {item.no: item.options[item.no % 5].value for item in sheet.items}
    work = many(lambda: instruments.score(sheet, answers), 2000)
    seconds = median(once(work) for _ in range(7)) / 2000
    return Line(what, shown(seconds), target=f"≤ {most_us} µs", is_met=seconds * 1e6 <= most_us)


def _read(what: str, seconds: float, most_ms: int) -> Line:
    return Line(what, shown(seconds), target=f"≤ {most_ms} ms", is_met=seconds * 1e3 <= most_ms)


def _load_s(id: str) -> float:
    def load() -> object:
        library._shipped.cache_clear()
        return instruments.load(id)

    return median(once(load) for _ in range(5))


def _catalogue_s() -> float:
    library._shipped.cache_clear()
    return once(instruments.catalogue)
