"""What I do and how trust moves: a link is spoken of rarely, and never as a cause."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from math import erf, sqrt

import numpy as np
from numpy.typing import NDArray

from troth.trends.answers import ActKind, Link, When
from troth.trends.credit import weight_of
from troth.trends.forward import INVERSE, LEVEL, MOOD, Passed, run_forward, table_of
from troth.trends.grid import Grid, grid_of
from troth.trends.inputs import Event, Promise, Rating, TrendOptions
from troth.trends.moments import DAY, checked, seconds
from troth.trends.plan import plan_of
from troth.trends.record import days_of, record_of

Numbers = NDArray[np.float64]
ENOUGH_DAYS = 60
SAME_DAY, MOST_DAYS, FADE_DAYS = 1.0, 14.0, 3.0
SURE = 0.975
ACTS: tuple[ActKind, ...] = ("kept", "missed", "repair")
# Mean and standard deviation of what is thought of a link before any data, in SDs of trust per SD of act.
BEFORE: dict[When, tuple[float, float]] = {"same day": (0.0, 0.2), "carried over": (0.02, 0.05)}


@dataclass(frozen=True, slots=True)
class Act:
    """Something that was done: kind, moment in seconds, size in medium promises."""

    kind: ActKind
    at: float
    size: float


def acts_and_trust(
    acts: Sequence[Promise | Event],
    ratings: Sequence[Rating],
    *,
    at: datetime,
    options: TrendOptions | None = None,
) -> tuple[Link, ...]:
    """Say which kinds of act and felt trust go together. Both sides must have agreed to that use of the ratings.

    Parameters
    ----------
    acts : promises (kept, missed, repaired) and logged breaches (counted as missed); later ones than ``at`` are ignored
    ratings : the other side's answers, shared for this
    at : the moment of the answer, aware
    options : scale and prior

    Returns
    -------
    tuple of Link : one for each kind of act that occurs, on the same day and carried over; empty with fewer than 60 days
        that have a rating. Only those with ``say`` may be spoken of, as going together, never as a cause

    Raises
    ------
    ValueError : ``at`` has no offset, or a rating lies outside the scale

    Source
    ------
    Specification of trends, section 7; regression on whitened innovations (Harvey 1989, 3.4), shrinkage our choice.

    Examples
    --------
    >>> from datetime import UTC
    >>> acts_and_trust([], [], at=datetime(2026, 1, 1, tzinfo=UTC))
    ()
    """
    options = options or TrendOptions()
    end = seconds(checked(at, name="at"))
    record = record_of(ratings, end=end, options=options)
    if days_of(record).answered < ENOUGH_DAYS:
        return ()
    done = [one for one in _done(acts) if one.at <= end]
    columns: dict[tuple[ActKind, When], Numbers] = {
        (kind, when): column
        for kind in ACTS
        for when, column in _columns([one for one in done if one.kind == kind], record.at).items()
    }
    columns = {key: column for key, column in columns.items() if np.ptp(column) > 0}
    white = _whitened(record.days, [record.value, *columns.values()], grid_of(options.prior))
    return _links(columns, white, record.value)


def shrunk(beta: float, se: float, *, when: When) -> tuple[float, float, float]:
    """Join an estimate with what is thought before any data: give mean, standard deviation, probability of the sign."""
    mean, spread = BEFORE[when]
    centre = (spread**2 * beta + se**2 * mean) / (spread**2 + se**2)
    sd = (1 / spread**2 + 1 / se**2) ** -0.5
    return centre, sd, (1 + erf(abs(centre) / sd / sqrt(2))) / 2


def _done(acts: Iterable[Promise | Event]) -> Iterable[Act]:
    for one in acts:
        if isinstance(one, Event):
            if one.kind == "breach":
                yield Act("missed", seconds(one.at), 1.0)
            continue
        if one.at is not None and one.outcome in ("kept", "missed"):
            yield Act("kept" if one.outcome == "kept" else "missed", seconds(one.at), weight_of(one))
        if one.repaired is not None:
            yield Act("repair", seconds(one.repaired), weight_of(one))


def _columns(acts: Sequence[Act], at: Numbers) -> dict[When, Numbers]:
    when, size = np.array([one.at for one in acts]), np.array([one.size for one in acts])
    days = (at[:, None] - when) / DAY
    today = (days >= 0) & (days < SAME_DAY)
    before = (days >= SAME_DAY) & (days <= MOST_DAYS)
    fading = np.exp(-np.where(before, days, 0) / FADE_DAYS) * before
    return {"same day": today @ size, "carried over": fading @ size}


def _whitened(days: Numbers, columns: Sequence[Numbers], grid: Grid) -> list[Numbers]:
    """Filter each column with the gains of the likeliest lane; divide innovations by their standard deviation."""
    plan = plan_of(days, columns[0], end=float(days[-1]))
    passed = run_forward(table_of([plan]), grid)
    degrees = len(days) + 1
    best = int(np.argmax(grid.log_prior - 0.5 * passed.log_f[0] - 0.5 * degrees * np.log(passed.s[0])))
    return [_innovations(column, passed, best) for column in columns]


def _innovations(column: Numbers, passed: Passed, lane: int) -> Numbers:
    level, mood = float(column[0]), 0.0
    found = np.empty(len(column) - 1)
    phi, kept = passed.phi[list(passed.gap_of), lane], passed.kept[:, :, 0, lane]
    for i in range(len(found)):
        mood *= phi[i]
        miss = column[i + 1] - level - mood
        level += kept[i, LEVEL] * miss
        mood += kept[i, MOOD] * miss
        found[i] = miss
    whitened: Numbers = found * np.sqrt(kept[:, INVERSE])
    return whitened


def _links(
    columns: dict[tuple[ActKind, When], Numbers], white: list[Numbers], trust: Numbers
) -> tuple[Link, ...]:
    if not columns or np.ptp(trust) == 0:
        return ()
    y, x = white[0], np.array(white[1:]).T
    spare = len(y) - x.shape[1]
    if spare <= 0 or np.linalg.matrix_rank(x) < x.shape[1]:
        return ()
    beta, *_ = np.linalg.lstsq(x, y, rcond=None)
    rest = y - x @ beta
    se = np.sqrt(np.diag(np.linalg.inv(x.T @ x)) * (rest @ rest) / spare)
    links = []
    for (kind, when), column, one, error in zip(columns, columns.values(), beta, se, strict=True):
        scale = float(column.std() / trust.std())
        estimate, wide = float(one) * scale, max(float(error) * scale, 1e-12)
        mean, sd, sign = shrunk(estimate, wide, when=when)
        links.append(Link(kind, when, len(trust), estimate, wide, mean, sd, sign, sign >= SURE))
    return tuple(links)
