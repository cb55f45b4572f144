"""A stored state that takes in one rating at a time, without going through the record again.

It holds the 147 lanes without jumps and events, so it answers like ``TrendOptions(jumps=False)``; jumps need the record.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

import numpy as np
from numpy.typing import NDArray

from troth.trends.answers import Level
from troth.trends.forward import decay
from troth.trends.grid import PRIOR_DEGREES, PRIOR_SCALE, Grid, grid_of
from troth.trends.inputs import Prior, Rating, TrendOptions
from troth.trends.mixture import Mixture, normalised
from troth.trends.moments import DAY, checked, seconds
from troth.trends.record import TOP

Numbers = NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class TrendState:
    """What ``n`` ratings left in each lane; ``lanes`` is ``[7, 147]``, about 8 KB.

    at : moment of the last rating; low, high, prior : as in the options
    lanes : level, mood, their variances (level, shared, mood), sum of squares, sum of ln F
    """

    n: int
    at: datetime
    low: float
    high: float
    prior: Prior
    lanes: Numbers


def state_of(ratings: Sequence[Rating], *, options: TrendOptions | None = None) -> TrendState:
    """Make the state of a record of at least one rating.

    Parameters
    ----------
    ratings : one person's own answers, in any order
    options : scale and prior

    Returns
    -------
    TrendState : to be stored, and given to `add_rating` and `level_of`

    Raises
    ------
    ValueError : there is no rating, or one lies outside the scale

    Source
    ------
    Specification of trends, 4.1.

    Examples
    --------
    >>> from datetime import UTC
    >>> state_of([Rating(datetime(2026, 1, 1, 12, tzinfo=UTC), 6)]).n
    1
    """
    options = options or TrendOptions()
    if not ratings:
        raise ValueError("ratings: expected at least one")
    first, *rest = sorted(ratings, key=lambda one: (seconds(one.at), one.value))
    grid = grid_of(options.prior)
    lanes = np.zeros((7, len(grid.q)))
    lanes[0] = _mapped(first.value, options.low, options.high)
    lanes[2], lanes[3], lanes[4] = 1 + grid.r, -grid.r, grid.r
    lanes[5] = PRIOR_DEGREES * PRIOR_SCALE**2
    state = TrendState(1, first.at, options.low, options.high, options.prior, lanes)
    for one in rest:
        state = add_rating(state, one)
    return state


def add_rating(state: TrendState, rating: Rating) -> TrendState:
    """Take in one more rating; nothing that was there is changed.

    Parameters
    ----------
    state : what the earlier ratings left
    rating : one at or after the last of them

    Returns
    -------
    TrendState : the same as that of all ratings together, to 1e-9

    Raises
    ------
    ValueError : the rating is earlier than the last one, or outside the scale

    Source
    ------
    Specification of trends, 4.1.

    Examples
    --------
    >>> from datetime import UTC
    >>> first = state_of([Rating(datetime(2026, 1, 1, 12, tzinfo=UTC), 6)])
    >>> add_rating(first, Rating(datetime(2026, 1, 2, 12, tzinfo=UTC), 7)).n
    2
    """
    days = (seconds(rating.at) - seconds(state.at)) / DAY
    if days < 0:
        raise ValueError("rating: expected at or after the last one")
    value = _mapped(rating.value, state.low, state.high)
    grid = grid_of(state.prior)
    level, mood, p00, p01, p11, s, log_f = _later(state, days, grid)
    g0, g1 = p00 + p01, p01 + p11
    f, miss = g0 + g1 + 1, value - level - mood
    k0, k1 = g0 / f, g1 / f
    lanes = np.array(
        [
            level + k0 * miss,
            mood + k1 * miss,
            p00 - k0 * g0,
            p01 - k0 * g1,
            p11 - k1 * g1,
            s + miss * miss / f,
            log_f + np.log(f),
        ]
    )
    return TrendState(state.n + 1, rating.at, state.low, state.high, state.prior, lanes)


def level_of(state: TrendState, *, at: datetime) -> Level:
    """Give the level at a moment.

    Parameters
    ----------
    state : what the ratings left
    at : the last rating's moment or later, aware

    Returns
    -------
    Level : mean and 80 % interval on 0 to 10

    Raises
    ------
    ValueError : ``at`` is earlier than the last rating

    Source
    ------
    Specification of trends, 4.1.

    Examples
    --------
    >>> from datetime import UTC
    >>> state = state_of([Rating(datetime(2026, 1, 1, 12, tzinfo=UTC), 6)])
    >>> round(level_of(state, at=datetime(2026, 1, 2, 12, tzinfo=UTC)).mean, 4)
    6.0
    """
    days = (seconds(checked(at, name="at")) - seconds(state.at)) / DAY
    if days < 0:
        raise ValueError("at: expected at or after the last rating")
    grid, degrees = grid_of(state.prior), state.n + int(PRIOR_DEGREES) - 1
    level, _, variance, _, _, s, log_f = _later(state, days, grid)
    kept, weight = normalised(grid.log_prior - 0.5 * log_f - 0.5 * degrees * np.log(s))
    scale = np.sqrt(variance * s / degrees)
    mixture = Mixture(degrees, weight, level[kept], scale[kept])
    return Level(mixture.mean, mixture.quantile(0.1), mixture.quantile(0.9))


def _later(state: TrendState, days: float, grid: Grid) -> tuple[Numbers, ...]:
    level, mood, p00, p01, p11, s, log_f = state.lanes
    left = decay(np.array([days]), grid)[0]
    return level, mood * left, p00 + grid.q * days, p01 * left, grid.r + (p11 - grid.r) * left**2, s, log_f


def _mapped(value: float, low: float, high: float) -> float:
    if not low <= value <= high:
        raise ValueError(f"rating: expected {low:g} to {high:g}")
    return (value - low) / (high - low) * TOP
