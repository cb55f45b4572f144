"""Plain counts of one's own record, and how they are rounded before anyone sees them. No estimates here, no numpy."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from math import floor
from typing import Literal

from troth.values import Outcome, Rating, Scale

ENOUGH = 5
WEEKS = 12  # how far back a frequency in words looks
# How sure one was, in per cent: from above the first number up to the second.
STEPS = ((-1, 50), (50, 70), (70, 85), (85, 100))


@dataclass(frozen=True, kw_only=True, slots=True)
class Sureness:
    """Of ``n`` promises whose writer said how sure they were: said and kept on time, both as shares from 0 to 1."""

    low: int
    high: int
    n: int
    said: float
    kept: float


@dataclass(frozen=True, kw_only=True, slots=True)
class LowDays:
    """Of ``n`` days with an answer, on how many it was at most so much."""

    n: int
    low: int


def tenths(share: float) -> int:
    """Round a share to tenths.

    Parameters
    ----------
    share : from 0 to 1

    Returns
    -------
    int : "so many in 10", halves upwards

    Raises
    ------
    Nothing.

    Source
    ------
    Specification of trends, section 10: never finer than 1 in 10.

    Examples
    --------
    >>> tenths(0.6201), tenths(0.25), tenths(1.0)
    (6, 3, 10)
    """
    return floor(share * 10 + 0.5)


def halves(points: float) -> float:
    """Round points to halves.

    Parameters
    ----------
    points : on any scale

    Returns
    -------
    float : the nearest half, quarters upwards

    Raises
    ------
    Nothing.

    Source
    ------
    Specification of trends, section 10: felt trust never finer than ½.

    Examples
    --------
    >>> halves(5.354), halves(6.6557), halves(5.25)
    (5.5, 6.5, 5.5)
    """
    return floor(points * 2 + 0.5) / 2


def counted(outcomes: Iterable[Outcome], *, at: datetime) -> tuple[Outcome, ...]:
    """Keep what counts for reliability.

    Parameters
    ----------
    outcomes : terms of promises, in any order
    at : the moment of asking, aware

    Returns
    -------
    tuple : kept, missed, or moved after it was due, as far as that happened by then

    Raises
    ------
    Nothing.

    Source
    ------
    Specification of trends, section 3.1: the rows with a weight.

    Examples
    --------
    >>> counted([], at=datetime.fromisoformat("2026-03-01T18:00+00:00"))
    ()
    """
    return tuple(one for one in outcomes if one.at is not None and one.at <= at and _has_weight(one, one.at))


def _has_weight(one: Outcome, at: datetime) -> bool:
    return one.result in ("kept", "missed") or (one.result == "renegotiated" and at > one.due)


def is_on_time(one: Outcome) -> bool:
    """Say whether a term was kept when it was due or before.

    Parameters
    ----------
    one : a term

    Returns
    -------
    bool : false for a late one too

    Raises
    ------
    Nothing.

    Source
    ------
    Specification of trends, sections 3.1 and 3.5: credit 1.

    Examples
    --------
    >>> at = datetime.fromisoformat("2026-03-01T18:00+00:00")
    >>> is_on_time(Outcome(made=at, due=at, result="kept", at=at, size="tiny", dimension=None, sure=None))
    True
    """
    return one.result == "kept" and one.at is not None and one.at <= one.due


def count_by(
    outcomes: Iterable[Outcome], *, of: Literal["size", "dimension"], at: datetime
) -> dict[str, int]:
    """Count what counts, by size or by what keeping it shows.

    Parameters
    ----------
    outcomes, at : as for `counted`
    of : by which of the two

    Returns
    -------
    dict : size or dimension to count; one without any is missing, and so is what has no dimension

    Raises
    ------
    Nothing.

    Source
    ------
    Specification of trends, section 11: show the mix of sizes.

    Examples
    --------
    >>> count_by([], of="size", at=datetime.fromisoformat("2026-03-01T18:00+00:00"))
    {}
    """
    found = (getattr(one, of) for one in counted(outcomes, at=at))
    return dict(Counter(name for name in found if name is not None))


def sureness(outcomes: Iterable[Outcome], *, at: datetime) -> tuple[Sureness, ...]:
    """Set how sure I was beside what happened, in four steps of sureness.

    Parameters
    ----------
    outcomes, at : as for `counted`; those without an answer on how sure are left out

    Returns
    -------
    tuple : the steps with at least one promise, the least sure first; empty under five promises in all

    Raises
    ------
    Nothing.

    Source
    ------
    Specification of trends, section 3.5: kept is 1 if on time, else 0; nothing under 5. The steps are our choice.

    Examples
    --------
    >>> sureness([], at=datetime.fromisoformat("2026-03-01T18:00+00:00"))
    ()
    """
    known = [(one.sure, is_on_time(one)) for one in counted(outcomes, at=at) if one.sure is not None]
    if len(known) < ENOUGH:
        return ()
    steps = (_step(low, high, [pair for pair in known if low < pair[0] <= high]) for low, high in STEPS)
    return tuple(step for step in steps if step.n)


def _step(low: int, high: int, known: Sequence[tuple[int, bool]]) -> Sureness:
    n = len(known)
    said = sum(sure for sure, _ in known) / 100 / max(n, 1)
    return Sureness(low=low, high=high, n=n, said=said, kept=sum(kept for _, kept in known) / max(n, 1))


def low_days(ratings: Iterable[Rating], *, scale: Scale, most: int, on: date, days: int = 28) -> LowDays:
    """Count the days on which something was low, of those on which it was answered.

    Parameters
    ----------
    ratings : the writer's own answers, in any order
    scale : which question
    most : low is at most so many points
    on, days : the last day that counts, and how many days there are

    Returns
    -------
    LowDays : days with an answer, and those of them whose last answer was low

    Raises
    ------
    Nothing.

    Source
    ------
    Our choice; a day without an answer is not a day of either kind.

    Examples
    --------
    >>> low_days([], scale="energy", most=3, on=date(2026, 3, 1))
    LowDays(n=0, low=0)
    """
    near = [one for one in ratings if one.scale == scale and timedelta(0) <= on - one.on < timedelta(days)]
    last = {one.on: one.points for one in sorted(near, key=lambda one: one.at)}
    return LowDays(n=len(last), low=sum(points <= most for points in last.values()))


def times_in(days: Iterable[date], *, on: date, weeks: int = WEEKS) -> int:
    """Count what happened in the last weeks.

    Parameters
    ----------
    days : when it happened, each as often as it happened
    on, weeks : the last day that counts, and how many weeks there are

    Returns
    -------
    int : how often

    Raises
    ------
    Nothing.

    Source
    ------
    Our choice.

    Examples
    --------
    >>> times_in([date(2026, 3, 1), date(2025, 12, 7), date(2025, 12, 8)], on=date(2026, 3, 1))
    2
    """
    return sum(timedelta(0) <= on - day < timedelta(weeks=weeks) for day in days)
