"""Which months have a letter."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from django.http import Http404

MONTH = re.compile(r"[0-9]{4}-[0-9]{2}")
FIRST_YEAR = 2000


def month_or_404(text: str, *, today: date) -> date:
    """Read a month of an address, like 2026-10: its first day."""
    if not MONTH.fullmatch(text):
        raise Http404
    try:
        first = date.fromisoformat(f"{text}-01")
    except ValueError as error:
        raise Http404 from error
    if first.year < FIRST_YEAR or first > today:
        raise Http404
    return first


def months_since(first: date, *, today: date) -> Iterator[date]:
    """Yield the first day of each month up to a day, the newest first."""
    month = today.replace(day=1)
    while month >= first.replace(day=1):
        yield month
        month = (month - timedelta(days=1)).replace(day=1)


def days_in(first: date) -> int:
    """Count the days of a month."""
    return ((first + timedelta(days=31)).replace(day=1) - first).days
