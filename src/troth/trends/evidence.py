"""Evidence with forgetting: weights of settled promises, mean and interval."""

from dataclasses import dataclass
from math import log

import numpy as np
from numpy.typing import NDArray

from troth.trends.answers import Group
from troth.trends.beta import beta_quantile
from troth.trends.inputs import ReliabilityOptions
from troth.trends.moments import DAY

Numbers = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Counted:
    """Settled promises that count, in order: moment in seconds, size in medium promises, credit."""

    at: Numbers
    size: Numbers
    credit: Numbers

    def only(self, chosen: NDArray[np.bool_]) -> "Counted":
        """Keep some of them."""
        return Counted(self.at[chosen], self.size[chosen], self.credit[chosen])


@dataclass(frozen=True, slots=True)
class Tally:
    """Evidence for and against, and the part of it that may narrow the interval, all in medium promises."""

    kept: float
    broken: float
    n_eff: float

    @property
    def n(self) -> float:
        """All evidence."""
        return self.kept + self.broken


def tally(counted: Counted, *, at: float, options: ReliabilityOptions) -> Tally:
    """Weigh and add up.

    Parameters
    ----------
    counted : ``n`` settled promises in order, none after ``at``
    at : the moment of the answer, in seconds
    options : half-lives

    Returns
    -------
    Tally : evidence kept and broken; never more than 28.85 medium promises with the usual half-lives

    Raises
    ------
    Nothing.

    Source
    ------
    Specification of trends, 3.2 and 3.3; forgetting after Jøsang and Ismail 2002, the shape of ``B`` our choice.

    Examples
    --------
    >>> one = Counted(np.zeros(1), np.ones(1), np.ones(1))
    >>> round(tally(one, at=0.0, options=ReliabilityOptions()).n, 5)
    0.98287
    """
    if not counted.at.size:
        return Tally(0.0, 0.0, 0.0)
    weights = _weights(counted, at=at, options=options)
    kept, broken = float(weights @ counted.credit), float(weights @ (1 - counted.credit))
    n = kept + broken
    spread = float(weights @ counted.size)
    return Tally(kept, broken, min(n, n * n / spread) if spread else 0.0)


def together_factor(total: Numbers, half_life: float) -> Numbers:
    """Give ``B``: what promises of one moment keep of their weight so that their order does not matter."""
    rate = log(2) / half_life
    return -np.expm1(-rate * total) / (rate * total)


def _weights(counted: Counted, *, at: float, options: ReliabilityOptions) -> Numbers:
    weights = counted.size.copy()
    if options.half_life_days is not None:
        weights *= np.exp2((counted.at - at) / (DAY * options.half_life_days))
    if options.half_life_weight is not None:
        starts = np.flatnonzero(np.diff(counted.at, prepend=-np.inf))
        together = np.add.reduceat(counted.size, starts)
        later = together[::-1].cumsum()[::-1] - together
        keeps = together_factor(together, options.half_life_weight) * np.exp2(
            -later / options.half_life_weight
        )
        weights *= np.repeat(keeps, np.diff(starts, append=len(weights)))
    return weights


def estimate(found: Tally, *, mean: float, weight: float) -> Group:
    """Join prior and evidence: mean, and the 80 % interval that the effective evidence allows."""
    centre = (weight * mean + found.kept) / (weight + found.n)
    low, high = interval(centre, weight + found.n_eff)
    return Group(centre, low, high, found.n, found.n_eff)


def interval(mean: float, weight: float) -> tuple[float, float]:
    """Give the quantiles .1 and .9 of the Beta distribution of that mean and weight."""
    a, b = mean * weight, (1 - mean) * weight
    return beta_quantile(0.1, a, b), beta_quantile(0.9, a, b)
