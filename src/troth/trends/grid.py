"""The grid of the felt-trust model: how fast the level moves, how large and how lasting moods are, and what is likely."""

from dataclasses import dataclass
from functools import cache
from itertools import product
from math import exp

import numpy as np
from numpy.typing import NDArray

from troth.trends.inputs import Prior

Numbers = NDArray[np.float64]

# Version mood-1, fitted on the mood of the even-numbered couples of a diary (specification of trends, 4.2).
Q = (1e-6, exp(-8), exp(-6.5), exp(-5), exp(-3.5), exp(-2), exp(-0.5))
Q_PRIOR = (0.13, 0.13, 0.13, 0.16, 0.33, 0.09, 0.03)
R = (0.0, 0.2, 0.5, 1.0, 3.0)
R_PRIOR = (0.08, 0.12, 0.20, 0.44, 0.16)
TAU = (0.7, 1.5, 3.0, 6.0, 12.0)
TAU_PRIOR = (0.52, 0.24, 0.09, 0.07, 0.08)
# Variance of a jump, in noise variances; degrees of freedom and scale of the prior of the noise.
JUMP_VARIANCE = 1.5
PRIOR_DEGREES = 2.0
PRIOR_SCALE = 1.0


@dataclass(frozen=True, slots=True)
class Grid:
    """Lanes: ``q`` level variance a day, ``r`` mood variance (both in noise variances), ``tau`` days a mood lasts."""

    q: Numbers
    r: Numbers
    tau: Numbers
    log_prior: Numbers


def part_of(grid: Grid, lanes: slice) -> Grid:
    """Take some of the lanes."""
    return Grid(grid.q[lanes], grid.r[lanes], grid.tau[lanes], grid.log_prior[lanes])


@cache
def grid_of(prior: Prior) -> Grid:
    """Lay out the 147 points of a prior.

    Parameters
    ----------
    prior : ``mood-1``, or ``sceptical`` for equal weights

    Returns
    -------
    Grid : four arrays of 147; where ``r`` is 0, ``tau`` is 1 and does nothing

    Raises
    ------
    Nothing.

    Source
    ------
    Specification of trends, 4.2.

    Examples
    --------
    >>> found = grid_of("mood-1")
    >>> len(found.q), round(float(np.exp(found.log_prior).sum()), 12)
    (147, 1.0)
    """
    moods = [(0.0, 1.0, R_PRIOR[0])]
    moods += [
        (r, tau, p * share)
        for (r, p), (tau, share) in product(
            zip(R[1:], R_PRIOR[1:], strict=True), zip(TAU, TAU_PRIOR, strict=True)
        )
    ]
    rows = [
        (q, r, tau, p * share) for (q, p), (r, tau, share) in product(zip(Q, Q_PRIOR, strict=True), moods)
    ]
    q, r, tau, weight = np.array(rows).T.copy()
    if prior == "sceptical":
        weight = np.full_like(weight, 1 / len(rows))
    return Grid(q, r, tau, np.log(weight))


def one_lane(*, q: float, r: float, tau: float | None) -> Grid:
    """Make a grid of one point."""
    return Grid(np.array([q]), np.array([r]), np.array([1.0 if tau is None else tau]), np.zeros(1))
