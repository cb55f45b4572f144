"""Readers of JSON are built one at a time: msgspec crashes where two threads use a type for the first time."""

import re
import subprocess
import sys
from pathlib import Path

SRC = Path(__file__).resolve().parents[2] / "src" / "troth"
RACE = """
import sys, threading
from dataclasses import make_dataclass
from typing import Literal
from troth.practices import reader_of

sys.setswitchinterval(1e-6)
for n in range(400):
    fields = [("what", str), ("kind", Literal["a", "b"]), ("how", int | None), ("more", list[Literal["c", "d"]])]
    kind = make_dataclass(f"Fresh{n}", fields, frozen=True, slots=True)
    gate, found = threading.Barrier(4), []
    def read():
        gate.wait()
        found.append(reader_of(kind).decode('{"what": "x", "kind": "a", "how": null, "more": ["c"]}'))
    threads = [threading.Thread(target=read) for _ in range(4)]
    for one in threads: one.start()
    for one in threads: one.join()
    assert found == [kind("x", "a", None, ["c"])] * 4
print("whole")
"""


def test_threads_may_use_a_type_for_the_first_time_together():
    done = subprocess.run(
        [sys.executable, "-c", RACE], capture_output=True, text=True, timeout=120, check=False
    )
    assert (done.returncode, done.stdout.strip()) == (0, "whole"), done.stderr[-300:]


def test_no_module_lets_msgspec_look_a_type_over_while_it_serves():
    careless = [
        f"{file.relative_to(SRC)}: {line.strip()}"
        for file in SRC.rglob("*.py")
        for line in file.read_text().splitlines()
        if re.search(r"msgspec\.json\.decode\(.*type=", line)
    ]
    assert careless == []
