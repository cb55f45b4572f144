"""Both passes, compiled: eight lanes at a time through a whole record, so that everything stays in the processor's cache.

The arithmetic is that of `forward` and `backward`, line by line. Several logged breaches are left to them.
"""

from collections.abc import Iterator, Sequence
from math import exp, log

import numpy as np
from numba import njit
from numpy.typing import NDArray

from troth.trends.backward import Shocks
from troth.trends.grid import PRIOR_DEGREES, PRIOR_SCALE, Grid
from troth.trends.hypotheses import Ends
from troth.trends.model import Case, numpy_passes

Numbers = NDArray[np.float64]
SQUARES = PRIOR_DEGREES * PRIOR_SCALE**2
# Lanes side by side; and rows of the scratch that hold their state, before the rows that each rating leaves.
W, STATE, LEFT = 8, 14, 6
compiled = njit(error_model="numpy", fastmath={"contract"})


def compiled_passes(cases: Sequence[Case], grid: Grid) -> Iterator[tuple[Ends, Shocks]]:
    """Run both passes, one person after the other."""
    for case in cases:
        if case.possible.logged:
            yield from numpy_passes([case], grid)
        else:
            yield _one(case, grid)


def _one(case: Case, grid: Grid) -> tuple[Ends, Shocks]:
    plan, lanes = case.plan, len(grid.q)
    ends, shocks = np.empty((6, lanes)), np.empty((4, len(plan.jumps), lanes))
    scratch = np.empty(W * (STATE + LEFT * len(plan.at)))
    gaps = np.diff(plan.at, prepend=plan.at[0])
    lane_values = np.stack((grid.q, grid.r, grid.tau))
    stretches = np.stack((gaps, plan.value, plan.c, plan.m1, plan.m2))
    _run(stretches, plan.tail, lane_values, plan.place, plan.after, ends, shocks, scratch)
    score, level, d, information = shocks
    return Ends(*ends), Shocks(score, level, d, information, np.empty((0, 0, lanes)))


@compiled
def _run(rows, tail, grid, place, after, ends, shocks, z):  # type: ignore[no-untyped-def]
    n, lanes = rows.shape[1], grid.shape[1]
    for first in range(0, lanes, W):
        _begin(rows[1, 0], grid, first, z)
        _nodes(rows, 0, z)
        for row in range(1, n):
            _time(rows, grid, first, row, z)
            _rating(rows[0, row], rows[1, row], W * (STATE + LEFT * (row - 1)), z)
            if row % 16 == 0:
                _logs(z)
            _nodes(rows, row, z)
        _logs(z)
        for lane in range(min(W, lanes - first)):
            g = first + lane
            ends[0, g], ends[1, g] = z[3 * W + lane], z[lane] + grid[0, g] * tail
            ends[2, g], ends[3, g] = z[7 * W + lane], z[9 * W + lane]
            ends[4, g], ends[5, g] = z[10 * W + lane], z[11 * W + lane]
        _back(rows, first, place, after, shocks, z)


@compiled
def _begin(value, grid, first, z):  # type: ignore[no-untyped-def]
    # Rows: variances of level, shared, mood less r; level; mood; the contrast with both; squares; product and log of F;
    # contrast; its variance; q; r.
    for lane in range(W):
        g = min(first + lane, grid.shape[1] - 1)
        q, r = grid[0, g], grid[1, g]
        z[lane], z[W + lane], z[2 * W + lane] = 1 + r, -r, 0.0
        z[3 * W + lane] = value
        for row in (4, 5, 6, 9, 10, 11):
            z[row * W + lane] = 0.0
        z[7 * W + lane], z[8 * W + lane] = SQUARES, 1.0
        z[12 * W + lane], z[13 * W + lane] = q, r


@compiled
def _time(rows, grid, first, row, z):  # type: ignore[no-untyped-def]
    kept = W * (STATE + LEFT * (row - 1) + 5)
    if row > 1 and rows[0, row] == rows[0, row - 1]:
        for lane in range(W):
            z[kept + lane] = z[kept - LEFT * W + lane]
        return
    for lane in range(W):
        z[kept + lane] = exp(-rows[0, row] / grid[2, min(first + lane, grid.shape[1] - 1)])


