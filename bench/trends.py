"""Trends beside the programs a statistician would reach for, on the same records.

200 invented people, 365 days, 40 % missing, whole numbers. CPU time of one core: nothing here waits. Each figure names its
yardstick: statsmodels fits parameters (one level, or a level and an autoregressive part), ruptures looks for changes,
pykalman fits by expectation-maximisation. Ours gives the whole posterior over 147 lanes, with or without 43 hypotheses of jumps.
"""

import resource
import warnings
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import UTC, datetime, timedelta
from functools import cache, partial
from importlib import import_module
from importlib.util import find_spec
from statistics import median
from time import process_time

import numpy as np
import ruptures
from pykalman import KalmanFilter
from statsmodels.tsa.statespace.structural import UnobservedComponents

from bench.measure import Pair, in_turn, once
from bench.table import Line, compared, shown, timed
from troth import trends
from troth.trends import Promise, Rating, TrendOptions
from troth.trends.felt_trust import a_few, levels
from troth.trends.record import record_of

START = datetime(2025, 1, 1, 12, tzinfo=UTC)
DAYS, SERIES, SLOW_SERIES, MANY, BLOCK = 365, 200, 8, 1_000, 20
AT = START + timedelta(days=DAYS - 0.5)
NO_JUMPS = TrendOptions(jumps=False)

Days = np.ndarray


@cache
def people() -> tuple[Days, ...]:
    """Daily ratings, NaN where nobody answered."""
    rng = np.random.default_rng(1)
    made = []
    for _ in range(SERIES):
        level = 6 + np.cumsum(rng.normal(0, 0.08, DAYS))
        felt = np.clip(np.round(level + rng.normal(0, 1.5, DAYS)), 0, 10)
        missing = rng.random(DAYS) < 0.4
        missing[0] = missing[-1] = False
        made.append(np.where(missing, np.nan, felt))
    return tuple(made)


@cache
def ratings() -> tuple[list[Rating], ...]:
    """The same as ratings."""
    return tuple(
        [
            Rating(START + timedelta(days=day), float(one[day]))
            for day in np.flatnonzero(~np.isnan(one)).tolist()
        ]
        for one in people()
    )


def lines() -> Iterator[Line]:
    """Compare with each yardstick, then say what it costs for many, for one more, and for promises."""
    warnings.simplefilter("ignore")
    yield from _beside_fits()
    yield from _beside_others()
    yield from _many()
    yield from _compiled()
    yield from _promises()
    yield _agreement()


def _level_fit(one: Days) -> object:
    return UnobservedComponents(one, "llevel").fit(disp=0)


def _mood_fit(one: Days) -> object:
    return UnobservedComponents(one, "llevel", autoregressive=1).fit(disp=0)


def _em(one: Days) -> object:
    model = KalmanFilter(transition_matrices=[[1.0]], observation_matrices=[[1.0]], em_vars=["transition_covariance", "observation_covariance"])  # fmt: skip
    seen = np.ma.masked_invalid(one)
    return model.em(seen, n_iter=10).smooth(seen)


def _pelt(one: Days) -> object:
    lately = one[-84:]
    return ruptures.Pelt(model="l2", jump=1).fit(lately[~np.isnan(lately)]).predict(pen=3 * np.log(50) * 2)


def _over(count: int, ours: Callable[[list[Rating]], object], theirs: Callable[[Days], object]) -> Pair:
    """Ours for a block of people, the yardstick for the same, and so on; medians. A block's first call warms it."""
    mine: list[float] = []
    yardstick: list[float] = []
    for begin in range(0, count, BLOCK):
        few = slice(begin, min(begin + BLOCK, count))
        ours(ratings()[begin])
        mine += [once(partial(ours, one), process_time) for one in ratings()[few]]
        theirs(people()[begin])
        yardstick += [once(partial(theirs, one), process_time) for one in people()[few]]
    return Pair(median(mine), median(yardstick))


def _said(options: TrendOptions | None, mine: Sequence[Rating]) -> object:
    return trends.compare(mine, at=AT, options=options)


def _beside_fits() -> Iterator[Line]:
    plain = _over(SERIES, partial(_said, NO_JUMPS), _level_fit)
    yield timed("147 lanes + contrast, no jumps, beside a statsmodels level fit", plain, most=0.35)
    full = _over(SERIES, partial(_said, None), _level_fit)
    yield timed("full answer, 43 x 147 + contrast, beside the same fit: floor", full, most=1.5)
    yield timed("the same: what the issue aims at", full, most=0.1)
    mood = _over(SERIES, partial(_said, None), _mood_fit)
    yield timed("full answer beside the fit with autoregressive=1", mood, most=0.45)


