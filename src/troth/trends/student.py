"""Student's t: distribution function and quantile, exactly; and as a table for many points of one kind."""

from dataclasses import dataclass
from functools import lru_cache
from math import exp, lgamma, pi, sqrt

import numpy as np
from numpy.typing import NDArray

from troth.trends.beta import beta_cdf, beta_quantile

Numbers = NDArray[np.float64]
CELLS = 1024
# The table ends where the tail holds nothing: this many times the spread of the angle.
REACH = 12.0
NODES, SHARES = np.polynomial.legendre.leggauss(4)


def student_cdf(t: float, degrees: float) -> float:
    """Give the probability of at most ``t`` under Student's t.

    Parameters
    ----------
    t : where
    degrees : degrees of freedom, above 0

    Returns
    -------
    float : the probability; absolute error below 1e-10

    Raises
    ------
    Nothing.

    Source
    ------
    Abramowitz and Stegun 26.7.1 and 26.5.27: by the incomplete beta function.

    Examples
    --------
    >>> f"{student_cdf(1.5, 4):.10f} {student_cdf(0.2, 2):.10f} {student_cdf(-3, 46):.10f}"
    '0.8960000000 0.5700140042 0.0021741816'
    """
    # Near 0 the share of t² keeps its digits; far out its counterpart does.
    square = t * t
    if square < degrees:
        half = beta_cdf(square / (degrees + square), 0.5, degrees / 2) / 2
        return 0.5 + half if t >= 0 else 0.5 - half
    tail = beta_cdf(degrees / (degrees + square), degrees / 2, 0.5) / 2
    return 1 - tail if t >= 0 else tail


def student_quantile(p: float, degrees: float) -> float:
    """Give the point below which lies the share ``p``, between 0 and 1, of Student's t.

    Parameters
    ----------
    p : the share, between 0 and 1
    degrees : degrees of freedom, above 0

    Returns
    -------
    float : the quantile

    Raises
    ------
    Nothing.

    Source
    ------
    The inverse of `student_cdf`.

    Examples
    --------
    >>> round(student_quantile(0.9, 4), 8)
    1.53320627
    """
    if p == 0.5:
        return 0.0
    tail = 2 * min(p, 1 - p)
    if tail > 0.5:
        share = beta_quantile(1 - tail, 0.5, degrees / 2)
        size = sqrt(degrees * share / (1 - share))
    else:
        share = beta_quantile(tail, degrees / 2, 0.5)
        size = sqrt(degrees * (1 - share) / share)
    return size if p > 0.5 else -size


@dataclass(frozen=True, slots=True)
class StudentTable:
    """The distribution function over the angle ``atan(t / √degrees)``, cubic between even steps: error below 1e-10."""

    degrees: float
    width: float
    heights: Numbers
    slopes: Numbers
    bends: Numbers
    twists: Numbers

    def cdf(self, t: Numbers) -> Numbers:
        """Give the probability of at most each ``t``; any shape."""
        return self.cdf_and_slope(t)[0]

    def cdf_and_slope(self, t: Numbers) -> tuple[Numbers, Numbers]:
        """Give the probability of at most each ``t``, and its slope, which is exact to about 1e-7."""
        share = np.abs(t)
        share *= 1 / sqrt(self.degrees)
        place = np.arctan(share)
        place *= 1 / self.width
        np.minimum(place, CELLS - 1e-9, out=place)
        cell = place.astype(np.int32)
        place -= cell
        left, bend, twist = self.slopes.take(cell), self.bends.take(cell), self.twists.take(cell)
        twist *= place
        above = bend + twist
        above *= place
        # height = left·p + bend·p² + twist·p³; slope = left + 2·bend·p + 3·twist·p²
        slope = above + above + place * twist + left
        above += left
        above *= place
        above += self.heights.take(cell)
        share *= share
        share += 1
        slope /= share
        slope *= 1 / (self.width * sqrt(self.degrees))
        return 0.5 + np.copysign(above, t), slope


@lru_cache(maxsize=1024)
def student_table(degrees: int) -> StudentTable:
    """Lay out Student's t of at least 2 degrees of freedom. Kept, because all lanes of an answer share it."""
    end = min(pi / 2, REACH / sqrt(degrees))
    width = end / CELLS
    # Not gamma itself: it overflows beyond 170 degrees.
    norm = exp(lgamma((degrees + 1) / 2) - lgamma(degrees / 2)) / sqrt(pi)
    edges = np.linspace(0, end, CELLS + 1)
    inside = edges[:-1, None] + width * (NODES + 1) / 2
    areas = (np.cos(inside) ** (degrees - 1)) @ (SHARES * width / 2) * norm
    heights = np.concatenate(([0.0], np.cumsum(areas)))
    slopes = norm * width * np.maximum(np.cos(edges), 0) ** (degrees - 1)
    left, right = slopes[:-1], slopes[1:]
    return StudentTable(
        degrees, width, heights[:-1], left, 3 * areas - 2 * left - right, left + right - 2 * areas
    )


def student_log_density(t: Numbers, degrees: Numbers | float) -> Numbers:
    """Give the log density of the standard Student's t; ``degrees`` is one number."""
    nu = float(degrees)
    norm = lgamma((nu + 1) / 2) - lgamma(nu / 2) - 0.5 * np.log(nu * pi)
    found: Numbers = norm - (nu + 1) / 2 * np.log1p(t * t / nu)
    return found
