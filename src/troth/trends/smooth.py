"""The line and its band for the plot: felt trust at the end of every day, given all ratings."""

from collections.abc import Sequence
from datetime import datetime

import numpy as np
from numpy.typing import NDArray

from troth.trends.answers import Band
from troth.trends.forward import Passed, decay, run_forward, table_of
from troth.trends.grid import JUMP_VARIANCE, Grid, grid_of
from troth.trends.inputs import Event, Rating, TrendOptions
from troth.trends.mixture import normalised
from troth.trends.mixture_rows import band_of
from troth.trends.model import trend_case, weigh_cases
from troth.trends.moments import DAY, checked, moment_at, seconds
from troth.trends.plan import SAME, plan_of
from troth.trends.record import Record, record_of
from troth.trends.windows import windows_of

Numbers = NDArray[np.float64]
LONG_GAP_DAYS = 14
# Lanes that together hold this much of the weight (specification of trends, 4.3).
SHARE = 0.99


def smooth(
    ratings: Sequence[Rating],
    *,
    at: datetime,
    events: Sequence[Event] = (),
    options: TrendOptions | None = None,
) -> tuple[Band, ...]:
    """Give felt trust at the end of every day, counted back from ``at``.

    Parameters
    ----------
    ratings, at, events, options : as for `felt_trust`

    Returns
    -------
    tuple of Band : mean and 80 % band a day, in order; days without a rating inside a gap of more than 14 days have none

    Raises
    ------
    ValueError : ``at`` has no offset, or a rating lies outside the scale

    Source
    ------
    Specification of trends, 4.3; fixed-interval smoothing after de Jong 1989.

    Examples
    --------
    >>> from datetime import UTC, timedelta
    >>> start = datetime(2026, 1, 1, 12, tzinfo=UTC)
    >>> ratings = [Rating(start + timedelta(days=day), 5 + day % 2) for day in range(6)]
    >>> [round(one.mean, 1) for one in smooth(ratings, at=start + timedelta(days=6))]
    [5.5, 5.5, 5.5, 5.5, 5.5, 5.5, 5.5]
    """
    options = options or TrendOptions()
    record = record_of(ratings, end=seconds(checked(at, name="at")), options=options)
    if not len(record.at):
        return ()
    days = _shown_days(record)
    weight, lanes, jumps, degrees, s = _likely_lanes(record, events, options)
    level, variance = smoothed(record.days, record.value, days, lanes, jumps=jumps)
    scale = np.sqrt(np.maximum(variance, 0) * s / degrees)
    mean, low, high = band_of(weight, level, scale, degrees)
    ends = record.at[0] + days * DAY
    return tuple(
        Band(moment_at(end), *map(float, row)) for end, *row in zip(ends, mean, low, high, strict=True)
    )


def smoothed(
    at: Numbers, value: Numbers, days: Numbers, lanes: Grid, *, jumps: tuple[Numbers, ...]
) -> tuple[Numbers, Numbers]:
    """Give mean and variance of the level at some days, given all ratings, in each lane.

    Parameters
    ----------
    at, value : ``n`` ratings in order, days since the first
    days : ``m`` days, none before the first rating
    lanes : ``k`` points of the grid
    jumps : the days of the jumps of each lane

    Returns
    -------
    tuple : two arrays ``[m, k]``, in points and in noise variances

    Raises
    ------
    Nothing.

    Source
    ------
    De Jong 1989: the filtered state, corrected by score and information of what comes later.

    Examples
    --------
    >>> from troth.trends.grid import one_lane
    >>> ends = np.array([0.0, 1.0])
    >>> level, variance = smoothed(ends, np.array([4.0, 6.0]), ends, one_lane(q=1, r=0, tau=None), jumps=((),))
    >>> level.round(4).tolist(), variance.round(4).tolist()
    ([[4.6667], [5.3333]], [[0.6667], [0.6667]])
    """
    table = table_of([plan_of(at, value, end=float(max(days[-1], at[-1])))])
    starts, ends = np.concatenate(([-np.inf], at[:-1])), at
    between = np.zeros((len(at), len(jumps)))
    counts = np.zeros((len(days), len(jumps)))
    stretch = np.searchsorted(at, days, side="right") - 1
    for lane, moments in enumerate(jumps):
        for moment in moments:
            between[:, lane] += (starts + SAME < moment) & (moment <= ends + SAME)
            counts[:, lane] += (at[stretch] + SAME < moment) & (moment <= days + SAME)
    passed = run_forward(table, lanes, jumps=between, keep=True)
    later = _later(passed)
    return _at_days(passed, later, lanes, at=at, days=days, stretch=stretch, jumps=counts)


