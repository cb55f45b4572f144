"""Filters for showing entries: names of things, moments, days and states in words."""

from datetime import date, datetime
from functools import cache

from django.template import Library
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from troth.practices import Document
from troth.practices.checkins import answered
from troth.store.queries.entries import Opened
from troth.web.parts import names
from troth.web.parts.scales import FELT_TRUST, LABELS, SHORT
from troth.web.parts.words import REPAIR_PARTS, WORDS

register = Library()


@register.filter
def plural(practice: str) -> str:
    """Name a practice."""
    return str(names.PLURAL.get(practice, practice))


@register.filter
def singular(practice: str) -> str:
    """Name one entry of a practice."""
    return str(names.SINGULAR.get(practice, practice))


@register.filter
def period_words(period: str) -> str:
    """Name a period."""
    return str(names.PERIODS.get(period, period))


@register.filter
def practice_icon(practice: str) -> str:
    """Name a practice's icon."""
    return names.ICONS.get(practice, "page")


@register.filter
def line_template(opened: Opened) -> str:
    """Return the template of an entry's line: each practice brings its own."""
    return (
        f"{opened.practice}/line.html"
        if isinstance(opened.document, Document)
        else "parts/entries/unread.html"
    )


@cache
def _start(practice: str) -> str:
    return reverse(f"{practice}:list")


@register.filter
def address(opened: Opened) -> str:
    """Return the address of an entry's page, which lies below its practice's: `entry_urls` puts it there."""
    return f"{_start(opened.practice)}{opened.id}/"


@register.filter
def words_of(code: object, subject: str) -> str:
    """Say a code of a subject in words: a size, a state, a dimension."""
    return str(WORDS.get(subject, {}).get(str(code), ""))


@register.filter
def scale_words(name: str, role: str) -> str:
    """Say which question of a check-in it is."""
    return str(FELT_TRUST[role] if name == "felt_trust" else LABELS[name])


def _near(day: date) -> str:
    away = (day - timezone.localdate()).days
    if away == 0:
        return _("today")
    if away == 1:
        return _("tomorrow")
    return _("yesterday") if away == -1 else ""


def _far(day: date) -> str:
    return date_format(day, "l j F" if day.year == timezone.localdate().year else "l j F Y")


@register.filter
def day_words(day: date) -> str:
    """Say a day as people do: today, yesterday, else with its name."""
    near = _near(day)
    return near[:1].upper() + near[1:] if near else _far(day)


@register.filter
def moment_words(moment: datetime) -> str:
    """Say a moment on the person's own clock, inside a sentence."""
    local = timezone.localtime(moment)
    day = local.date()
    return f"{_near(day) or _far(day)} {date_format(local, 'H:i')}"


@register.filter
def due_words(moment: datetime) -> str:
    """Say when something was due."""
    return _("due %(when)s") % {"when": moment_words(moment)}


@register.filter
def near_words(moment: datetime) -> str:
    """Say a coming moment shortly: the hour today and tomorrow, else the day."""
    local, today = timezone.localtime(moment), timezone.localdate()
    away = (local.date() - today).days
    if away == 0:
        return date_format(local, "H:i")
    if away == 1:
        return _("tomorrow %(time)s") % {"time": date_format(local, "H:i")}
    return date_format(local, "l") if 1 < away < 7 else date_format(local, "j F")


@register.filter
def iso_moment(text: str) -> datetime:
    """Read a moment that a step noted."""
    return datetime.fromisoformat(text)


@register.filter
def before_address(start: str, sequence: int) -> str:
    """Put an address of older entries together."""
    return f"{start}{sequence}"


@register.filter
def felt_words(opened: Opened) -> str:
    """Say how much trust was felt; where that was not answered, only that this is a check-in."""
    points = opened.content.felt_trust
    if points is None:
        return _("A check-in")
    return _("%(what)s: %(points)s of 10") % {"what": FELT_TRUST[opened.content.role], "points": points}


@register.filter
def all_scales(opened: Opened) -> list[tuple[str, str]]:
    """List the answers of a check-in with their questions."""
    role = opened.content.role
    return [(scale_words(name, role), str(points)) for name, points in answered(opened.content)]


@register.filter
def other_scales(opened: Opened) -> str:
    """Say the answers of a check-in but the first question's, shortly, each behind a dot."""
    return "".join(f" · {SHORT[name]} {points}" for name, points in answered(opened.content) if name in SHORT)


@register.filter
def repair_parts(opened: Opened) -> list[tuple[str, str]]:
    """List the six parts of an apology with what was written."""
    return [(str(REPAIR_PARTS[part]), getattr(opened.content, part)) for part in REPAIR_PARTS]


@register.filter
def dialled(number: str) -> str:
    """Write a number for a telephone link."""
    return number.replace(" ", "")


@register.filter
def item(found: dict[str, object], key: str) -> object:
    """Look something up by its key."""
    return found.get(key)
