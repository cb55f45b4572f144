"""Filters for showing entries: names of things, moments, days and states in words."""

from datetime import date, datetime, timedelta

from django.template import Library
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


@register.filter
def words_of(code: object, subject: str) -> str:
    """Say a code of a subject in words: a size, a state, a dimension."""
    return str(WORDS.get(subject, {}).get(str(code), ""))


@register.filter
def scale_words(name: str, role: str) -> str:
    """Say which question of a check-in it is."""
    return str(FELT_TRUST[role] if name == "felt_trust" else LABELS[name])


def _near(day: date) -> str:
    today = timezone.localdate()
    near = {today: _("today"), today - timedelta(1): _("yesterday"), today + timedelta(1): _("tomorrow")}
    return near.get(day, "")


@register.filter
def day_words(day: date) -> str:
    """Say a day as people do: today, yesterday, else with its name."""
    near = _near(day)
    if near:
        return near[:1].upper() + near[1:]
    return date_format(day, "l j F" if day.year == timezone.localdate().year else "l j F Y")


@register.filter
def moment_words(moment: datetime) -> str:
    """Say a moment on the person's own clock, inside a sentence."""
    local = timezone.localtime(moment)
    return f"{_near(local.date()) or day_words(local.date())} {date_format(local, 'H:i')}"


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
def all_scales(opened: Opened) -> list[tuple[str, int]]:
    """List the answers of a check-in with their questions."""
    return [(scale_words(name, opened.content.role), points) for name, points in answered(opened.content)]


@register.filter
def other_scales(opened: Opened) -> list[tuple[str, int]]:
    """List the answers of a check-in but the first question's, shortly."""
    return [(str(SHORT[name]), points) for name, points in answered(opened.content) if name in SHORT]


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
