"""Is there too much promised? Weighed in medium promises, with the weights of the sizes."""

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from typing import overload

from troth.values import SIZE_WEIGHT, Outcome

# A person with nothing kept yet may have this much open (one medium promise) without a word.
FREE_WEIGHT = 1.0
DAYS = 14


def open_weight(outcomes: Iterable[Outcome]) -> float:
    """Weigh what is open, overdue promises among it.

    Parameters
    ----------
    outcomes : terms of promises, in any order

    Returns
    -------
    float : sum of the weights of the open ones, in medium promises

    Raises
    ------
    Nothing.

    Source
    ------
    ``docs/models/promises.md``, step 6.

    Examples
    --------
    >>> from datetime import UTC
    >>> made = datetime(2026, 3, 1, 9, tzinfo=UTC)
    >>> one = Outcome(made=made, due=made + timedelta(days=1), result="open", at=None, size="large",
    ...               dimension=None, sure=None)
    >>> open_weight([one, one])
    4.0
    """
    return sum((SIZE_WEIGHT[one.size] for one in outcomes if one.result == "open"), start=0.0)


def kept_weights(outcomes: Iterable[Outcome], at: datetime, *, days: int = DAYS) -> Iterator[float]:
    """Weigh what was kept lately, one by one, reading no further than it is asked.

    Parameters
    ----------
    outcomes : terms of promises; give the newest first, so that a reader may stop early
    at : the moment of asking, aware
    days : how far back, the moment exactly that far back left out

    Returns
    -------
    iterator : a weight in medium promises for each one kept in ``(at - days, at]``, kept late included

    Raises
    ------
    Nothing.

    Source
    ------
    ``docs/models/promises.md``, step 6.

    Examples
    --------
    >>> from datetime import UTC
    >>> made = datetime(2026, 3, 1, 9, tzinfo=UTC)
    >>> one = Outcome(made=made, due=made, result="kept", at=made, size="tiny", dimension=None, sure=None)
    >>> [list(kept_weights([one], made + timedelta(days=later))) for later in (13, 14)]
    [[0.25], []]
    """
    since = at - timedelta(days=days)
    for one in outcomes:
        if one.result == "kept" and one.at is not None and since < one.at <= at:
            yield SIZE_WEIGHT[one.size]


def kept_weight(outcomes: Iterable[Outcome], at: datetime, days: int = DAYS) -> float:
    """Weigh what was kept lately.

    Parameters
    ----------
    outcomes : terms of promises, in any order
    at : the moment of asking, aware
    days : how far back, the moment exactly that far back left out

    Returns
    -------
    float : sum of the weights of those kept in ``(at - days, at]``, in medium promises

    Raises
    ------
    Nothing.

    Source
    ------
    ``docs/models/promises.md``, step 6.

    Examples
    --------
    >>> from datetime import UTC
    >>> made = datetime(2026, 3, 1, 9, tzinfo=UTC)
    >>> one = Outcome(made=made, due=made, result="kept", at=made, size="small", dimension=None, sure=None)
    >>> kept_weight([one, one, one], made)
    1.5
    """
    return sum(kept_weights(outcomes, at, days=days), start=0.0)


@overload
def over_promised(outcomes: Iterable[Outcome], at: datetime) -> bool: ...
@overload
def over_promised(*, open_weight: float, kept: Iterable[float]) -> bool: ...
def over_promised(
    outcomes: Iterable[Outcome] | None = None,
    at: datetime | None = None,
    *,
    open_weight: float | None = None,
    kept: Iterable[float] = (),
) -> bool:
    """Say whether more is open than one medium promise and than what was kept in the last 14 days.

    Parameters
    ----------
    outcomes, at : terms of promises and the moment of asking; or instead of both:
    open_weight : the weight of what is open, in medium promises
    kept : weights of what was kept in the last 14 days (``kept_weights``); read only as far as needed, and
        not at all while at most one medium promise is open

    Returns
    -------
    bool : open weight > max(1, weight kept in the last 14 days)

    Raises
    ------
    TypeError : neither pair was given whole

    Source
    ------
    ``docs/models/promises.md``, step 6. Peetz & Kammrath 2011: warm feelings make people promise more.

    Examples
    --------
    >>> over_promised(open_weight=1.0, kept=[]), over_promised(open_weight=1.5, kept=[])
    (False, True)
    >>> over_promised(open_weight=1.5, kept=[1.0, 0.5])
    False
    """
    if outcomes is not None and at is not None:
        known = tuple(outcomes)
        return _outweighs(_open_weight(known), kept_weights(known, at))
    if open_weight is None:
        raise TypeError("over_promised: expected outcomes and at, or open_weight and kept")
    return _outweighs(open_weight, kept)


_open_weight = open_weight  # the argument of the same name hides the function in there


def _outweighs(weight: float, kept: Iterable[float]) -> bool:
    if weight <= FREE_WEIGHT:
        return False
    total = 0.0
    for one in kept:
        total += one
        if total >= weight:
            return False
    return True
