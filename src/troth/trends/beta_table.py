"""A Beta distribution laid out as a table over the angle whose squared sine is the share."""

from dataclasses import dataclass
from math import asin, lgamma, pi, sqrt

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.float64]
CELLS = 640
NODES, SHARES = np.polynomial.legendre.leggauss(4)
# In standard deviations of the angle; a Beta holds less than 1e-15 beyond.
REACH = 14.0


@dataclass(frozen=True, slots=True)
class Table:
    """Distribution function and its slope at angles from ``start`` over ``width``, denser towards both ends; cubic between.

    Cells are even in the coordinate ``arccos(1 − 2·share of the width)/π``, because a Beta may rise steeply at 0 and 1.
    """

    start: float
    width: float
    heights: Numbers
    slopes: Numbers

    def heights_at(self, angles: Numbers) -> Numbers:
        """Read the distribution function."""
        along = np.clip((angles - self.start) / self.width, 0, 1)
        place = np.arccos(1 - 2 * along) * (CELLS / pi)
        cell = np.minimum(place.astype(np.intp), CELLS - 1)
        return self._cubic(cell, place - cell)[0]

    def points_at(self, shares: Numbers) -> Numbers:
        """Read quantiles, as angles."""
        cell = np.clip(np.searchsorted(self.heights, shares, side="right") - 1, 0, CELLS - 1)
        rise = self.heights[cell + 1] - self.heights[cell]
        along = np.clip((shares - self.heights[cell]) / np.maximum(rise, 1e-300), 0, 1)
        for _ in range(5):
            height, slope = self._cubic(cell, along)
            along = np.clip(along - (height - shares) / np.maximum(slope, 1e-300), 0, 1)
        found: Numbers = self.start + self.width * (1 - np.cos(pi * (cell + along) / CELLS)) / 2
        return found

    def _cubic(self, cell: NDArray[np.intp], along: Numbers) -> tuple[Numbers, Numbers]:
        """Give height and slope (per cell) of the cubic that fits heights and slopes at both ends."""
        low, rise = self.heights[cell], self.heights[cell + 1] - self.heights[cell]
        left, right = self.slopes[cell], self.slopes[cell + 1]
        bend, twist = 3 * rise - 2 * left - right, left + right - 2 * rise
        height = low + along * (left + along * (bend + along * twist))
        return height, left + along * (2 * bend + 3 * along * twist)


def table_of(a: float, b: float) -> Table:
    """Lay out Beta(a, b), both at least a half: the density, integrated from cell to cell."""
    middle, spread = asin(sqrt(a / (a + b))), REACH / (2 * sqrt(a + b))
    start, end = max(0.0, middle - spread), min(pi / 2, middle + spread)
    edges = np.linspace(0, pi, CELLS + 1)
    inside = edges[:-1, None] + (NODES + 1) * (pi / CELLS / 2)
    areas = _density(inside, a, b, start, end) @ SHARES * (pi / CELLS / 2)
    whole = areas.sum()
    heights = np.concatenate(([0.0], np.cumsum(areas))) / whole
    slopes = _density(edges, a, b, start, end) * (pi / CELLS) / whole
    return Table(start, end - start, heights, slopes)


def _density(turn: Numbers, a: float, b: float, start: float, end: float) -> Numbers:
    """Give the density over the coordinate of the table; the whole of it is made 1 afterwards."""
    angles = np.clip(start + (end - start) * (1 - np.cos(turn)) / 2, 1e-12, pi / 2 - 1e-8)
    norm = lgamma(a + b) - lgamma(a) - lgamma(b)
    logs = norm + (2 * a - 1) * np.log(np.sin(angles)) + (2 * b - 1) * np.log(np.cos(angles))
    found: Numbers = np.exp(logs) * np.sin(turn) * (end - start)
    return found
