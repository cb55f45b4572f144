"""Many mixtures of Student's t at once, one a row, with shared weights: for the band of the plot."""

from statistics import NormalDist

import numpy as np
from numpy.typing import NDArray

from troth.trends.student import student_table

Numbers = NDArray[np.float64]
MOST_STEPS, NUMBERS = 200, 8_192
# A last step of Halley's shorter than this share of the smallest scale leaves an error of about its cube.
NEAR = 1e-3


def band_of(
    weight: Numbers, centre: Numbers, scale: Numbers, degrees: int
) -> tuple[Numbers, Numbers, Numbers]:
    """Give mean and quantiles .1 and .9 of each row."""
    mean = centre @ weight
    spread = np.sqrt(((centre - mean[:, None]) ** 2 + scale**2) @ weight)
    low, high = np.empty_like(mean), np.empty_like(mean)
    # A few rows at a time, so that what is worked on stays in the processor's cache.
    together = max(1, NUMBERS // centre.shape[1])
    for begin in range(0, len(mean), together):
        few = slice(begin, begin + together)
        for p, found in ((0.1, low), (0.9, high)):
            guess = mean[few] + NormalDist().inv_cdf(p) * spread[few]
            found[few] = _rows(p, weight, centre[few], scale[few], degrees, guess)
    return mean, low, high


def _rows(
    p: float, weight: Numbers, centre: Numbers, scale: Numbers, degrees: int, guess: Numbers
) -> Numbers:
    """Halley's method in every row, inside brackets that grow until they hold the quantile, then shrink."""
    table, x, inverse = student_table(degrees), guess, 1 / scale
    low, high, reach = np.full_like(x, -np.inf), np.full_like(x, np.inf), scale.max(axis=1)
    near = NEAR * scale.min(axis=1)
    for _ in range(MOST_STEPS):
        t = (x[:, None] - centre) * inverse
        height, slope = table.cdf_and_slope(t)
        slope *= inverse
        miss, density = height @ weight - p, slope @ weight
        slope *= inverse
        slope *= t / (degrees + t * t)
        step = miss / np.maximum(density, 1e-300)
        bend = -(degrees + 1) * (slope @ weight)
        nearer: Numbers = x - step / np.maximum(1 - step * bend / (2 * np.maximum(density, 1e-300)), 0.5)
        done = np.abs(nearer - x) <= near
        if done.all():
            return nearer
        low, high = np.where(miss > 0, low, x), np.where(miss > 0, x, high)
        out = ~done & (~((low < nearer) & (nearer < high)) | (np.abs(nearer - x) > 4 * reach))
        with np.errstate(invalid="ignore"):
            middle = np.where(np.isfinite(low + high), (low + high) / 2, x - np.sign(miss) * 2 * reach)
        x, reach = np.where(out, middle, nearer), np.where(out, 2 * reach, reach)
    return x
