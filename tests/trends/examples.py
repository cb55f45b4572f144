"""The worked examples of the specification, as inputs; and a maker of random records."""

from datetime import UTC, datetime, timedelta
from math import floor, sin

import numpy as np

from troth.trends import Event, Promise, Rating

NOON = datetime(2026, 1, 1, 12, tzinfo=UTC)
PROMISES = """
p1  | 2026-01-02 | 2026-01-05 | kept         | 2026-01-05 | small  | ability     |
p2  | 2026-01-04 | 2026-01-12 | kept         | 2026-01-14 | medium | integrity   |
p3  | 2026-01-10 | 2026-01-20 | missed       | 2026-01-21 | medium | integrity   | 2026-01-25
p4  | 2026-01-18 | 2026-01-25 | kept         | 2026-01-24 | tiny   | benevolence |
p5  | 2026-01-26 | 2026-02-02 | kept         | 2026-02-02 | large  | integrity   |
p6  | 2026-02-01 | 2026-02-08 | renegotiated | 2026-02-05 | medium | ability     |
p7  | 2026-02-06 | 2026-02-10 | missed       | 2026-02-10 | small  | benevolence |
p8  | 2026-02-12 | 2026-02-15 | kept         | 2026-02-15 | medium | integrity   |
p9  | 2026-02-18 | 2026-02-28 | renegotiated | 2026-03-05 | medium | ability     |
p10 | 2026-03-01 | 2026-03-08 | kept         | 2026-03-08 | medium | benevolence |
p11 | 2026-03-05 | 2026-03-15 | open         |            | large  | integrity   |
p12 | 2026-03-18 | 2026-04-10 | open         |            | small  | ability     |
"""
COLUMNS = ("id", "made", "due", "outcome", "at", "size", "dimension", "repaired")


def promise_rows() -> list[dict[str, str]]:
    """The twelve promises as cells."""
    cells = [[cell.strip() for cell in line.split("|")] for line in PROMISES.strip().splitlines()]
    return [dict(zip(COLUMNS, row, strict=True)) for row in cells]


def noon(day: str) -> datetime | None:
    """A bare date is noon."""
    return datetime.fromisoformat(day).replace(hour=12, tzinfo=UTC) if day else None


def end_of(day: str) -> datetime:
    """The end of a day."""
    return datetime.fromisoformat(day).replace(tzinfo=UTC) + timedelta(days=1)


def promises() -> list[Promise]:
    """The twelve promises."""
    return [
        Promise(
            noon(row["due"]), row["outcome"], noon(row["at"]), noon(row["made"]), row["size"], row["dimension"],
            noon(row["repaired"]), id=row["id"],
        )
        for row in promise_rows()
    ]  # fmt: skip


def _ratings(value) -> list[Rating]:
    return [Rating(NOON + timedelta(days=d), floor(value(d))) for d in range(56) if d % 5 != 3]


UP = _ratings(lambda d: 5.5 + 1.6 * sin(1.7 * d) + 1.5 * (d >= 28))
DOWN = _ratings(lambda d: 5.5 + 1.6 * sin(1.7 * d) - 3 * (d >= 44))
AT = end_of("2026-02-25")
BREACH = Event(datetime(2026, 2, 14, 6, tzinfo=UTC))


def random_ratings(rng: np.random.Generator, count: int, *, days: float) -> list[Rating]:
    """Ratings at irregular moments, some of them equal."""
    when = np.sort(rng.uniform(0, days, count))
    when[1:] = np.where(rng.random(count - 1) < 0.1, when[:-1], when[1:])
    values = np.clip(np.round(5 + np.cumsum(rng.normal(0, 0.3, count)) + rng.normal(0, 1.2, count), 1), 0, 10)
    return [
        Rating(NOON + timedelta(seconds=round(day * 86400)), float(value))
        for day, value in zip(when, values, strict=True)
    ]
