"""Exports of chats: lines parsed a second on one core, and the greatest memory of `troth habits` on a million lines."""

import json
import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from statistics import median

from bench.scoring import PEAK
from bench.table import Line, shown
from troth.coach import read_export

LINES, A_DAY, SEED, TIMES = 1_000_000, 400, 7, 3
LEAST_A_SECOND, MOST_MEMORY_MIB = 100_000, 200
# One line in ten is Anna's, as in a group: the reading of marks has its own figure, this is about the export.
MINE = 10
SAID = (
    "on my way", "can you get milk?", "I'll ring you at seven.", "that sounds like a long day, what would help?",
    "You never believe a word.", "ok", "home by six, the meeting ends at five", "haha yes", "<Media omitted>",
)  # fmt: skip
OURS = """
import sys

from troth.app.cli import main

sys.exit(main(["habits", sys.argv[1], "--me", "Anna", "--zone", "Europe/London", "--json"]))
"""


def lines() -> Iterator[Line]:
    """Parse a million lines, then count habits in them in a process of its own."""
    with tempfile.TemporaryDirectory() as folder:
        export = Path(folder) / "chat.txt"
        _write(export)
        median(_parse(export) for _ in range(1))  # once before: the table of words is loaded
        seconds = median(_parse(export) for _ in range(TIMES))
        a_second = LINES / seconds
        what = f"{LINES:,} lines of WhatsApp's text parsed, lines a second"
        yield Line(
            what, f"{a_second:,.0f}", target=f"≥ {LEAST_A_SECOND:,}", is_met=a_second >= LEAST_A_SECOND
        )
        yield from _whole(export, Path(folder))


def _parse(export: Path) -> float:
    begun = time.perf_counter()
    with export.open("rb") as stream:
        for _ in read_export(stream, me="Anna"):
            pass
    return time.perf_counter() - begun


def _whole(export: Path, folder: Path) -> Iterator[Line]:
    peak, out = folder / "peak", folder / "out.json"
    with out.open("wb") as file:
        begun = time.perf_counter()
        subprocess.run(
            [sys.executable, "-c", PEAK + OURS, str(export)],
            env={**os.environ, "PEAK": str(peak)},
            stdout=file,
            check=True,
        )
        seconds = time.perf_counter() - begun
    messages, used = json.loads(out.read_text())["messages"], int(peak.read_text()) / 1024
    yield Line(f"`troth habits` on the same, {messages:,} own messages", shown(seconds))
    yield Line(
        "the same, greatest memory of the process",
        f"{used:.0f} MiB",
        target=f"≤ {MOST_MEMORY_MIB} MiB",
        is_met=used <= MOST_MEMORY_MIB,
    )


def _write(export: Path) -> None:
    chance, first = random.Random(SEED), date(2019, 1, 1)
    with export.open("w", encoding="utf-8") as out:
        for number in range(LINES):
            on = first + timedelta(days=number // A_DAY)
            if number % 12 == 11:
                out.write("and one more line of the same message\n")
                continue
            who = "Anna" if number % MINE == 0 else f"Tom {number % 7}"
            out.write(f"{on:%d/%m/%y}, {number % 24:02}:{number % 60:02} - {who}: {chance.choice(SAID)}\n")
