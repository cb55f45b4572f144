"""One numbered check: what it must reach, what it counted, and which of the three states that makes."""

from collections.abc import Collection, Iterator, Mapping, Sized
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TypeVar

import pytest

T = TypeVar("T")

UNNOTICED = "the control was not noticed"
ALL: dict[int, str] = {
    1: "Tampering",
    2: "Swaps",
    3: "Vectors, old homes",
    4: "Passphrase cost",
    5: "Cost of sealing",
    6: "No word in clear",
    7: "Halves, closed process",
    8: "Lock, cookies, sessions",
    9: "Take-back",
    10: "Re-key under kill",
    11: "Recovery",
    12: "Erase",
    13: "kill -9",
    14: "Power cut",
    15: "SQLite mode",
    16: "Disk full, read-only, damage",
    17: "Concurrency",
    18: "Backup, restore",
    19: "Upgrade, downgrade",
    20: "Who may what",
    21: "Consent",
    22: "Headers, policy",
    23: "Residue, leave quickly",
    24: "Rate limits",
    25: "Existence, timing",
    26: "Fuzz",
    27: "Dependencies",
    28: "Code",
    29: "Load, blind worker",
    30: "Abuse cases, helplines",
}
ELSEWHERE = {5: "its figures come from 'make bench'"}


@dataclass(frozen=True)
class Check:
    """What one file of checks promises. `least` and `limit_s` are (short, full); a count below it is no pass.

    Every control named here must be tried; those in `controls_full` only in the full size. `own_homes`: it opens homes of
    its own, on SQLite, whatever database the run is on; a run on PostgreSQL would do the very same again, and leaves it.
    """

    number: int
    target: str
    least: Mapping[str, tuple[int, int]]
    controls: Collection[str] = ()
    controls_full: Collection[str] = ()
    limit_s: tuple[int, int] = (60, 1800)
    own_homes: bool = False

    def __post_init__(self) -> None:
        if not self.least or min(low for pair in self.least.values() for low in pair) < 1:
            raise ValueError(f"check {self.number}: name at least one count, and at least 1 of each.")

    @property
    def name(self) -> str:
        return ALL[self.number]


@dataclass
class Record:
    """What one check did in this run."""

    check: Check
    is_full: bool
    tests: frozenset[str] = frozenset()
    ran: set[str] = field(default_factory=set)
    counts: dict[str, int] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)
    controls: dict[str, str] = field(default_factory=dict)
    failed: list[str] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)
    seconds: float = 0.0

    @property
    def state(self) -> str:
        """Return `pass`, `fail` with its reason, or `not run` with its reason. Fail comes before not run."""
        if self.failed:
            return f"fail: {self.failed[0]}"
        short = self.missing or self._not_tried() or self._below()
        return f"not run: {short[0]}" if short else "pass"

    def _not_tried(self) -> list[str]:
        wanted = [*self.check.controls, *(self.check.controls_full if self.is_full else ())]
        tests = [f"only {len(self.ran)} of {len(self.tests)} tests ran"] if self.tests - self.ran else []
        return tests + [f"the control was not tried: {name}" for name in wanted if name not in self.controls]

    def _below(self) -> list[str]:
        least = {name: pair[self.is_full] for name, pair in self.check.least.items()}
        return [
            f"{self.counts.get(name, 0):,} of at least {low:,} {name}"
            for name, low in least.items()
            if self.counts.get(name, 0) < low
        ]

    @property
    def counted(self) -> str:
        counts = [f"{count:,} {name}" for name, count in self.counts.items()]
        return "; ".join([*counts, *dict.fromkeys(self.notes)])


class Proof:
    """What a test of a check holds in its hand: the fixture `proof`."""

    def __init__(self, record: Record) -> None:
        self.record = record
        self.is_full = record.is_full

    def size(self, short: T, full: T) -> T:
        """Choose between the short and the full size."""
        return full if self.is_full else short

    def count(self, name: str, number: int = 1) -> None:
        """Add to what was tried or looked at. A name that `least` holds must reach its least."""
        self.record.counts[name] = self.record.counts.get(name, 0) + number

    def none(self, name: str, found: Sized) -> None:
        """Fail where there is any: "0 accepted" stands in the table; the first three are shown."""
        self.note(f"{len(found):,} {name}")
        assert not found, f"{len(found):,} {name}: {list(found)[:3]}"  # type: ignore[call-overload]

    def note(self, words: str) -> None:
        """Put a figure into the table that no least belongs to: a seed, a slowest write, a version."""
        self.record.notes.append(words)

    def control(self, name: str, *, noticed: bool, seen: str) -> None:
        """Say whether the deliberately wrong setting was caught, and by what figure."""
        self.record.controls[name] = f"{'noticed' if noticed else 'NOT noticed'}: {seen}"
        if not noticed:
            pytest.fail(f"{UNNOTICED}: {name} ({seen})", pytrace=False)

    @contextmanager
    def must_fail(self, name: str) -> Iterator[None]:
        """Run the same assertions on a deliberately wrong setting; only a failed assertion is a notice."""
        try:
            yield
        except AssertionError as error:
            self.control(name, noticed=True, seen=first_line(error))
            return
        self.control(name, noticed=False, seen="every assertion held")

    def left_out(self, part: str, reason: str) -> None:
        """Say that a part of this check could not be run here: the whole check is then not run."""
        self.record.missing.append(f"{part}: {reason}")

    def not_run(self, reason: str) -> None:
        """Stop: what this check needs is not here."""
        pytest.skip(reason)


def first_line(error: BaseException, most: int = 160) -> str:
    """Return the first line of what was raised, cut."""
    line = (str(error).splitlines() or [type(error).__name__])[0]
    return line if len(line) <= most else line[: most - 1] + "…"
