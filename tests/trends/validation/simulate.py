"""People whose truth is known: ratings of a level that stands, jumps, walks or climbs, with moods and noise."""

from dataclasses import dataclass

import numpy as np

from troth.trends.moments import DAY
from troth.trends.record import Record

NOON = 0.5 * DAY


@dataclass(frozen=True)
class Habit:
    """How a person answers. `carry` is the days over which half of the noise variance lasts; 0 is none."""

    sd: float = 1.5
    carry: float = 0.0
    missing: float = 0.4
    whole: bool = True
    heavy_tails: bool = False
    skips_low: float = 0.0
    weekend: float = 0.0
    drift: float = 0.0


def noise(rng: np.random.Generator, days: int, habit: Habit) -> np.ndarray:
    """Noise of each day; with `carry`, half its variance is an Ornstein-Uhlenbeck mood."""
    fresh = rng.standard_t(4, days) / np.sqrt(2) if habit.heavy_tails else rng.normal(size=days)
    if not habit.carry:
        return habit.sd * fresh
    phi = np.exp(-1 / habit.carry)
    mood = np.empty(days)
    mood[0] = rng.normal()
    for day in range(1, days):
        mood[day] = phi * mood[day - 1] + np.sqrt(1 - phi**2) * rng.normal()
    return habit.sd * np.sqrt(0.5) * (fresh + mood)


def answered(rng: np.random.Generator, level: np.ndarray, habit: Habit) -> tuple[np.ndarray, np.ndarray]:
    """Days that were answered, and the ratings, kept on the scale."""
    days = len(level)
    felt = level + noise(rng, days, habit) + habit.drift * np.arange(days) / days
    felt += habit.weekend * (np.arange(days) % 7 >= 5)
    value = np.clip(np.round(felt) if habit.whole else felt, 0, 10)
    there = rng.random(days) >= habit.missing
    there &= ~((felt < 4) & (rng.random(days) < habit.skips_low))
    there[0] = True
    return np.flatnonzero(there), value[there]


def record(days: np.ndarray, value: np.ndarray, *, end: float) -> Record:
    """A record of noon ratings, as known at the end of a day."""
    known = days < end
    return Record(days[known] * DAY + NOON, value[known], end * DAY, 0)


def walk(rng: np.random.Generator, days: int, *, start: float, step: float) -> np.ndarray:
    """A level that walks."""
    return start + np.concatenate(([0.0], np.cumsum(rng.normal(0, step, days - 1))))
