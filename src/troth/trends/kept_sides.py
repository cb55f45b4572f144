"""Three figures beside reliability: repair, change, and how sure I was against what happened."""

from collections.abc import Sequence

import numpy as np

from troth.trends.answers import Calibration, ReliabilityChange, Repair
from troth.trends.beta import beta_quantile
from troth.trends.beta_table import table_of
from troth.trends.credit import weight_of
from troth.trends.evidence import Counted
from troth.trends.inputs import Promise
from troth.trends.moments import DAY, seconds
from troth.trends.words import word_for

WEIGHT, MEAN = 2.0, 0.5
REPAIR_DAYS = 7
NOW_DAYS, THEN_DAYS = 60, 180
ENOUGH = 5
LEAST = 0.10
POINTS = 2_000


def repair_of(settled: Sequence[Promise], *, at: float, half_life_days: float | None) -> Repair:
    """Say which share of missed promises was made good within 7 days; those still within them wait."""
    good = bad = 0.0
    for one in settled:
        if one.outcome != "missed" or one.at is None:
            continue
        missed = seconds(one.at)
        repaired = None if one.repaired is None or seconds(one.repaired) > at else seconds(one.repaired)
        last = missed + REPAIR_DAYS * DAY
        if repaired is None and at < last:
            continue
        age = (at - missed) / DAY
        weight = weight_of(one) * (1.0 if half_life_days is None else 2.0 ** (-age / half_life_days))
        if repaired is not None and repaired <= last:
            good += weight
        else:
            bad += weight
    a, b = WEIGHT * MEAN + good, WEIGHT * (1 - MEAN) + bad
    return Repair(a / (a + b), beta_quantile(0.1, a, b), beta_quantile(0.9, a, b), good + bad)


def change_of(counted: Counted, *, at: float) -> ReliabilityChange:
    """Compare the last 60 days with the 120 before them, each without forgetting."""
    recent, older = at - NOW_DAYS * DAY, at - THEN_DAYS * DAY
    now = counted.only(counted.at > recent)
    then = counted.only((counted.at > older) & (counted.at <= recent))
    counts = len(now.at), len(then.at)
    if min(counts) < ENOUGH:
        return ReliabilityChange("not enough yet", None, *counts)
    a_now, b_now = _plain(now)
    a_then, b_then = _plain(then)
    points = (np.arange(POINTS) + 0.5) / POINTS
    p_higher = float(table_of(a_then, b_then).heights_at(table_of(a_now, b_now).points_at(points)).mean())
    difference = a_now / (a_now + b_now) - a_then / (a_then + b_then)
    return ReliabilityChange(word_for(p_higher, difference, least=LEAST), p_higher, *counts)


def _plain(counted: Counted) -> tuple[float, float]:
    """Give the Beta parameters of a window: mean with all evidence, weight with the effective part of it."""
    n = float(counted.size.sum())
    mean = (WEIGHT * MEAN + float(counted.size @ counted.credit)) / (WEIGHT + n)
    weight = WEIGHT + min(n, n * n / float(counted.size @ counted.size))
    return mean * weight, (1 - mean) * weight


def calibration_of(settled: Sequence[Promise], counted: Counted) -> Calibration | None:
    """Compare how sure the writer was with what was kept on time; nothing under five answers."""
    asked = [
        (one.sure / 100, float(worth == 1))
        for one, worth in zip(settled, counted.credit, strict=True)
        if one.sure is not None
    ]
    if len(asked) < ENOUGH:
        return None
    sure, kept = np.array(asked).T
    return Calibration(float(((sure - kept) ** 2).mean()), float(sure.mean() - kept.mean()), len(asked))
