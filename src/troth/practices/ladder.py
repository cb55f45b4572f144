"""The ladder: steps of low risk first, never larger than what the record supports."""

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta

from troth.practices.counts import counted
from troth.values import Outcome, Size

Rung = int  # 1 to 7
STEPS: Mapping[int, str] = {
    1: "truth",
    2: "tiny",
    3: "same_week",
    4: "talk",
    5: "ask_help",
    6: "larger",
    7: "shared_plan",
}
IN_A_ROW = 3
BREACH_DAYS, HIGHEST_AFTER_BREACH = 28, 4
COUNTED = 5  # promises that count before more than a tiny one is suggested
# From which lower end of reliability on which size is suggested; below the last one it stays at tiny.
LARGEST: tuple[tuple[float, Size], ...] = ((0.80, "large"), (0.65, "medium"), (0.50, "small"))


def rung_of(outcomes: Iterable[Outcome], *, at: datetime, strain: int | None = None) -> Rung:
    """Say where the ladder stands.

    Parameters
    ----------
    outcomes : what became of promises, in any order; what is open does not count
    at : the moment of asking, aware
    strain : the writer's own felt strain, 0 to 10, or ``None`` where it was not asked

    Returns
    -------
    Rung : 1 to 7; one up after three kept on time in a row while strain is at most 4, one down after a miss; after a
        missed promise about integrity at most 4 for 28 days

    Raises
    ------
    Nothing.

    Source
    ------
    Specification of trends, section 8.

    Examples
    --------
    >>> rung_of([], at=datetime.fromisoformat("2026-03-01T09:00+00:00"))
    1
    """
    settled = sorted((one for one in outcomes if one.at is not None and one.at <= at), key=_settled_at)
    rung, row = 1, 0
    for one in settled:
        if one.result == "missed":
            rung, row = max(1, rung - 1), 0
        elif one.result == "kept":
            row = row + 1 if _settled_at(one) <= one.due else 0
        if row == IN_A_ROW:
            row = 0
            rung = min(7, rung + 1) if strain is None or strain <= 4 else rung
    is_breached = any(_is_breach(one, at, timedelta(days=BREACH_DAYS)) for one in settled)
    return min(rung, HIGHEST_AFTER_BREACH) if is_breached else rung


def largest_size(outcomes: Iterable[Outcome], *, at: datetime, low: float | None = None) -> Size:
    """Say how large the next promise may be that is suggested.

    Parameters
    ----------
    outcomes : what became of promises, all of them
    at : the moment of asking, aware
    low : the lower end of the writer's reliability, a share from 0 to 1, or ``None`` where it was not asked for

    Returns
    -------
    Size : ``tiny`` until five promises count; then ``small`` from .50 on, ``medium`` from .65, ``large`` from .80, by the
        lower end and not by the mean; without it ``small`` at most

    Raises
    ------
    Nothing.

    Source
    ------
    Specification of trends, section 8.

    Examples
    --------
    >>> largest_size([], at=datetime.fromisoformat("2026-03-01T09:00+00:00"), low=0.9)
    'tiny'
    """
    if len(counted(outcomes, at=at)) < COUNTED:
        return "tiny"
    if low is None:
        return "small"
    return next((size for least, size in LARGEST if low >= least), "tiny")


def breached(outcomes: Iterable[Outcome], *, at: datetime, hours: int) -> bool:
    """Say whether a promise about integrity was missed lately.

    Parameters
    ----------
    outcomes : what became of promises, in any order
    at : the moment of asking, aware
    hours : how far back

    Returns
    -------
    bool : whether one was missed in the last so many hours

    Raises
    ------
    Nothing.

    Source
    ------
    Specification of trends, section 8, third gate.

    Examples
    --------
    >>> breached([], at=datetime.fromisoformat("2026-03-01T09:00+00:00"), hours=72)
    False
    """
    known = (one for one in outcomes if one.at is not None and one.at <= at)
    return any(_is_breach(one, at, timedelta(hours=hours)) for one in known)


def _settled_at(one: Outcome) -> datetime:
    assert one.at is not None
    return one.at


def _is_breach(one: Outcome, at: datetime, lately: timedelta) -> bool:
    return one.result == "missed" and one.dimension == "integrity" and at - _settled_at(one) < lately
