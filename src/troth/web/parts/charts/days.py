"""Which days of an axis carry a label, and what it says."""

from collections.abc import Iterator
from datetime import date, timedelta

from django.utils.formats import date_format

A_WEEK = 7
MONTHS = (1, 2, 3, 6, 12, 24, 60)


def labelled_days(first: date, last: date, *, most: int) -> list[tuple[date, str]]:
    """List at most so many days with their labels: whole weeks while they fit, else first days of months or years."""
    for weeks in (1, 2):
        days = list(_every_week(first, last, weeks=weeks))
        if len(days) <= most:
            return [(on, date_format(on, "j M")) for on in days]
    for months in MONTHS:
        days = list(_every_month(first, last, months=months))
        if len(days) <= most:
            return [(on, _month_words(on, months)) for on in days]
    return [(first, date_format(first, "Y"))]


def _every_week(first: date, last: date, *, weeks: int) -> Iterator[date]:
    for number in range(0, (last - first).days, weeks * A_WEEK):
        yield first + timedelta(days=number)


def _every_month(first: date, last: date, *, months: int) -> Iterator[date]:
    month = first.year * 12 + first.month - (1 if first.day == 1 else 0)
    while (on := date(month // 12, month % 12 + 1, 1)) <= last:
        if month % months == 0:
            yield on
        month += 1


def _month_words(on: date, months: int) -> str:
    if months >= 12:
        return date_format(on, "Y")
    return date_format(on, "M Y") if on.month == 1 else date_format(on, "M")
