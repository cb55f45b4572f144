"""Two things, timed in turn, so that a busy machine slows both alike."""

import gc
import time
from collections.abc import Callable
from dataclasses import dataclass
from statistics import median

Clock = Callable[[], float]
Work = Callable[[], object]


@dataclass(frozen=True)
class Pair:
    """Medians in seconds."""

    ours: float
    yardstick: float

    @property
    def ratio(self) -> float:
        return self.ours / self.yardstick


def in_turn(ours: Work, yardstick: Work, *, times: int, clock: Clock = time.perf_counter) -> Pair:
    """Do ours, the yardstick, ours, … so often; return the medians. One round before them warms both."""
    ours(), yardstick()
    gc.collect()
    gc.freeze()  # as the server does once it has started
    both = [(once(ours, clock), once(yardstick, clock)) for _ in range(times)]
    return Pair(median(mine for mine, _ in both), median(theirs for _, theirs in both))


def once(work: Work, clock: Clock = time.perf_counter) -> float:
    """Time one run."""
    begun = clock()
    work()
    return clock() - begun


def many(work: Work, count: int) -> Work:
    """Do something short so often that a clock can see it."""

    def often() -> None:
        for _ in range(count):
            work()

    return often
