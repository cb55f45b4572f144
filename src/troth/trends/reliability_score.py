"""One step ahead: what each promise's keeping was foreseen to be, from those settled strictly earlier."""

from collections.abc import Iterable, Sequence
from math import exp2

import numpy as np
from numpy.typing import NDArray

from troth.trends.answers import ReliabilityScore, ReliabilityStep
from troth.trends.evidence import Counted, together_factor
from troth.trends.inputs import Promise, ReliabilityOptions
from troth.trends.moments import DAY, moment_at
from troth.trends.reliability import record_at

Numbers = NDArray[np.float64]
NEEDS = 3
EDGE = 1e-4


def score_reliability(
    promises: Sequence[Promise], *, options: ReliabilityOptions | None = None
) -> ReliabilityScore:
    """Score the mean as a forecast of the next promise.

    Parameters
    ----------
    promises : any number, in any order
    options : priors and half-lives

    Returns
    -------
    ReliabilityScore : log loss, Brier score and every step, for each promise with at least three settled strictly
        earlier; ``None`` without any

    Raises
    ------
    Nothing.

    Source
    ------
    Specification of trends, 13.3.

    Examples
    --------
    >>> from datetime import UTC, datetime
    >>> days = [datetime(2026, 1, day, 12, tzinfo=UTC) for day in (1, 2, 3, 4)]
    >>> found = score_reliability([Promise(day, "kept", day) for day in days])
    >>> found.n, round(found.steps[0].predicted, 4)
    (1, 0.791)
    """
    options = options or ReliabilityOptions()
    counted = record_at(promises, at=float("inf")).counted
    return reliability_score_of(_steps(counted, options))


def reliability_score_of(steps: Iterable[ReliabilityStep]) -> ReliabilityScore:
    """Add up steps, of one person or of many."""
    steps = tuple(steps)
    if not steps:
        return ReliabilityScore(0, None, None, ())
    p, c = np.array([(min(max(one.predicted, EDGE), 1 - EDGE), one.credit) for one in steps]).T
    losses = -c * np.log(p) - (1 - c) * np.log1p(-p)
    return ReliabilityScore(len(steps), float(losses.mean()), float(((p - c) ** 2).mean()), steps)


def _steps(counted: Counted, options: ReliabilityOptions) -> Iterable[ReliabilityStep]:
    """Carry the evidence from moment to moment: what was there fades by the days and by what is settled since."""
    kept = broken = 0.0
    begun, n = 0, len(counted.at)
    for end in [i for i in range(1, n + 1) if i == n or counted.at[i] > counted.at[i - 1]]:
        at, sizes, credits = counted.at[begun], counted.size[begun:end], counted.credit[begun:end]
        if begun and options.half_life_days is not None:
            fades = exp2((counted.at[begun - 1] - at) / (DAY * options.half_life_days))
            kept, broken = kept * fades, broken * fades
        if begun >= NEEDS:
            weight = options.prior_weight
            mean = (weight * options.prior_mean + kept) / (weight + kept + broken)
            predicted = min(max(mean, EDGE), 1 - EDGE)
            yield from (ReliabilityStep(moment_at(at), predicted, float(one)) for one in credits)
        keeps, fades = _together(float(sizes.sum()), options.half_life_weight)
        kept = kept * fades + keeps * float(sizes @ credits)
        broken = broken * fades + keeps * float(sizes @ (1 - credits))
        begun = end


def _together(total: float, half_life: float | None) -> tuple[float, float]:
    """Give what promises of one moment keep of their own weight, and of the weight of the earlier ones."""
    if half_life is None:
        return 1.0, 1.0
    return float(together_factor(np.array([total]), half_life)[0]), exp2(-total / half_life)
