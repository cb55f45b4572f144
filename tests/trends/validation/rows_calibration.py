"""Rows 4, 5 and 8: are probabilities what they say, in the model's own world and in others?"""

import numpy as np
from scipy import stats

from tests.trends.validation.answers import level_places, mixtures
from tests.trends.validation.row import Row, at_least, within
from tests.trends.validation.simulate import Habit, answered, record, walk
from troth.trends.beta import beta_cdf
from troth.trends.evidence import Counted, estimate, tally
from troth.trends.grid import JUMP_VARIANCE, PRIOR_DEGREES, grid_of
from troth.trends.hypotheses import possible_jumps
from troth.trends.inputs import ReliabilityOptions
from troth.trends.moments import DAY
from troth.trends.record import Record

DRAWS, SPAN = 4_000, 64
COVERED_PEOPLE = 400


def of_the_model() -> list[Row]:
    """Row 4: truth drawn from the prior, jumps included."""
    rng = np.random.default_rng(4)
    drawn = [_draw(rng) for _ in range(DRAWS)]
    places = np.array(
        [
            (level.at_most(truth[0]), d.at_most(truth[1]))
            for (level, d, _), (_, truth) in zip(mixtures([one for one, _ in drawn]), drawn, strict=True)
        ]
    )
    return [*_uniform(4, "the level", places[:, 0]), *_uniform(4, "the contrast D", places[:, 1])]


def _draw(rng: np.random.Generator) -> tuple[Record, tuple[float, float]]:
    """One person from the prior: a lane, a noise variance, jumps, ratings; and the true level and contrast."""
    grid = grid_of("mood-1")
    lane = rng.choice(len(grid.q), p=np.exp(grid.log_prior))
    q, r, tau = grid.q[lane], grid.r[lane], grid.tau[lane]
    days = np.flatnonzero(rng.random(SPAN) >= 0.3).astype(float)
    days = np.unique(np.concatenate(([0.0], days, np.arange(0, 20), np.arange(SPAN - 8, SPAN))))
    end = SPAN - 0.5
    nodes = np.concatenate((np.arange(28.0), end - 0.5 - np.arange(14)))
    moments = np.unique(np.concatenate((days, nodes, [end])))
    possible = possible_jumps(end, logged=np.empty(0))
    places = possible.sets[rng.choice(len(possible.sets), p=np.exp(possible.log_prior))]
    sigma = np.sqrt(PRIOR_DEGREES / rng.chisquare(PRIOR_DEGREES))
    level = np.concatenate(
        ([0.0], np.cumsum(rng.normal(size=len(moments) - 1) * np.sqrt(q * np.diff(moments))))
    )
    for jump in possible.at[list(places)]:
        level += rng.normal() * np.sqrt(JUMP_VARIANCE) * (moments >= jump - 1e-9)
    mood = np.zeros(len(days))
    mood[0] = rng.normal() * np.sqrt(r)
    for i, gap in enumerate(np.diff(days), 1):
        phi = np.exp(-gap / tau)
        mood[i] = phi * mood[i - 1] + rng.normal() * np.sqrt(r * (1 - phi**2))
    at = {moment: value for moment, value in zip(moments, level, strict=True)}
    value = sigma * (np.array([at[day] for day in days]) + mood + rng.normal(size=len(days)))
    contrast = np.mean([at[node] for node in nodes[28:]]) - np.mean([at[node] for node in nodes[:28]])
    return Record(days * DAY, value, end * DAY, 0), (sigma * at[end], sigma * contrast)


def _uniform(number: int, name: str, places: np.ndarray) -> list[Row]:
    counts = np.histogram(places, bins=20, range=(0, 1))[0]
    chi2, ks = stats.chisquare(counts).pvalue, stats.kstest(places, "uniform").pvalue
    found = [
        at_least(number, f"{name}: χ² of 20 bins, p ({len(places):,} draws)", chi2, 0.001),
        at_least(number, f"{name}: Kolmogorov-Smirnov, p", ks, 0.001),
    ]
    for share in (0.5, 0.8, 0.9, 0.95):
        covered = float((np.abs(places - 0.5) < share / 2).mean())
        found.append(
            within(
                number, f"{name}: covered by its {share:.0%} interval", covered, share - 0.02, share + 0.02
            )
        )
    return found


def of_reliability() -> list[Row]:
    """Row 5: constant rates, uniform over people."""
    rng = np.random.default_rng(5)
    places, covered = [], []
    plain = ReliabilityOptions(half_life_days=None, half_life_weight=None)
    for _ in range(DRAWS):
        rate, n = rng.random(), int(rng.integers(0, 40))
        at = np.sort(rng.uniform(0, 300, n)) * DAY
        kept = (rng.random(n) < rate).astype(float)
        found = tally(Counted(at, np.ones(n), kept), at=300 * DAY, options=plain)
        places.append(beta_cdf(rate, 1 + found.kept, 1 + found.broken))
        sizes = rng.choice([0.25, 0.5, 1, 2], n)
        found = tally(Counted(at, sizes, kept), at=300 * DAY, options=ReliabilityOptions())
        one = estimate(found, mean=0.5, weight=2.0)
        covered.append(one.low <= rate <= one.high)
    return [
        *_uniform(5, "reliability, no forgetting", np.array(places)),
        at_least(
            5,
            "reliability, defaults, mixed sizes: covered by its 80% interval",
            float(np.mean(covered)),
            0.80,
        ),
    ]


def of_other_worlds() -> list[Row]:
    """Row 8: 90 % coverage of the level at day 84; σ 1.5, level step .1 a day, from 6 on."""
    plain = Habit(whole=False)
    worlds = {
        "plain": (plain, 0.87), "t₄ noise": (Habit(whole=False, heavy_tails=True), 0.87),
        "whole numbers": (Habit(), 0.87), "70 % missing": (Habit(whole=False, missing=0.7), 0.87),
        "weekday cycle (weekends +1)": (Habit(whole=False, weekend=1.0), 0.87),
        "skipping 70 % of days below 4": (Habit(whole=False, skips_low=0.7), 0.87),
        "OU1": (Habit(whole=False, carry=1), 0.87), "OU4": (Habit(whole=False, carry=4), 0.87),
        "OU8": (Habit(whole=False, carry=8), None), "ramp (+2 in 84 days)": (plain, None),
        "full scale (level near 9)": (Habit(), None), "scale drift (+1.5 in 84 days)": (Habit(whole=False, drift=1.5), None),
    }  # fmt: skip
    found = []
    for place, (name, (habit, least)) in enumerate(worlds.items()):
        covered = _covered(800 + place, name, habit)
        check = f"{name}: level at day 84 within its 90 % interval"
        found.append(
            Row(8, check, "", f"{covered:.3f}", None) if least is None else at_least(8, check, covered, least)
        )
    return found


def _covered(seed: int, name: str, habit: Habit) -> float:
    rng = np.random.default_rng(seed)
    records, truth = [], []
    for _ in range(COVERED_PEOPLE):
        level = walk(rng, 85, start=9.0 if name.startswith("full") else 6.0, step=0.1)
        if name.startswith("ramp"):
            level = 4 + 2 * np.arange(85) / 84 + 0 * level
        if name.startswith("full"):
            level = np.minimum(level, 10)
        records.append(record(*answered(rng, level[:84], habit), end=84.0))
        truth.append(float(level[84]))
    return float((np.abs(level_places(records, truth) - 0.5) < 0.45).mean())
