"""Reliability: what my own promises say about how far my word held lately."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from operator import itemgetter
from types import MappingProxyType
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from troth.trends.answers import Bound, Group, Reliability
from troth.trends.credit import credit_for, weight_of
from troth.trends.evidence import Counted, Tally, estimate, tally
from troth.trends.inputs import Promise, ReliabilityOptions
from troth.trends.kept_sides import calibration_of, change_of, repair_of
from troth.trends.moments import DAY, EPOCH, checked, seconds
from troth.trends.words import show_for
from troth.values import DIMENSIONS, SIZE_WEIGHT, SIZES

MATTERS = 0.05
Key = TypeVar("Key", bound=str)


@dataclass(frozen=True, slots=True)
class Record:
    """What is known of the promises at one moment."""

    at: float
    known: tuple[Promise, ...]
    settled: tuple[Promise, ...]
    counted: Counted
    neutral: int
    open: tuple[Promise, ...]


def reliability(
    promises: Sequence[Promise], *, at: datetime, options: ReliabilityOptions | None = None
) -> Reliability:
    """Say how reliable the writer has been lately.

    Parameters
    ----------
    promises : any number, in any order; those made after ``at`` are ignored, those settled after it are still open
    at : the moment of the answer, aware
    options : priors and half-lives; the usual ones if left out

    Returns
    -------
    Reliability : mean and 80 % interval as shares kept, evidence in medium promises, the same by dimension and size,
        what overdue promises could change, repair, change, calibration

    Raises
    ------
    ValueError : ``at`` has no offset

    Source
    ------
    Specification of trends, section 3; Jøsang and Ismail 2002. ``docs/models/trends.md``.

    Examples
    --------
    >>> from datetime import UTC, datetime
    >>> kept = Promise(datetime(2026, 1, 5, 12, tzinfo=UTC), "kept", datetime(2026, 1, 5, 12, tzinfo=UTC))
    >>> found = reliability([kept], at=datetime(2026, 1, 6, tzinfo=UTC))
    >>> round(found.mean, 4), found.show
    (0.6641, 'none')
    """
    options = options or ReliabilityOptions()
    record = record_at(promises, at=seconds(checked(at, name="at")))
    found = tally(record.counted, at=record.at, options=options)
    whole = estimate(found, mean=options.prior_mean, weight=options.prior_weight)
    overdue = [one for one in record.open if seconds(one.due) < record.at]
    return Reliability(
        at=at,
        mean=whole.mean,
        low=whole.low,
        high=whole.high,
        n=whole.n,
        n_eff=whole.n_eff,
        ignorance=options.prior_weight / (options.prior_weight + whole.n),
        resolved=len(record.settled),
        neutral=record.neutral,
        open=len(record.open),
        overdue=len(overdue),
        show=show_for(len(record.settled)),
        bound=_bound(overdue, found, at=record.at, options=options),
        repair=repair_of(record.settled, at=record.at, half_life_days=options.half_life_days),
        dimensions=MappingProxyType(_groups(record, "dimension", DIMENSIONS, options)),
        sizes=MappingProxyType(_groups(record, "size", SIZES, options)),
        change=change_of(record.counted, at=record.at),
        calibration=calibration_of(record.settled, record.counted),
    )


def record_at(promises: Iterable[Promise], *, at: float) -> Record:
    """Sort promises by what is known of them at a moment."""
    known, waiting = [], []
    rows: list[tuple[float, float, float, Promise]] = []
    neutral = 0
    for one in promises:
        made = None if one.made is None else (one.made - EPOCH).total_seconds()
        if made is not None and made > at:
            continue
        known.append(one)
        if one.at is None or (moment := (one.at - EPOCH).total_seconds()) > at:
            waiting.append(one)
            continue
        due = (one.due - EPOCH).total_seconds()
        worth = credit_for(one.outcome, moment - due, 0.0 if made is None else due - made)
        if worth is None:
            neutral += 1
        else:
            rows.append((moment, SIZE_WEIGHT[one.size], worth, one))
    rows.sort(key=itemgetter(0))
    when, size, credits, settled = zip(*rows, strict=True) if rows else ((), (), (), ())
    counted = Counted(*(np.array(column, dtype=np.float64) for column in (when, size, credits)))
    return Record(at, tuple(known), settled, counted, neutral, tuple(waiting))


def _bound(overdue: Iterable[Promise], found: Tally, *, at: float, options: ReliabilityOptions) -> Bound:
    half_life = options.half_life_days
    weight = sum(
        weight_of(one) * (1.0 if half_life is None else 2.0 ** ((seconds(one.due) - at) / (DAY * half_life)))
        for one in overdue
    )
    alpha = options.prior_weight * options.prior_mean + found.kept
    total = options.prior_weight + found.n
    low, high, mean = alpha / (total + weight), (alpha + weight) / (total + weight), alpha / total
    return Bound(low, high, float(weight), mean - low > MATTERS or high - mean > MATTERS)


def _groups(
    record: Record, name: str, keys: tuple[Key, ...], options: ReliabilityOptions
) -> dict[Key, Group]:
    occurring = {getattr(one, name) for one in record.known}
    of_each: NDArray[np.object_] = np.array([getattr(one, name) for one in record.settled], dtype=object)
    return {key: _group(record, of_each == key, options) for key in keys if key in occurring}


def _group(record: Record, inside: NDArray[np.bool_], options: ReliabilityOptions) -> Group:
    others = tally(record.counted.only(~inside), at=record.at, options=options)
    weight = options.prior_weight
    outside = (weight * options.prior_mean + others.kept) / (weight + others.n)
    within = tally(record.counted.only(inside), at=record.at, options=options)
    return estimate(within, mean=outside, weight=options.group_weight)
