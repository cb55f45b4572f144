"""One step ahead: what the model expected of each rating from the earlier ones, without jumps and events."""

from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from troth.trends.answers import TrendScore, TrendStep
from troth.trends.forward import INVERSE, SCORE, run_forward, table_of
from troth.trends.grid import PRIOR_DEGREES, PRIOR_SCALE, grid_of
from troth.trends.inputs import Rating, TrendOptions
from troth.trends.mixture import normalised
from troth.trends.moments import DAY, moment_at
from troth.trends.plan import plan_of
from troth.trends.record import in_order
from troth.trends.student import student_log_density, student_table

Numbers = NDArray[np.float64]
FIRST_SCORED = 5


def score_trend(ratings: Sequence[Rating], *, options: TrendOptions | None = None) -> TrendScore:
    """Score the model's expectation of the sixth and each later rating.

    Parameters
    ----------
    ratings : one person's own answers; equal moments stay in the order given
    options : scale and prior

    Returns
    -------
    TrendScore : log density per point of the 0 to 10 scale, coverage of the 90 and 50 % intervals, mean absolute
        distance, and every step; ``None`` with fewer than six ratings

    Raises
    ------
    ValueError : a rating lies outside the scale

    Source
    ------
    Specification of trends, 13.3.

    Examples
    --------
    >>> from datetime import UTC, datetime, timedelta
    >>> start = datetime(2026, 1, 1, 12, tzinfo=UTC)
    >>> found = score_trend([Rating(start + timedelta(days=day), 5 + day % 2) for day in range(7)])
    >>> found.n, round(found.steps[0].mean, 3)
    (2, 5.352)
    """
    options = options or TrendOptions()
    at, value = in_order(ratings, options=options)
    order = np.argsort(at, kind="stable")
    return trend_score_of(_steps(at[order], value[order], options))


def trend_score_of(steps: Iterable[TrendStep]) -> TrendScore:
    """Add up steps, of one person or of many."""
    steps = tuple(steps)
    if not steps:
        return TrendScore(0, None, None, None, None, ())
    rows = np.array([(one.log_density, one.p, abs(one.rating - one.mean)) for one in steps])
    off = np.abs(rows[:, 1] - 0.5)
    return TrendScore(
        n=len(steps),
        log_density=float(rows[:, 0].mean()),
        cover_90=float((off < 0.45).mean()),
        cover_50=float((off < 0.25).mean()),
        mae=float(rows[:, 2].mean()),
        steps=steps,
    )


def _steps(at: Numbers, value: Numbers, options: TrendOptions) -> Iterable[TrendStep]:
    if len(at) <= FIRST_SCORED:
        return
    grid, days = grid_of(options.prior), (at - at[0]) / DAY
    passed = run_forward(table_of([plan_of(days, value, end=float(days[-1]))]), grid)
    inverse = passed.kept[:, INVERSE, 0]
    v = passed.kept[:, SCORE, 0] / inverse
    # Before each rating: sum of squares and sum of ln F of the earlier ones.
    squares = PRIOR_DEGREES * PRIOR_SCALE**2 + np.cumsum(v * v * inverse, axis=0) - v * v * inverse
    log_f = np.cumsum(-np.log(inverse), axis=0) + np.log(inverse)
    for i in range(FIRST_SCORED, len(at)):
        degrees = i + int(PRIOR_DEGREES) - 1
        step = i - 1
        kept, weight = normalised(grid.log_prior - 0.5 * log_f[step] - 0.5 * degrees * np.log(squares[step]))
        miss = v[step, kept]
        scale = np.sqrt(squares[step, kept] / degrees / inverse[step, kept])
        yield TrendStep(
            at=moment_at(at[i]),
            rating=float(value[i]),
            mean=float(weight @ (value[i] - miss)),
            log_density=_log_mean(weight, student_log_density(miss / scale, degrees) - np.log(scale)),
            p=float(weight @ student_table(degrees).cdf(miss / scale)),
        )


def _log_mean(weight: Numbers, logs: Numbers) -> float:
    top = logs.max()
    return float(top + np.log(weight @ np.exp(logs - top)))
