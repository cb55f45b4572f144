"""How often a step is suggested: at most one a day and three a week, thinning out when nothing else thins it."""

from collections.abc import Iterable
from datetime import date, timedelta

A_WEEK = timedelta(days=7)
MOST_A_WEEK = 3
FADES, MOST = 0.95, 3.0


def suggested_on(days: Iterable[date]) -> tuple[date, ...]:
    """Say on which of these days a step was suggested.

    Parameters
    ----------
    days : the days on which the person opened the program, in any order

    Returns
    -------
    tuple : the days with a suggestion, oldest first

    Raises
    ------
    Nothing.

    Source
    ------
    Specification of trends, section 8: dosage X becomes .95 X at each decision point and grows by 1 with each
    suggestion; silent while X is above three; at most three in any seven days. Each day is one decision point, also
    one on which the program stayed closed: who comes once a week is not thinned out like who comes daily.

    Examples
    --------
    >>> week = [date(2026, 3, day) for day in range(1, 9)]
    >>> [day.day for day in suggested_on(week)]
    [1, 2, 3, 8]
    """
    dosage, made, before = 0.0, list[date](), date.min
    for day in sorted(set(days)):
        dosage *= FADES ** (day - before).days
        before = day
        lately = [one for one in made if day - one < A_WEEK]
        if dosage <= MOST and len(lately) < MOST_A_WEEK:
            dosage += 1
            made.append(day)
    return tuple(made)


def may_suggest(opened: Iterable[date], *, on: date) -> bool:
    """Say whether a step may be suggested on a day.

    Parameters
    ----------
    opened : the days on which the person opened the program, today among them or not
    on : the day

    Returns
    -------
    bool : the same all day long, and the same for the same days

    Raises
    ------
    Nothing.

    Source
    ------
    Specification of trends, section 8.

    Examples
    --------
    >>> may_suggest([date(2026, 3, 1), date(2026, 3, 2), date(2026, 3, 3)], on=date(2026, 3, 4))
    False
    """
    return on in suggested_on([*(day for day in opened if day <= on), on])
