"""Moments and days as people say them, on the person's own clock."""

from datetime import date, datetime

from django.utils import timezone
from django.utils.dates import MONTHS, WEEKDAYS
from django.utils.translation import gettext as _

from troth.web.parts.tongue import spoken

weekdays, months = spoken(WEEKDAYS), spoken(MONTHS)


def _near(day: date, today: date) -> str:
    away = (day - today).days
    if away == 0:
        return _("today")
    if away == 1:
        return _("tomorrow")
    return _("yesterday") if away == -1 else ""


# What Django's own "l j F" gives, without its reading the pattern anew for each of the many days on a page.
def _far(day: date, today: date) -> str:
    named = f"{weekdays()[day.weekday()]} {_in_year(day)}"
    return named if day.year == today.year else f"{named} {day.year}"


def _in_year(day: date) -> str:
    return f"{day.day} {months()[day.month]}"


def _clock(local: datetime) -> str:
    return f"{local.hour:02}:{local.minute:02}"


def day_words(day: date, today: date | None = None) -> str:
    """Say a day as people do: today, yesterday, else with its name."""
    today = today or timezone.localdate()
    near = _near(day, today)
    return near[:1].upper() + near[1:] if near else _far(day, today)


def weekday_words(day: date) -> str:
    """Name the day of the week."""
    return weekdays()[day.weekday()]


def moment_words(moment: datetime) -> str:
    """Say a moment on the person's own clock, inside a sentence."""
    local, today = timezone.localtime(moment), timezone.localdate()
    day = local.date()
    return f"{_near(day, today) or _far(day, today)} {_clock(local)}"


def due_words(moment: datetime) -> str:
    """Say when something was due."""
    return _("due %(when)s") % {"when": moment_words(moment)}


def near_words(moment: datetime) -> str:
    """Say a coming moment shortly: the hour today and tomorrow, else the day."""
    local, today = timezone.localtime(moment), timezone.localdate()
    away = (local.date() - today).days
    if away == 0:
        return _clock(local)
    if away == 1:
        return _("tomorrow %(time)s") % {"time": _clock(local)}
    return weekdays()[local.weekday()] if 1 < away < 7 else _in_year(local.date())
