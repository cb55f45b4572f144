"""Is there something sudden and downward in the last three weeks? Dates come out as a range, never as a day."""

from collections.abc import Sequence
from datetime import datetime

import numpy as np
from numpy.typing import NDArray

from troth.trends.answers import Change
from troth.trends.hypotheses import Weighed
from troth.trends.inputs import Event, Rating, TrendOptions
from troth.trends.model import Passes, change_case, weigh_cases
from troth.trends.moments import DAY, checked, moment_at, seconds
from troth.trends.record import Record, record_of
from troth.trends.student import student_table

Numbers = NDArray[np.float64]
WINDOW_DAYS, RECENT_DAYS = 84, 21
NEEDS_RATINGS, NEEDS_DAYS = 15, 28
ASK, SAY, DOWN = 0.4, 0.7, 0.9
TINY = 1e-300
NOTHING = Change(False, False, None, None, None, None)


def change_check(ratings: Sequence[Rating], *, at: datetime, options: TrendOptions | None = None) -> Change:
    """Look for a sudden change downward in the last three weeks.

    Parameters
    ----------
    ratings : one person's own answers; those of the 84 days before ``at`` are used
    at : the moment of the answer, aware
    options : scale and prior

    Returns
    -------
    Change : ``ask`` whether there was an event, or even ``say`` so; its probability, that it was downward, and between
        which moments; all ``None`` with fewer than 15 ratings or 28 days of record

    Raises
    ------
    ValueError : ``at`` has no offset, or a rating lies outside the scale

    Source
    ------
    Specification of trends, section 6. ``docs/models/trends.md``.

    Examples
    --------
    >>> from datetime import UTC
    >>> change_check([], at=datetime(2026, 1, 1, tzinfo=UTC)).ask
    False
    """
    options = options or TrendOptions()
    record = record_of(ratings, end=seconds(checked(at, name="at")), options=options)
    (found,) = changes_in([record], (), options)
    return found


def changes_in(
    records: Sequence[Record], events: Sequence[Event], options: TrendOptions, *, passes: Passes | None = None
) -> list[Change]:
    """Check several records side by side."""
    found = [NOTHING] * len(records)
    lately = [record.since(record.end - WINDOW_DAYS * DAY) for record in records]
    enough = [place for place, record in enumerate(records) if _is_enough(record, lately[place])]
    cases = [change_case(lately[place]) for place in enough]
    weighed = weigh_cases(cases, options.prior, passes=passes) if cases else ()
    for place, case, lanes in zip(enough, cases, weighed, strict=True):
        found[place] = _change(lately[place], case.possible.at, lanes, events)
    return found


def _is_enough(record: Record, lately: Record) -> bool:
    return len(lately.at) >= NEEDS_RATINGS and record.span >= NEEDS_DAYS and lately.span > 0


def _change(lately: Record, at: Numbers, weighed: Weighed, events: Sequence[Event]) -> Change:
    """Read the answer off the lanes. A logged event within the range answers the question, so it is not asked."""
    weight, p_down = _jumps(weighed)
    recent = at > lately.span - RECENT_DAYS
    p_recent = float(weight[recent].sum())
    down = float(weight[recent] @ p_down[recent]) / max(p_recent, TINY)
    start, end = (float(lately.at[0]) + DAY * day for day in _range(at, weight))
    explained = any(start <= seconds(one.at) <= end for one in events)
    return Change(
        say=p_recent >= SAY and down >= DOWN,
        ask=p_recent >= ASK and down >= DOWN and not explained,
        p_recent=p_recent,
        p_down=down,
        from_=moment_at(start),
        to=moment_at(end),
    )


def _jumps(weighed: Weighed) -> tuple[Numbers, Numbers]:
    """Give each possible jump's weight, and the probability that it went down."""
    weight = np.exp(weighed.log_weight - weighed.log_weight.max())
    weight /= weight.sum()
    # The first row is no jump; the others are one jump each.
    scale = np.sqrt(weighed.jump_variance * weighed.s[1:] / weighed.degrees)
    down = student_table(weighed.degrees).cdf(-weighed.jump / scale)
    total: Numbers = weight[1:].sum(axis=1)
    return total, (weight[1:] * down).sum(axis=1) / np.maximum(total, TINY)


def _range(at: Numbers, weight: Numbers) -> tuple[float, float]:
    """Give the days between which 5 to 95 % of the jumps' weight lies."""
    heaped = np.cumsum(weight) / max(float(weight.sum()), TINY)
    first, last = np.searchsorted(heaped, [0.05, 0.95], side="left")
    return float(at[first]), float(at[min(last, len(at) - 1)])