def _likely_lanes(
    record: Record, events: Sequence[Event], options: TrendOptions
) -> tuple[Numbers, Grid, tuple[Numbers, ...], int, Numbers]:
    case = trend_case(record, windows_of(record, options), events, options)
    (weighed,), possible = weigh_cases([case], options.prior), case.possible
    kept, weight = normalised(weighed.log_weight)
    order = np.argsort(-weight, kind="stable")
    order = order[: int(np.searchsorted(np.cumsum(weight[order]), SHARE)) + 1]
    hypothesis, lane = (places[order] for places in np.nonzero(kept))
    grid = grid_of(options.prior)
    lanes = Grid(grid.q[lane], grid.r[lane], grid.tau[lane], grid.log_prior[lane])
    jumps = tuple(possible.at[list(possible.sets[one])] for one in hypothesis)
    share = weight[order] / weight[order].sum()
    return share, lanes, jumps, weighed.degrees, weighed.s[hypothesis, lane]


def _later(passed: Passed) -> Numbers:
    """Give, after each rating, what the later ones say: score of level and mood; information of both, and shared."""
    steps, lanes = len(passed.kept), passed.level.shape[1]
    found = np.zeros((steps + 1, 5, lanes))
    r0, r1, n00, n01, n11 = np.zeros((5, lanes))
    for i in range(steps - 1, -1, -1):
        k0, k1, surprise, _, inverse = passed.kept[i, :, 0]
        phi = passed.phi[passed.gap_of[i]]
        score = surprise - k0 * r0 - k1 * r1
        a, b = n00 * k0 + n01 * k1, n01 * k0 + n11 * k1
        both = k0 * a + k1 * b + inverse
        r0, r1 = r0 + score, r1 + score
        n00, n01, n11 = n00 - 2 * a + both, n01 - a - b + both, n11 - 2 * b + both
        # Just before rating i + 1; the time back to a day in between is undone there.
        found[i] = r0, r1, n00, n01, n11
        r1, n01, n11 = r1 * phi, n01 * phi, n11 * phi * phi
    return found


def _at_days(
    passed: Passed,
    later: Numbers,
    lanes: Grid,
    *,
    at: Numbers,
    days: Numbers,
    stretch: NDArray[np.intp],
    jumps: Numbers,
) -> tuple[Numbers, Numbers]:
    if passed.states is None:
        raise ValueError("passed: expected states")
    variance, shared, minus_level = (passed.states[stretch, column, 0] for column in range(3))
    since = days - at[stretch]
    until = np.append(at, at[-1])[stretch + 1] - days
    variance = variance + since[:, None] * lanes.q + JUMP_VARIANCE * jumps
    shared = shared * decay(since, lanes)
    left = decay(np.maximum(until, 0), lanes)
    r0, r1, n00, n01, n11 = (later[stretch, column] for column in range(5))
    r1, n01, n11 = r1 * left, n01 * left, n11 * left * left
    level = -minus_level + variance * r0 + shared * r1
    return level, variance - (variance**2 * n00 + 2 * variance * shared * n01 + shared**2 * n11)


def _shown_days(record: Record) -> Numbers:
    """Give the ends of days that have a band, in days since the first rating."""
    back = np.arange(int(np.floor(record.span)) + 1)[::-1]
    ends = record.span - back
    rated = np.isin(back, np.floor((record.end - record.at) / DAY).astype(np.intp))
    at = np.append(record.days, np.inf)
    last = np.searchsorted(record.days, ends, side="right") - 1
    next_one = np.minimum(at[last + 1], np.where(np.isinf(at[last + 1]), record.span, at[last + 1]))
    found: Numbers = ends[rated | (next_one - at[last] <= LONG_GAP_DAYS)]
    return found
