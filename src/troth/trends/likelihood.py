"""The two likelihoods of one lane, for whoever wants to check the model against another program."""

from collections.abc import Sequence
from math import lgamma, log, pi

import numpy as np

from troth.trends.forward import Passed, run_forward, table_of
from troth.trends.grid import PRIOR_DEGREES, PRIOR_SCALE, one_lane
from troth.trends.inputs import Rating, TrendOptions, number
from troth.trends.moments import DAY, moment_at
from troth.trends.plan import plan_of
from troth.trends.record import record_of


def log_likelihood(
    ratings: Sequence[Rating], *, q: float, tau: float | None, r: float, sigma2: float
) -> float:
    """Give the log-likelihood of all ratings but the first, given the first, in one lane with a known noise variance.

    Parameters
    ----------
    ratings : on 0 to 10, in any order
    q : level variance a day, in noise variances
    tau : days that a mood lasts; ``None`` only where ``r`` is 0
    r : mood variance, in noise variances
    sigma2 : noise variance, in squared points

    Returns
    -------
    float : the log-likelihood; 0 with fewer than two ratings

    Raises
    ------
    ValueError : a parameter is out of range

    Source
    ------
    Specification of trends, 4.1.

    Examples
    --------
    >>> round(log_likelihood(worked_example(), q=0.03, tau=1.5, r=1, sigma2=1.8), 6)
    -9.778693
    """
    if number(sigma2, name="sigma2") <= 0:
        raise ValueError("sigma2: expected more than 0")
    n, passed = _run(ratings, q=q, tau=tau, r=r)
    if n < 2:
        return 0.0
    squares = float(passed.s[0, 0]) - PRIOR_DEGREES * PRIOR_SCALE**2
    return -0.5 * ((n - 1) * log(2 * pi * sigma2) + float(passed.log_f[0, 0]) + squares / sigma2)


def log_evidence(ratings: Sequence[Rating], *, q: float, tau: float | None, r: float) -> float:
    """Give the log evidence of all ratings but the first, given the first, in one lane; noise variance integrated out.

    Parameters
    ----------
    ratings, q, tau, r : as for `log_likelihood`

    Returns
    -------
    float : the log evidence; 0 with fewer than two ratings

    Raises
    ------
    ValueError : a parameter is out of range

    Source
    ------
    Specification of trends, 4.1.

    Examples
    --------
    >>> round(log_evidence(worked_example(), q=0.03, tau=None, r=0), 6)
    -10.322539
    """
    n, passed = _run(ratings, q=q, tau=tau, r=r)
    if n < 2:
        return 0.0
    half, degrees = PRIOR_DEGREES / 2, PRIOR_DEGREES + n - 1
    return (
        lgamma(degrees / 2)
        - lgamma(half)
        + half * log(PRIOR_DEGREES * PRIOR_SCALE**2)
        - (n - 1) / 2 * log(pi)
        - float(passed.log_f[0, 0]) / 2
        - degrees / 2 * log(float(passed.s[0, 0]))
    )


def worked_example() -> tuple[Rating, ...]:
    """Give the six ratings of the specification's check values, for examples."""
    from_day = {0.0: (5,), 1.0: (6,), 2.5: (4,), 6.0: (7, 6), 11.0: (8,)}
    return tuple(Rating(moment_at(day * DAY), value) for day, values in from_day.items() for value in values)


def _run(ratings: Sequence[Rating], *, q: float, tau: float | None, r: float) -> tuple[int, Passed]:
    if number(q, name="q") < 0 or number(r, name="r") < 0:
        raise ValueError("q and r: expected 0 or more")
    if (r > 0 and tau is None) or (tau is not None and number(tau, name="tau") <= 0):
        raise ValueError("tau: expected more than 0")
    record = record_of(ratings, end=float("inf"), options=TrendOptions())
    n = len(record.at)
    days = record.days if n else np.zeros(1)
    value = record.value if n else np.zeros(1)
    plan = plan_of(days, value, end=float(days[-1]))
    return n, run_forward(table_of([plan]), one_lane(q=q, r=r, tau=tau))
