"""What one promise counts at a moment: its credit from 0 to 1, or nothing."""

from math import exp2

from troth.trends.inputs import Promise
from troth.trends.moments import DAY, seconds
from troth.values import SIZE_WEIGHT, Result

FLOOR_LATE = 0.2


def credit(promise: Promise) -> float | None:
    """Give the credit of a settled promise.

    Parameters
    ----------
    promise : one that is not open

    Returns
    -------
    float or None : 1 kept on time, 0 missed (also after repair), between them kept or renegotiated late, halving with
        each quarter of the promise's own length; ``None`` where it was renegotiated in time and so counts nothing

    Raises
    ------
    Nothing.

    Source
    ------
    Specification of trends, 3.1; our choice.

    Examples
    --------
    >>> from datetime import UTC, datetime
    >>> made, due, at = (datetime(2026, 1, day, 12, tzinfo=UTC) for day in (4, 12, 14))
    >>> credit(Promise(due, "kept", at, made=made))
    0.5
    """
    if promise.at is None:
        return 0.0
    length = 0.0 if promise.made is None else seconds(promise.due) - seconds(promise.made)
    return credit_for(promise.outcome, seconds(promise.at) - seconds(promise.due), length)


def credit_for(outcome: Result, late_s: float, length_s: float) -> float | None:
    """Give the credit from how late a promise was settled, and how long it ran, both in seconds."""
    if outcome == "missed":
        return 0.0
    if late_s <= 0:
        return None if outcome == "renegotiated" else 1.0
    return max(FLOOR_LATE, exp2(-late_s / max(DAY, length_s / 4)))


def weight_of(promise: Promise) -> float:
    """Give the size in medium promises."""
    return SIZE_WEIGHT[promise.size]
