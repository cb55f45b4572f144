"""A mixture of Student's t with its sums compiled; the answers are those of `mixture`."""

from dataclasses import dataclass
from functools import lru_cache
from math import atan, sqrt
from statistics import NormalDist

import numpy as np
from numba import njit
from numpy.typing import NDArray

from troth.trends.mixture import halley
from troth.trends.student import CELLS, StudentTable, student_log_density, student_table

Numbers = NDArray[np.float64]
# Most lanes lie within this many scales; for them a table over t itself spares the arctangent.
REACH, STEPS = 16.0, 2_048
compiled = njit(error_model="numpy", fastmath={"contract", "reassoc"})


@dataclass(frozen=True, slots=True)
class CompiledMixture:
    """The same fields and answers as `Mixture`."""

    degrees: int
    weight: Numbers
    centre: Numbers
    scale: Numbers

    @property
    def mean(self) -> float:
        """The mean of the mixture."""
        return float(self.weight @ self.centre)

    def at_most(self, x: float) -> float:
        """Give the probability of at most ``x``."""
        return self._sums(x, 1 / self.scale)[0]

    def more_than(self, x: float) -> float:
        """Give the probability of more than ``x``."""
        near, far = _tables(self.degrees)
        turned = _sums(-x, self.weight, -self.centre, 1 / self.scale, self.degrees, near, far)
        return float(turned[0])

    def quantile(self, p: float) -> float:
        """Give the point below which lies the share ``p``."""
        inverse, scale = 1 / self.scale, self.scale
        spread = self.weight @ ((self.centre - self.mean) ** 2 + scale**2)
        guess = self.mean + NormalDist().inv_cdf(p) * sqrt(float(spread))
        return halley(
            lambda x: self._sums(x, inverse), p, guess, least=float(scale.min()), most=float(scale.max())
        )

    def _sums(self, x: float, inverse: Numbers) -> tuple[float, float, float]:
        near, far = _tables(self.degrees)
        height, density, bend = _sums(x, self.weight, self.centre, inverse, self.degrees, near, far)
        return float(height), float(density), float(bend)


@lru_cache(maxsize=256)
def _tables(degrees: int) -> tuple[Numbers, Numbers]:
    """Give the distribution function less a half as cubics: over even steps of t, and over the angle for the tails."""
    far: StudentTable = student_table(degrees)
    edges, width = np.linspace(0, REACH, STEPS + 1), REACH / STEPS
    heights, slopes = far.cdf(edges) - 0.5, np.exp(student_log_density(edges, degrees)) * width
    rise, left, right = np.diff(heights), slopes[:-1], slopes[1:]
    near = np.stack((heights[:-1], left, 3 * rise - 2 * left - right, left + right - 2 * rise), axis=1)
    beyond = np.stack((far.heights, far.slopes, far.bends, far.twists), axis=1)
    return near, np.concatenate((beyond, [[far.width, sqrt(degrees), 0.0, 0.0]]))


@compiled
def _sums(x, weight, centre, inverse, degrees, near, far):  # type: ignore[no-untyped-def]
    height, density, bend = 0.0, 0.0, 0.0
    width, root = far[CELLS, 0], far[CELLS, 1]
    for lane in range(len(weight)):
        t = (x - centre[lane]) * inverse[lane]
        size = abs(t)
        if size < REACH:
            place = size * (STEPS / REACH)
            cell = min(int(place), STEPS - 1)
            part, row, turn = place - cell, near[cell], STEPS / REACH
        else:
            place = atan(size / root) / width
            cell = min(int(place), CELLS - 1)
            part, row = min(place - cell, 1.0), far[cell]
            turn = 1 / (width * root * (1 + t * t / degrees))
        above = row[0] + part * (row[1] + part * (row[2] + part * row[3]))
        slope = (row[1] + part * (2 * row[2] + 3 * part * row[3])) * turn * inverse[lane] * weight[lane]
        height += weight[lane] * (0.5 + (above if t >= 0 else -above))
        density += slope
        bend -= slope * (degrees + 1) * t * inverse[lane] / (degrees + t * t)
    return height, density, bend
