"""The Beta distribution: distribution function and quantile."""

from math import asin, exp, inf, lgamma, log, log1p, pi, sin, sqrt
from statistics import NormalDist

TINY = 1e-300
ROUNDING = 1e-16
NEAR = 1e-13
MOST_TERMS = 20_000


def beta_cdf(x: float, a: float, b: float) -> float:
    """Give the regularised incomplete beta function I_x(a, b).

    Parameters
    ----------
    x : where, from 0 to 1
    a, b : the two parameters, above 0

    Returns
    -------
    float : the probability of at most ``x``; absolute error below 1e-10

    Raises
    ------
    Nothing.

    Source
    ------
    Abramowitz and Stegun 26.5.8 (continued fraction), evaluated by the modified method of Lentz.

    Examples
    --------
    >>> round(beta_cdf(0.3, 2.5, 4.5), 10)
    0.4065390167
    """
    if x <= 0:
        return 0.0
    if x >= 1:
        return 1.0
    front = exp(a * log(x) + b * log1p(-x) + _log_norm(a, b))
    if x < (a + 1) / (a + b + 2):
        return front * _fraction(x, a, b) / a
    return 1 - front * _fraction(1 - x, b, a) / b


def beta_quantile(p: float, a: float, b: float) -> float:
    """Give the point below which lies the share ``p`` of Beta(a, b).

    Parameters
    ----------
    p : the share, between 0 and 1
    a, b : the two parameters, above 0

    Returns
    -------
    float : the quantile; absolute error below 1e-10

    Raises
    ------
    Nothing.

    Source
    ------
    Newton's method inside a bracket that bisection narrows.

    Examples
    --------
    >>> round(beta_quantile(0.1, 1, 3), 10)
    0.0345106154
    """
    # On the scale of the angle the Beta is nearly normal: a first guess, then Newton.
    guess = asin(sqrt(a / (a + b))) + NormalDist().inv_cdf(p) / (2 * sqrt(a + b))
    low, high, x = 0.0, 1.0, sin(min(max(guess, 0.01), pi / 2 - 0.01)) ** 2
    norm = _log_norm(a, b)
    for _ in range(200):
        miss = beta_cdf(x, a, b) - p
        low, high = (low, x) if miss > 0 else (x, high)
        slope = (a - 1) * log(x) + (b - 1) * log1p(-x) + norm
        step = miss * exp(-slope) if slope > -700 else inf
        nearer = x - step
        if not low < nearer < high and abs(step) > NEAR:
            nearer = (low + high) / 2
        if abs(nearer - x) <= NEAR or nearer in (0.0, 1.0):
            return nearer
        x = nearer
    return x


def _log_norm(a: float, b: float) -> float:
    return lgamma(a + b) - lgamma(a) - lgamma(b)


def _fraction(x: float, a: float, b: float) -> float:
    d = 1 - (a + b) * x / (a + 1) or TINY
    c, d = 1.0, 1 / d
    total = d
    for m in range(1, MOST_TERMS):
        for term in (
            m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m)),
            -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1)),
        ):
            d = 1 / (1 + term * d or TINY)
            c = 1 + term / c or TINY
            total *= d * c
        if abs(d * c - 1) < ROUNDING * 4:
            break
    return total
