"""Which jumps are thought possible, with which prior; and all lanes weighed and joined to one mixture."""

from dataclasses import dataclass
from itertools import chain, combinations
from math import expm1, log

import numpy as np
from numpy.typing import NDArray

from troth.trends.backward import Shocks
from troth.trends.grid import JUMP_VARIANCE, PRIOR_DEGREES, Grid

Numbers = NDArray[np.float64]

RATE_DAYS = 120.0
MOST_JUMPS = 42
LOGGED = 0.3
MOST_LOGGED = 3


@dataclass(frozen=True, slots=True)
class Possible:
    """Moments of possible jumps, and the sets of them that may have happened.

    at : days since the first rating, unlogged ones first; logged : how many of the last ones were logged
    sets : places in ``at``, one tuple a hypothesis; the first is empty
    log_prior : of each set
    """

    at: Numbers
    logged: int
    sets: tuple[tuple[int, ...], ...]
    log_prior: Numbers


@dataclass(frozen=True, slots=True)
class Ends:
    """What the ratings of one person left in each lane at the end; the fields are those of `Passed`."""

    level: Numbers
    level_variance: Numbers
    s: Numbers
    log_f: Numbers
    d: Numbers
    d_variance: Numbers


@dataclass(frozen=True, slots=True)
class Weighed:
    """All lanes of one person. Shapes ``[hypotheses, lanes]``; variances in noise variances.

    log_weight : not yet made to add up; s : sum of squares; level, d and their variances : under each hypothesis
    jump, jump_variance : ``[jumps, lanes]``, of each jump alone
    """

    degrees: int
    log_weight: Numbers
    s: Numbers
    level: Numbers
    level_variance: Numbers
    d: Numbers
    d_variance: Numbers
    jump: Numbers
    jump_variance: Numbers


def possible_jumps(span: float, *, logged: Numbers, unlogged: bool = True) -> Possible:
    """Say which jumps may have happened in a record.

    Parameters
    ----------
    span : days from the first rating to the moment of the answer
    logged : days since the first rating of the logged breaches, at most three
    unlogged : whether jumps at moments that nobody logged are possible

    Returns
    -------
    Possible : no jump, one jump at one of up to 42 even moments, or any of the logged ones together

    Raises
    ------
    Nothing.

    Source
    ------
    Specification of trends, 5.2; priors are our choice.

    Examples
    --------
    >>> found = possible_jumps(55.5, logged=np.empty(0))
    >>> len(found.sets), round(float(np.exp(found.log_prior[0])), 4)
    (28, 0.6297)
    """
    count = max(1, min(MOST_JUMPS, int(span // 2))) if unlogged and span > 0 else 0
    at = (np.arange(count) + 0.5) * span / max(count, 1)
    none = -span / RATE_DAYS if count else 0.0
    prior = [none, *(log(-expm1(-span / RATE_DAYS) / count) for _ in range(count))]
    out = len(logged) * log(1 - LOGGED)
    places = range(count, count + len(logged))
    together = list(chain.from_iterable(combinations(places, many) for many in range(1, len(logged) + 1)))
    odds = log(LOGGED) - log(1 - LOGGED)
    priors = np.array([one + out for one in prior] + [none + out + len(one) * odds for one in together])
    priors -= np.log(np.exp(priors - priors.max()).sum()) + priors.max()
    sets = ((), *((k,) for k in range(count)), *together)
    return Possible(np.concatenate((at, logged)), len(logged), sets, priors)


def weigh(ends: Ends, shocks: Shocks, possible: Possible, grid: Grid, *, ratings: int) -> Weighed:
    """Weigh every hypothesis in every lane.

    Parameters
    ----------
    ends, shocks : what the two passes left; ``ratings`` : how many there were
    possible : the hypotheses
    grid : the lanes

    Returns
    -------
    Weighed : log weights, and level and contrast under each hypothesis

    Raises
    ------
    Nothing.

    Source
    ------
    Specification of trends, 4.1. A jump is a regressor with prior variance 1.5: its evidence follows from its score and
    information (de Jong and Penzer 1998).

    Examples
    --------
    See ``docs/models/trends.md``, "How 43 hypotheses cost no more than two passes".
    """
    s = ends.s
    singles = _singles(shocks, s)
    several = [_together(shocks, s, places, possible.logged) for places in possible.sets if len(places) > 1]
    effects = [_stack(rows) for rows in zip(_nothing(s), singles, *several, strict=True)]
    of_set, log_information, level_shift, level_more, d_shift, d_more = effects
    degrees = int(PRIOR_DEGREES) + ratings - 1
    log_weight = degrees * np.log(of_set)
    log_weight += log_information
    log_weight += ends.log_f
    log_weight *= -0.5
    log_weight += grid.log_prior
    log_weight += possible.log_prior[:, None]
    variance = 1 / (1 / JUMP_VARIANCE + shocks.n)
    return Weighed(
        degrees,
        log_weight,
        of_set,
        ends.level + level_shift,
        ends.level_variance + level_more,
        ends.d + d_shift,
        ends.d_variance + d_more,
        variance * shocks.r,
        variance,
    )


def _nothing(s: Numbers) -> tuple[Numbers, ...]:
    none = np.zeros((1, len(s)))
    return s[None], none, none, none, none, none


def _singles(shocks: Shocks, s: Numbers) -> tuple[Numbers, ...]:
    """Give what each jump alone changes: sum of squares, log information, level, its variance, contrast, its variance."""
    variance = 1 / (1 / JUMP_VARIANCE + shocks.n)
    jump = variance * shocks.r
    of_level, of_d = shocks.level * variance, shocks.d * variance
    return (
        s - jump * shocks.r,
        np.log1p(JUMP_VARIANCE * shocks.n),
        shocks.level * jump,
        shocks.level * of_level,
        shocks.d * jump,
        shocks.d * of_d,
    )


def _together(shocks: Shocks, s: Numbers, places: tuple[int, ...], logged: int) -> tuple[Numbers, ...]:
    """Give the same for several logged jumps at once."""
    mine, many = list(places), len(places)
    own = [place - (len(shocks.r) - logged) for place in places]
    information = np.moveaxis(shocks.cross[np.ix_(own, own)], -1, 0)
    inverse = np.linalg.inv(information + np.eye(many) / JUMP_VARIANCE)
    r, level, d = shocks.r[mine].T, shocks.level[mine].T, shocks.d[mine].T
    jump = np.einsum("gij,gj->gi", inverse, r)
    log_information = np.linalg.slogdet(np.eye(many) + JUMP_VARIANCE * information)[1]
    found = (
        s - np.einsum("gi,gi->g", r, jump),
        log_information,
        np.einsum("gi,gi->g", level, jump),
        np.einsum("gi,gij,gj->g", level, inverse, level),
        np.einsum("gi,gi->g", d, jump),
        np.einsum("gi,gij,gj->g", d, inverse, d),
    )
    return tuple(one[None] for one in found)


def _stack(rows: tuple[Numbers, ...]) -> Numbers:
    return np.concatenate(rows)
