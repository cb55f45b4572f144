"""The forward pass: level, mood and contrast, rating by rating, in all lanes of all people at once.

Four columns share one recursion (innovation = sum of the two parts, part −= gain × innovation): the two columns of the
covariance, minus the state itself, and the covariance of the contrast D with the state. See ``docs/models/trends.md``.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import prod
from typing import Any

import numpy as np
from numpy.typing import NDArray

from troth.trends.grid import JUMP_VARIANCE, PRIOR_DEGREES, PRIOR_SCALE, Grid
from troth.trends.plan import Plan

Numbers = NDArray[np.float64]
LEVEL, MOOD, STATE, CONTRAST = range(4)
GAINS, SCORE, SHARED, INVERSE = slice(2), 2, 3, 4
# Ratings a product of variances is taken over before its logarithm: far from overflow even after gaps of years.
CHUNK = 8
# Numbers that are kept to be used again: 64 MB. Longer records take memory of their own and give it back.
MOST_SCRATCH = 8_000_000


@dataclass(frozen=True, slots=True)
class Table:
    """Records of several people side by side: rows are ratings (the longest record's), columns people."""

    plans: tuple[Plan, ...]
    count: NDArray[np.intp]
    gaps: Numbers
    value: Numbers
    c: Numbers
    m1: Numbers
    m2: Numbers
    tail: Numbers

    @property
    def rows(self) -> int:
        """Ratings of the longest record."""
        return len(self.value)


class Scratch:
    """Memory that passes use one after the other: fresh memory costs more than the arithmetic in it."""

    def __init__(self) -> None:
        self.memory = np.empty(0)

    def take(self, shape: tuple[int, ...]) -> Numbers:
        """Give an array of that shape, with anything in it; the one given before is no longer good."""
        if prod(shape) > MOST_SCRATCH:
            return np.empty(shape)
        if self.memory.size < prod(shape):
            self.memory = np.empty(prod(shape))
        return self.memory[: prod(shape)].reshape(shape)


@dataclass(frozen=True, slots=True)
class Passed:
    """What the forward pass leaves. Shapes: ``[n − 1, …, people, lanes]`` a rating, ``[people, lanes]`` at the end.

    kept : for each rating but the first (the last few of them, if only sums were wanted), by `GAINS` (of level and mood), `SCORE` (v/F), `SHARED` (the contrast's gain) and
        `INVERSE` (1/F)
    phi, gap_of : how much of a mood is left, a row for each length of gap; and which row each rating's gap has (a number for one person, else an array)
    level, level_variance : at the end; s : sum of squares; log_f : sum of ln F; d, d_variance : the contrast
    states : after each rating, if asked for: level variance, its covariance with the mood, minus the level
    """

    kept: Numbers
    phi: Numbers
    gap_of: Sequence[Any]
    level: Numbers
    level_variance: Numbers
    s: Numbers
    log_f: Numbers
    d: Numbers
    d_variance: Numbers
    states: Numbers | None = None


def table_of(plans: Sequence[Plan]) -> Table:
    """Put records side by side, the shorter ones padded at their end."""
    rows = max(len(plan.at) for plan in plans)
    people = len(plans)
    gaps, value, c, m1, m2 = padded = np.zeros((5, rows, people))
    for column, plan in enumerate(plans):
        n = len(plan.at)
        gaps[1:n, column] = plan.gaps
        padded[1:, :n, column] = plan.value, plan.c, plan.m1, plan.m2
    count = np.array([len(plan.at) for plan in plans])
    tail = np.array([plan.tail for plan in plans])
    return Table(tuple(plans), count, gaps, value, c, m1, m2, tail)


def run_forward(
    table: Table,
    grid: Grid,
    *,
    jumps: Numbers | None = None,
    keep: bool = False,
    sums_only: bool = False,
    scratch: Scratch | None = None,
) -> Passed:
    """Run all lanes through all records.

    Parameters
    ----------
    table : ``people`` records of up to ``n`` ratings
    grid : the lanes
    jumps : ``[n, lanes]``, how often the level of a lane jumps before a rating; never if left out
    keep : whether the states after each rating are kept, for smoothing
    sums_only : whether what a backward pass needs may be dropped, so that everything stays in the processor's cache
    scratch : memory to use again; what is returned is then good until the next pass with it

    Returns
    -------
    Passed : evidence, level and contrast of each lane, and what the backward pass needs

    Raises
    ------
    Nothing.

    Source
    ------
    Specification of trends, 4.1 and 5.1 (a Kalman filter whose noise variance is integrated out; Harvey 1989).

    Examples
    --------
    >>> from troth.trends.grid import one_lane
    >>> from troth.trends.plan import plan_of
    >>> plan = plan_of(np.array([0, 1, 2.5, 6, 6, 11]), np.array([5.0, 6, 4, 7, 6, 8]), end=11)
    >>> found = run_forward(table_of([plan]), one_lane(q=0.03, r=1, tau=1.5))
    >>> round(float(found.level[0, 0]), 6), round(float(found.s[0, 0]), 6)
    (6.241462, 6.917606)
    """
    held = min(CHUNK, table.rows - 1) if sums_only else table.rows - 1
    run = _Run(table, grid, jumps=jumps, keep=keep, held=held, scratch=scratch or Scratch())
    run.after_rating(0)
    for row in range(1, table.rows):
        run.rating(row)
        run.after_rating(row)
    return run.passed()


def decay(days: Numbers, grid: Grid) -> Numbers:
    """Give how much of a mood is left after each number of days: one row a number, one column a lane."""
    taus, which = np.unique(grid.tau, return_inverse=True)
    found: Numbers = np.exp(-days[..., None] / taus)[..., which]
    return found


class _Run:
    """The state of all lanes, changed in place rating by rating."""

    def __init__(
        self, table: Table, grid: Grid, *, jumps: Numbers | None, keep: bool, held: int, scratch: Scratch
    ) -> None:
        self.table, self.grid, self.jumps = table, grid, jumps
        size = (len(table.plans), len(grid.q))
        gaps, which = np.unique(table.gaps[1:], return_inverse=True)
        which = which.reshape(table.rows - 1, len(table.plans))
        # One person's rows are found by number, which copies nothing; several people's are gathered.
        self.gap_of: list[Any] = which[:, 0].tolist() if len(table.plans) == 1 else list(which)
        self.phi, self.drift = decay(gaps, grid), np.multiply.outer(gaps, grid.q)
        self.x = np.zeros((2, 4, *size))
        self.x[0, LEVEL] = 1 + grid.r
        self.x[1, LEVEL] = self.x[0, MOOD] = -grid.r
        self.x[0, STATE] = -table.value[0, :, None]
        self.change, self.v, self.f = np.empty_like(self.x), np.empty((4, *size)), np.empty(size)
        self.held, self.kept = held, scratch.take((held, 5, *size))
        self.d, self.d_variance, self.log_f = np.zeros(size), np.zeros(size), np.zeros(size)
        self.s = np.full(size, PRIOR_DEGREES * PRIOR_SCALE**2)
        self.states = np.empty((table.rows, 3, *size)) if keep else None
        self.padded: NDArray[np.bool_] = np.arange(table.rows)[:, None] >= table.count[None, :]
        self.has_padded: list[bool] = np.any(self.padded, axis=1).tolist()
        self.has_nodes: list[bool] = np.any(table.c, axis=1).tolist()
        # Views, made once: parts of the state, and of the innovations.
        self.levels, self.moods = self.x
        self.value = table.value[:, :, None]
        self.level_variance, self.mood_column = self.x[0, LEVEL], self.x[:, MOOD]
        self.v_level, self.v_mood, self.v_state, _ = self.v

    def rating(self, row: int) -> None:
        """Let time pass and take in one rating of everybody."""
        v, f, kept, gap = self.v, self.f, self.kept[(row - 1) % self.held], self.gap_of[row - 1]
        phi = self.phi[gap]
        np.add(self.level_variance, self.drift[gap], self.level_variance)
        if self.jumps is not None:
            self.level_variance += JUMP_VARIANCE * self.jumps[row]
        np.multiply(self.mood_column, phi, self.mood_column)
        np.multiply(self.moods, phi, self.moods)
        np.add(self.levels, self.moods, v)
        # The variance of the mood is kept as its distance from r, so that time only shrinks it.
        np.add(self.v_mood, self.grid.r, self.v_mood)
        np.add(self.v_state, self.value[row], self.v_state)
        np.add(self.v_level, self.v_mood, f)
        np.add(f, 1.0, f)
        inverse = np.divide(1.0, f, kept[INVERSE])
        if self.has_padded[row]:
            inverse[self.padded[row]] = 0
        np.multiply(v, inverse, kept[:INVERSE])
        np.multiply(kept[GAINS, None], v, self.change)
        np.subtract(self.x, self.change, self.x)
        if row % CHUNK == 0 or row == self.table.rows - 1:
            self.add_up((row - 1) // CHUNK * CHUNK, row)

    def add_up(self, begin: int, end: int) -> None:
        """Add what some ratings left, while it is still in the processor's cache."""
        kept = self.kept[begin % self.held : (end - 1) % self.held + 1]
        score, shared, f = kept[:, SCORE], kept[:, SHARED], _f_of(kept[:, INVERSE])
        self.s += _sum(score, score, f)
        self.d += _sum(score, shared, f)
        self.d_variance -= _sum(shared, shared, f)
        self.log_f += np.log(np.multiply.reduce(f, axis=0))

    def after_rating(self, row: int) -> None:
        """Add the nodes of the contrast that lie between this rating and the next."""
        x = self.x
        if self.has_nodes[row]:
            c, q = self.table.c[row, :, None], self.grid.q
            self.d_variance += c * c * x[0, LEVEL] + q * self.table.m2[row, :, None] + 2 * c * x[0, CONTRAST]
            self.d -= c * x[0, STATE]
            x[0, CONTRAST] += c * x[0, LEVEL] + q * self.table.m1[row, :, None]
            x[1, CONTRAST] += c * x[1, LEVEL]
        if self.states is not None:
            state = self.states[row]
            state[0], state[1], state[2] = x[0, LEVEL], x[1, LEVEL], x[0, STATE]

    def passed(self) -> Passed:
        """Give what the ratings left."""
        return Passed(
            kept=self.kept,
            phi=self.phi,
            gap_of=self.gap_of,
            level=-self.x[0, STATE],
            level_variance=self.level_variance + self.table.tail[:, None] * self.grid.q,
            s=self.s,
            log_f=self.log_f,
            d=self.d,
            d_variance=self.d_variance,
            states=self.states,
        )


def _f_of(inverse: Numbers) -> Numbers:
    """Turn 1/F back into F; where a record has ended, it is 1."""
    ended = inverse == 0
    return 1 / np.where(ended, 1.0, inverse) if ended.any() else 1 / inverse


def _sum(one: Numbers, other: Numbers, f: Numbers) -> Numbers:
    found: Numbers = np.einsum("ijk,ijk,ijk->jk", one, other, f)
    return found
