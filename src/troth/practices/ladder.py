"""The ladder: steps of low risk first, never larger than what the record supports."""

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta

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
COUNTED = 5  # settled promises before a small one is suggested; until estimators come it stays at small


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
    breached = any(_is_breach(one, at) for one in settled)
    return min(rung, HIGHEST_AFTER_BREACH) if breached else rung


def largest_size(outcomes: Iterable[Outcome], *, at: datetime) -> Size:
    """Say how large the next promise may be that is suggested.

    Parameters
    ----------
    outcomes : what became of promises
    at : the moment of asking, aware

    Returns
    -------
    Size : ``tiny`` until five promises were kept or missed, then ``small`` until there are estimators

    Raises
    ------
    Nothing.

    Source
    ------
    Specification of trends, section 8; medium and large need the estimator of reliability.

    Examples
    --------
    >>> largest_size([], at=datetime.fromisoformat("2026-03-01T09:00+00:00"))
    'tiny'
    """
    counted = sum(
        one.result in ("kept", "missed") and one.at is not None and one.at <= at for one in outcomes
    )
    return "small" if counted >= COUNTED else "tiny"


def _settled_at(one: Outcome) -> datetime:
    assert one.at is not None
    return one.at


def _is_breach(one: Outcome, at: datetime) -> bool:
    return (
        one.result == "missed"
        and one.dimension == "integrity"
        and at - _settled_at(one) < timedelta(days=BREACH_DAYS)
    )
