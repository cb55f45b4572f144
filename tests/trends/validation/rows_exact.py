"""Rows 2 and 3: the same numbers as another program, and as a dense normal."""

from datetime import timedelta

import numpy as np

from tests.trends.dense import dense
from tests.trends.examples import NOON, random_ratings
from tests.trends.peers import statsmodels_log_likelihood
from tests.trends.validation.row import Row
from troth.trends import Rating, log_evidence, log_likelihood
from troth.trends.backward import run_backward
from troth.trends.forward import run_forward, table_of
from troth.trends.grid import TAU, Q, R, one_lane
from troth.trends.hypotheses import JUMP_VARIANCE
from troth.trends.moments import DAY, seconds
from troth.trends.plan import Nodes, plan_of
from troth.trends.smooth import smoothed

SERIES, RECORDS = 60, 300


def statsmodels() -> list[Row]:
    """Row 2: random lanes, random gaps."""
    worst = 0.0
    for seed in range(SERIES):
        rng = np.random.default_rng(200 + seed)
        days = np.sort(rng.choice(200, size=int(rng.integers(10, 120)), replace=False))
        days -= days[0]
        values = np.clip(np.round(6 + rng.normal(0, 1.6, len(days)), 1), 0, 10)
        lane = {"q": float(rng.choice(Q)), "tau": float(rng.choice(TAU)), "r": float(rng.choice(R[1:]))}
        lane["sigma2"] = float(rng.uniform(0.5, 4))
        ours = log_likelihood(
            [Rating(NOON + timedelta(days=int(d)), float(v)) for d, v in zip(days, values, strict=True)],
            **lane,
        )
        worst = max(worst, abs(ours - statsmodels_log_likelihood(days, values, **lane)))
    return [_exact(2, f"log-likelihood beside statsmodels, {SERIES} series", worst)]


def dense_normal() -> list[Row]:
    """Row 3: up to 12 irregular ratings, one jump: evidence, level, D, smoother."""
    worst = dict.fromkeys(("evidence", "level", "D", "smoother"), 0.0)
    for seed in range(RECORDS):
        rng = np.random.default_rng(300 + seed)
        ratings = random_ratings(rng, int(rng.integers(2, 13)), days=40)
        for name, miss in _misses(rng, ratings).items():
            worst[name] = max(worst[name], miss)
    return [
        _exact(3, f"{name} beside a dense normal, {RECORDS} records", miss) for name, miss in worst.items()
    ]


def _misses(rng: np.random.Generator, ratings: list[Rating]) -> dict[str, float]:
    ordered = sorted(ratings, key=lambda one: (one.at, one.value))
    at = np.array([(seconds(one.at) - seconds(ordered[0].at)) / DAY for one in ordered])
    value = np.array([one.value for one in ordered])
    q, r, tau = float(rng.choice(Q)), float(rng.choice(R)), float(rng.choice(TAU))
    end = float(at[-1] + rng.uniform(0, 9))
    jump = float(rng.uniform(0, end))
    nodes = Nodes(np.sort(rng.uniform(0, end, 9)), rng.normal(size=9))
    days = np.sort(rng.uniform(0, end, 5))
    slow = dense(
        at, value, q=q, r=r, tau=tau, jumps=(jump,),
        asked=[([end], [1.0]), (nodes.at, nodes.weight), *[([day], [1.0]) for day in days]],
    )  # fmt: skip
    lane = one_lane(q=q, r=r, tau=tau)
    table = table_of([plan_of(at, value, end=end, nodes=nodes, jumps=np.array([jump]))])
    passed = run_forward(table, lane)
    (shock,) = run_backward(table, passed)
    variance = 1 / (1 / JUMP_VARIANCE + float(shock.n[0, 0]))
    moved = variance * float(shock.r[0, 0])
    s = float(passed.s[0, 0]) - moved * float(shock.r[0, 0])
    more = np.log1p(JUMP_VARIANCE * float(shock.n[0, 0]))
    degrees = len(at) + 1
    level = float(passed.level[0, 0] + shock.level[0, 0] * moved)
    spread = float(passed.level_variance[0, 0] + shock.level[0, 0] ** 2 * variance)
    d = float(passed.d[0, 0] + shock.d[0, 0] * moved)
    d_spread = float(passed.d_variance[0, 0] + shock.d[0, 0] ** 2 * variance)
    plain = log_evidence(ratings, q=q, tau=tau, r=r)
    evidence = plain - more / 2 - degrees / 2 * (np.log(s) - np.log(float(passed.s[0, 0])))
    smooth_level, smooth_variance = smoothed(at, value, days, lane, jumps=((jump,),))
    return {
        "evidence": abs(evidence - slow.log_evidence),
        "level": max(abs(level - slow.centre[0]), abs(spread - slow.variance[0])),
        "D": max(abs(d - slow.centre[1]), abs(d_spread - slow.variance[1])),
        "smoother": max(
            np.abs(smooth_level[:, 0] - slow.centre[2:]).max(),
            np.abs(smooth_variance[:, 0] - slow.variance[2:]).max(),
        ),
    }


def _exact(number: int, check: str, worst: float) -> Row:
    return Row(number, check, "≤ 1e-8", f"{worst:.1e}", worst <= 1e-8)
