"""A weighted mixture of Student's t: probabilities and quantiles."""

from collections.abc import Callable
from dataclasses import dataclass
from math import sqrt
from statistics import NormalDist

import numpy as np
from numpy.typing import NDArray

from troth.trends.student import StudentTable, student_table

Numbers = NDArray[np.float64]
# Lanes below e^-22 of the best one's weight are left out: together they hold less than 1e-6.
LIGHT = 22.0
# A last step of Halley's shorter than this share of the smallest scale leaves an error of about its cube.
NEAR = 3e-4
MOST_STEPS = 200


@dataclass(frozen=True, slots=True)
class Mixture:
    """Student's t of one number of degrees, with centres, scales, and weights that add up to 1; one place a lane."""

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
        return float(self.weight @ student_table(self.degrees).cdf((x - self.centre) / self.scale))

    def more_than(self, x: float) -> float:
        """Give the probability of more than ``x``, exact also where it is small."""
        return float(self.weight @ student_table(self.degrees).cdf((self.centre - x) / self.scale))

    def quantile(self, p: float) -> float:
        """Give the point below which lies the share ``p``."""
        spread = self.weight @ ((self.centre - self.mean) ** 2 + self.scale**2)
        guess = self.mean + NormalDist().inv_cdf(p) * sqrt(float(spread))
        table, inverse = student_table(self.degrees), 1 / self.scale
        return halley(
            lambda x: _sums(self, table, inverse, x),
            p,
            guess,
            least=float(self.scale.min()),
            most=float(self.scale.max()),
        )


def normalised(log_weight: Numbers) -> tuple[NDArray[np.bool_], Numbers]:
    """Say which lanes have weight, and how much: weights in logarithms become shares of 1."""
    kept = log_weight > log_weight.max() - LIGHT
    weight = np.exp(log_weight[kept] - log_weight.max())
    return kept, weight / weight.sum()


def halley(
    sums: Callable[[float], tuple[float, float, float]], p: float, guess: float, *, least: float, most: float
) -> float:
    """Find a quantile by Halley's method inside a bracket that grows until it holds the quantile, then shrinks.

    `sums` gives distribution function, density and its slope; `least` and `most` are the smallest and the largest scale.
    """
    low, high, reach, x = -np.inf, np.inf, most, guess
    for _ in range(MOST_STEPS):
        height, density, bend = sums(x)
        miss = height - p
        step = miss / density if density > 0 else np.inf
        nearer = x - step / max(1 - step * bend / (2 * density), 0.5) if np.isfinite(step) else np.inf
        if abs(nearer - x) <= NEAR * least:
            return float(nearer)
        low, high = (low, x) if miss > 0 else (x, high)
        if not low < nearer < high or abs(nearer - x) > 4 * reach:
            nearer = (low + high) / 2 if np.isfinite(low + high) else x - np.copysign(2 * reach, miss)
            reach *= 2
        x = float(nearer)
    return x


def _sums(mixture: Mixture, table: StudentTable, inverse: Numbers, x: float) -> tuple[float, float, float]:
    t = (x - mixture.centre) * inverse
    height, slope = table.cdf_and_slope(t)
    slope *= inverse
    slope *= mixture.weight
    falls = t * inverse
    t *= t
    t += mixture.degrees
    falls /= t
    bend = -(mixture.degrees + 1) * float(slope @ falls)
    return float(mixture.weight @ height), float(slope.sum()), bend