def _beside_others() -> Iterator[Line]:
    em = _over(SLOW_SERIES, partial(_said, None), _em)
    yield timed("full answer beside pykalman EM (10 rounds) + smooth", em, most=1 / 15)
    pelt = _over(SERIES, lambda mine: trends.change_check(mine, at=AT), _pelt)
    yield timed("change check, last 84 days, beside ruptures Pelt(l2, jump=1)", pelt, most=1.0)
    band = _over(SLOW_SERIES, lambda mine: trends.smooth(mine, at=AT), _level_fit)
    yield timed("the plot's band, 365 days, beside a statsmodels level fit", band)


def _many() -> Iterator[Line]:
    fit = median(once(partial(_level_fit, one), process_time) for one in people()[:30])
    plain = once(_plain_levels, process_time) / SERIES
    yield compared(
        "200 people at once, no jumps, each, beside a level fit", shown(plain), shown(fit), plain / fit, 0.05
    )
    before = _peak_mib()
    full = _each(MANY, None)
    grown = _peak_mib() - before
    what = f"{MANY:,} people in one call, everything, each, beside a level fit"
    yield compared(what, shown(full), shown(fit), full / fit, 0.01)
    yield Line("peak memory that call added", f"{grown:.0f} MiB")
    state = trends.state_of(ratings()[0][:-1], options=NO_JUMPS)
    last = ratings()[0][-1]
    pair = in_turn(
        partial(trends.add_rating, state, last),
        partial(_said, NO_JUMPS, ratings()[0]),
        times=50,
        clock=process_time,
    )
    yield timed("one rating more to a stored state, beside going through the record", pair)


def _plain_levels() -> None:
    """147 lanes and the contrast for everybody, without jumps and without the check for a sudden change."""
    records = (record_of(one, end=AT.timestamp(), options=NO_JUMPS) for one in ratings())
    for few in a_few(records):
        levels(few, AT, (), NO_JUMPS)


def _each(
    count: int,
    options: TrendOptions | None,
    *,
    many: Callable[..., Iterable[object]] = trends.felt_trust_many,
) -> float:
    """CPU seconds a person, in one call; the people are taken round and round."""
    records = (ratings()[place % SERIES] for place in range(count))

    def whole() -> None:
        for _ in many(records, at=AT, options=options):
            pass

    return once(whole, process_time) / count


def _compiled() -> Iterator[Line]:
    """The same with the optional kernel, where it is installed."""
    if find_spec("numba") is None:
        yield Line("with the compiled kernel (troth[fast])", "not run: numba is not installed")
        return
    fast = import_module("troth.trends.fast")
    full = _over(SERIES, lambda mine: fast.compare(mine, at=AT), _level_fit)
    yield timed("full answer with the compiled kernel, beside a level fit", full, most=0.1)
    fit = median(once(partial(_level_fit, one), process_time) for one in people()[:30])
    each = _each(MANY, None, many=fast.felt_trust_many)
    what = f"{MANY:,} people in one call with it, everything, each"
    yield compared(what, shown(each), shown(fit), each / fit, 0.01)


def _promises() -> Iterator[Line]:
    rng = np.random.default_rng(2)
    some = []
    for day in rng.uniform(0, 300, 10_000).tolist():
        due = START + timedelta(days=day)
        outcome = "kept" if rng.random() < 0.8 else "missed"
        size = str(rng.choice(["tiny", "small", "medium", "large"]))
        dimension = str(rng.choice(["ability", "integrity", "benevolence"]))
        some.append(
            Promise(
                due,
                outcome,
                due + timedelta(days=rng.uniform(-2, 2)),
                due - timedelta(days=9),
                size,
                dimension,
            )
        )

    def cost(count: int) -> float:
        work = partial(trends.reliability, some[:count], at=AT)
        work()
        return median(once(work, process_time) for _ in range(15))

    thousand, ten = cost(1_000), cost(10_000)
    yield Line("reliability, 1,000 promises", shown(thousand), "", None, "≤ 5 ms", thousand <= 5e-3)
    yield compared(
        "10,000 promises beside ten times 1,000", shown(ten), shown(10 * thousand), ten / thousand / 10, 1.2
    )


def _agreement() -> Line:
    """The largest difference of log-likelihoods to statsmodels', at the same parameters."""
    q, tau, r, sigma2 = 0.03, 1.5, 1.0, 2.0
    phi = np.exp(-1 / tau)
    worst = 0.0
    for mine, days in zip(ratings()[:20], people()[:20], strict=True):
        model = UnobservedComponents(days, "llevel", autoregressive=1, use_exact_diffuse=True)
        theirs = model.loglike([sigma2, q * sigma2, r * sigma2 * (1 - phi**2), phi], transformed=True)
        ours = trends.log_likelihood(mine, q=q, tau=tau, r=r, sigma2=sigma2)
        worst = max(worst, abs(ours - theirs - np.log(2 * np.pi) / 2))
    return Line(
        "log-likelihood beside statsmodels', largest difference of 20",
        f"{worst:.0e}",
        "",
        None,
        "≤ 1e-8",
        worst <= 1e-8,
    )


def _peak_mib() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
