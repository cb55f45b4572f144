"""Filters for showing entries: names of things, moments, days and states in words."""

from collections.abc import Callable, Mapping
from datetime import datetime
from functools import cache
from typing import Any

from django.template import Library
from django.template.loader import get_template, select_template
from django.urls import reverse
from django.utils.html import format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from troth.practices import Document, names
from troth.practices.checkins import answered
from troth.store.queries.entries import Opened
from troth.web.parts.entries.pages import KNOWN
from troth.web.parts.entries.told import More
from troth.web.parts.entries.written import kind_words
from troth.web.parts.moments import day_words, due_words, moment_words, near_words, weekday_words
from troth.web.parts.names import PERIODS
from troth.web.parts.scales import FELT_TRUST, LABELS, SHORT
from troth.web.parts.tongue import spoken
from troth.web.parts.words import REPAIR_PARTS, WORDS

register = Library()
short_scales, felt_trust = spoken(SHORT), spoken(FELT_TRUST)
for say in (day_words, weekday_words, moment_words, due_words, near_words):
    register.filter(say)


@register.filter
def plural(practice: str) -> str:
    """Name a practice."""
    return _names(get_language(), practice)[0] if practice in KNOWN else practice


@register.filter
def singular(practice: str) -> str:
    """Name one entry of a practice."""
    return _names(get_language(), practice)[1] if practice in KNOWN else practice


@cache
def _names(_language: str | None, practice: str) -> tuple[str, str]:
    told = KNOWN[practice].told
    return str(told.plural), str(told.singular)


@register.simple_tag
def practice_options(chosen: str) -> SafeString:
    """Draw the practices as options, one of them chosen."""
    options = _options(get_language())
    if chosen not in KNOWN:
        return options
    return SafeString(options.replace(f' value="{chosen}"', f' value="{chosen}" selected'))


@cache
def _options(_language: str | None) -> SafeString:
    # The same for everyone, so drawn once a language.
    return format_html_join("", '<option value="{}">{}</option>', ((name, plural(name)) for name in names()))


@register.filter
def practice_icon(practice: str) -> str:
    """Name a practice's icon."""
    return KNOWN[practice].told.icon if practice in KNOWN else "page"


@register.filter
def period_words(period: str) -> str:
    """Name a period."""
    return str(PERIODS.get(period, period))


@register.filter
def line_template(opened: Opened) -> Any:
    """Return the template of an entry's line: the practice's own, else the shared one."""
    return _line_template(opened.practice if isinstance(opened.document, Document) else "")


@cache
def _line_template(practice: str) -> Any:
    # The template and not its name, which Django would look up anew: a page of the journal asks thirty times.
    if not practice:
        return get_template("parts/entries/unread.html")
    return select_template([f"{practice}/line.html", "parts/entries/line.html"])


@register.filter
def named_by_kind(title: str, opened: Opened) -> str:
    """Call an entry without words by its kind, else by its practice."""
    return title or kind_of(opened) or singular(opened.practice).capitalize()


@register.filter
def more_pages(practice: str) -> tuple[More, ...]:
    """List the further pages of a practice."""
    return KNOWN[practice].more


@register.filter
def move_label(move: str, practice: str) -> str:
    """Say what the button of a move says."""
    done = KNOWN[practice].told.moves.get(move)
    return str(done.label) if done else move


@register.filter
def kind_of(opened: Opened) -> str:
    """Say what kind of its practice an entry is; nothing where there are no kinds."""
    return kind_words(opened.document) if isinstance(opened.document, Document) else ""


@register.filter
def state_of(opened: Opened) -> str:
    """Say where an entry stands; nothing where that goes without saying."""
    return str(_state(opened)[0])


@register.filter
def state_tag(opened: Opened) -> str:
    """Return the colour of a state's tag."""
    return _state(opened)[1]


def _state(opened: Opened) -> tuple[object, str]:
    if not isinstance(opened.document, Document):
        return "", ""
    return KNOWN[opened.practice].told.states.get(opened.document.state, ("", ""))


@register.filter
def step_words(move: str, practice: str) -> str:
    """Say a move in an entry's history."""
    done = KNOWN[practice].told.moves.get(move)
    return str(done.step or done.label) if done else move


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
    return _codes(subject)().get(str(code), "") if subject in WORDS else ""


@cache
def _codes(subject: str) -> Callable[[], Mapping[str, str]]:
    # Looked up when asked for: a subject may add its words after this was read.
    return spoken(WORDS[subject])


@register.filter
def scale_words(name: str, role: str) -> str:
    """Say which question of a check-in it is."""
    return str(FELT_TRUST[role] if name == "felt_trust" else LABELS[name])


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
    return _("%(what)s: %(points)s of 10") % {"what": felt_trust()[opened.content.role], "points": points}


@register.filter
def all_scales(opened: Opened) -> list[tuple[str, str]]:
    """List the answers of a check-in with their questions."""
    role = opened.content.role
    return [(scale_words(name, role), str(points)) for name, points in answered(opened.content)]


@register.filter
def other_scales(opened: Opened) -> str:
    """Say the answers of a check-in but the first question's, shortly, each behind a dot."""
    short = short_scales()
    return "".join(f" · {short[name]} {points}" for name, points in answered(opened.content) if name in short)


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
