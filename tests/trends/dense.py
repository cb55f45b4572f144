"""The same model a second time, slowly: one dense normal, no recursion. And the whole answer from it."""

from dataclasses import dataclass

import numpy as np
from scipy import special, stats

from troth.trends.grid import JUMP_VARIANCE, Grid


@dataclass(frozen=True)
class Dense:
    """Log evidence, and Student's t (centre, scale) of each asked sum of levels."""

    log_evidence: float
    degrees: float
    centre: np.ndarray
    scale: np.ndarray
    variance: np.ndarray


def dense(at, value, *, q, r, tau, asked, jumps=()) -> Dense:
    """Condition sums of levels on the ratings. `asked` is a list of (moments, weights).

    The first rating fixes the level but for the mood and noise of that moment: level(0) = y1 − u1 − e1.
    """
    at, value = np.asarray(at, float), np.asarray(value, float)
    moments = np.concatenate([at, *[np.asarray(when, float) for when, _ in asked]])
    # Levels: shared start (−u1 − e1), Brownian part, jumps.
    walk = q * np.minimum.outer(moments, moments)
    for jump in jumps:
        after = moments >= jump - 1e-9
        walk = walk + JUMP_VARIANCE * np.outer(after, after)
    start = r + 1
    level = walk + start
    n = len(at)
    mood = r * np.exp(-np.abs(np.subtract.outer(at, at)) / tau) if r else np.zeros((n, n))
    # A rating minus the first: level + mood + noise; the start takes part with −u1 and −e1.
    with_u1 = mood[0]
    rating = level[:n, :n] + mood - with_u1[:, None] - with_u1[None, :] + np.eye(n)
    cross = level[n:, :n] - with_u1[None, :]
    # The first rating is known: its own noise is in the start, so it drops out.
    keep = np.arange(1, n)
    sigma, y = rating[np.ix_(keep, keep)], value[1:] - value[0]
    cross = cross[:, keep]
    total = 2.0 + (y @ np.linalg.solve(sigma, y) if n > 1 else 0.0)
    degrees = 2 + n - 1
    log_det = np.linalg.slogdet(sigma)[1] if n > 1 else 0.0
    evidence = (
        special.gammaln(degrees / 2) - special.gammaln(1) + np.log(2.0) - (n - 1) / 2 * np.log(np.pi)
        - log_det / 2 - degrees / 2 * np.log(total)
    )  # fmt: skip
    mean = value[0] + (cross @ np.linalg.solve(sigma, y) if n > 1 else np.zeros(len(cross)))
    rest = level[n:, n:] - (cross @ np.linalg.solve(sigma, cross.T) if n > 1 else 0)
    sums = np.zeros((len(asked), len(mean)))
    begin = 0
    for row, (when, weights) in enumerate(asked):
        sums[row, begin : begin + len(when)] = weights
        begin += len(when)
    variance = np.diag(sums @ rest @ sums.T)
    return Dense(evidence, degrees, sums @ mean, np.sqrt(variance * total / degrees), variance)


def mixture(parts: list[tuple[float, Dense]], row: int):
    """Weigh lanes by log prior and evidence: give the distribution function of one asked sum, and its mean."""
    logs = np.array([prior + one.log_evidence for prior, one in parts])
    weight = np.exp(logs - logs.max())
    weight /= weight.sum()
    centre = np.array([one.centre[row] for _, one in parts])
    scale = np.array([one.scale[row] for _, one in parts])
    degrees = parts[0][1].degrees
    return (
        lambda x: float(weight @ stats.t.cdf((x - centre) / scale, degrees)),
        float(weight @ centre),
        weight,
    )


def points(grid: Grid):
    """The lanes of a grid, one at a time."""
    yield from zip(grid.q, grid.r, grid.tau, grid.log_prior, strict=True)