@compiled
def _rating(gap, value, kept, z):  # type: ignore[no-untyped-def]
    for lane in range(W):
        phi = z[kept + 5 * W + lane]
        p00, p01 = z[lane] + z[12 * W + lane] * gap, z[W + lane] * phi
        p11 = z[2 * W + lane] * phi * phi
        level, mood = z[3 * W + lane], z[4 * W + lane] * phi
        c0, c1 = z[5 * W + lane], z[6 * W + lane] * phi
        g0, g1 = p00 + p01, p01 + p11 + z[13 * W + lane]
        f = g0 + g1 + 1.0
        inverse = 1.0 / f
        v, m = value - level - mood, c0 + c1
        k0, k1, score, shared = g0 * inverse, g1 * inverse, v * inverse, m * inverse
        z[lane], z[W + lane], z[2 * W + lane] = p00 - k0 * g0, p01 - k0 * g1, p11 - k1 * g1
        z[3 * W + lane], z[4 * W + lane] = level + k0 * v, mood + k1 * v
        z[5 * W + lane], z[6 * W + lane] = c0 - k0 * m, c1 - k1 * m
        z[7 * W + lane] += score * v
        z[8 * W + lane] *= f
        z[10 * W + lane] += shared * v
        z[11 * W + lane] -= shared * m
        z[kept + lane], z[kept + W + lane] = k0, k1
        z[kept + 2 * W + lane], z[kept + 3 * W + lane], z[kept + 4 * W + lane] = score, shared, inverse


@compiled
def _logs(z):  # type: ignore[no-untyped-def]
    for lane in range(W):
        z[9 * W + lane] += log(z[8 * W + lane])
        z[8 * W + lane] = 1.0


@compiled
def _nodes(rows, row, z):  # type: ignore[no-untyped-def]
    c, m1, m2 = rows[2, row], rows[3, row], rows[4, row]
    # Weights may add up to nothing while what they need does not.
    if c == 0.0 and m1 == 0.0 and m2 == 0.0:
        return
    for lane in range(W):
        p00, q = z[lane], z[12 * W + lane]
        z[11 * W + lane] += c * c * p00 + q * m2 + 2 * c * z[5 * W + lane]
        z[10 * W + lane] += c * z[3 * W + lane]
        z[5 * W + lane] += c * p00 + q * m1
        z[6 * W + lane] += c * z[W + lane]


@compiled
def _back(rows, first, place, after, shocks, z):  # type: ignore[no-untyped-def]
    # Rows: score of level and mood; information of both; what the level's end and the contrast answer.
    n, jump = rows.shape[1], len(place) - 1
    for lane in range(W):
        for row in range(9):
            z[row * W + lane] = 0.0
        z[5 * W + lane] = 1.0
    jump = _see(n, jump, first, place, after, shocks, z)
    for row in range(n - 1, 0, -1):
        for lane in range(W):
            z[7 * W + lane] += rows[2, row]
        kept = W * (STATE + LEFT * (row - 1))
        _undo(kept, z)
        jump = _see(row, jump, first, place, after, shocks, z)
        if jump < 0:
            return
        for lane in range(W):
            phi = z[kept + 5 * W + lane]
            z[W + lane] *= phi
            z[3 * W + lane] *= phi
            z[4 * W + lane] *= phi * phi
            z[6 * W + lane] *= phi
            z[8 * W + lane] *= phi


@compiled
def _undo(kept, z):  # type: ignore[no-untyped-def]
    for lane in range(W):
        k0, k1 = z[kept + lane], z[kept + W + lane]
        move = z[kept + 2 * W + lane] - k0 * z[lane] - k1 * z[W + lane]
        z[lane] += move
        z[W + lane] += move
        n00, n01, n11 = z[2 * W + lane], z[3 * W + lane], z[4 * W + lane]
        a, b = n00 * k0 + n01 * k1, n01 * k0 + n11 * k1
        both = k0 * a + k1 * b + z[kept + 4 * W + lane]
        z[2 * W + lane], z[3 * W + lane], z[4 * W + lane] = (
            n00 - 2 * a + both,
            n01 - a - b + both,
            n11 - 2 * b + both,
        )
        move = k0 * z[5 * W + lane] + k1 * z[6 * W + lane]
        z[5 * W + lane] -= move
        z[6 * W + lane] -= move
        move = k0 * z[7 * W + lane] + k1 * z[8 * W + lane] + z[kept + 3 * W + lane]
        z[7 * W + lane] -= move
        z[8 * W + lane] -= move


@compiled
def _see(row, jump, first, place, after, shocks, z):  # type: ignore[no-untyped-def]
    while jump >= 0 and place[jump] >= row:
        for lane in range(min(W, shocks.shape[2] - first)):
            g = first + lane
            shocks[0, jump, g], shocks[1, jump, g] = z[lane], z[5 * W + lane]
            shocks[2, jump, g], shocks[3, jump, g] = z[7 * W + lane] + after[jump], z[2 * W + lane]
        jump -= 1
    return jump
