"""Felt trust: the sentence, what it rests on, the picture with its table."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta
from itertools import groupby
from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET

from troth.web.parts.bonded import BondedRequest, bonded
from troth.web.parts.charts import Dot, Level, Mark, OverTime, drawn_over_time
from troth.web.parts.gated import may_ask
from troth.web.parts.lazily import measures, trends
from troth.web.parts.measured import Trust, seen, trust_of, trust_words
from troth.web.parts.measured.rounded import half_words
from troth.web.parts.measured.seen import FOR_TRUST
from troth.web.parts.moments import day_words
from troth.web.parts.pages import answers_parts, part_or_page
from troth.web.parts.tongue import spoken

if TYPE_CHECKING:
    from troth.practices.measures import Breach
    from troth.trends import Rating

# More than a year does not fit on a phone. What lies half a year before it no longer moves the band inside it.
SHOWN, BEHIND = timedelta(days=371), timedelta(days=182)
MOST_MARKS = 3  # as many as the estimator weighs; more lines would hide the dots
TITLES = {
    "supporter": gettext_lazy("How much you felt trusted"),
    "person": gettext_lazy("How much trust you felt"),
}
KINDS = {
    "promise": gettext_lazy("a promise missed"),
    "limit": gettext_lazy("a limit crossed"),
    "incident": gettext_lazy("a hard moment"),
}
titles, kinds = spoken(TITLES), spoken(KINDS)


@require_GET
@bonded
def trust(request: BondedRequest) -> HttpResponse:
    """Say how much trust was felt, how sure that is, and what cannot be known."""
    found = _found(request)
    shown = {"trust": trust_words(found), "n": found.trend.n, "role": found.role, "bond": request.bond}
    shown["may_ask"] = may_ask(request)
    return TemplateResponse(request, "insights/trust.html", shown)


@answers_parts
@require_GET
@bonded
def picture(request: BondedRequest) -> HttpResponse:
    """Draw the picture; its table stands behind it."""
    found = _found(request)
    since = found.trend.at - SHOWN
    levels = _levels(found, since=since)
    answers = [one for one in found.ratings if one.at > since]
    marks = [one for one in found.breaches if one.at > since][-MOST_MARKS:]
    said = trust_words(found)
    chart = OverTime(
        title=titles()[found.role],
        says=said.level if said else _("Not enough yet."),
        dots=tuple(Dot(on=_day(one.at), value=one.value) for one in answers),
        levels=tuple(levels),
        marks=tuple(Mark(on=_day(one.at), words=kinds()[one.kind]) for one in marks),
    )
    shown = {
        "chart": drawn_over_time(chart, key="trust") if chart.dots else None,
        "title": chart.title,
        "caption": _(
            "Dots are your answers, the band is where the level most likely lies. No dot means no answer; after two weeks without any the band stops too."
        ),
        "events": _events(marks),
        "head": (_("Week from"), _("Your answers"), _("Level about"), _("Likely")),
        "is_cut": len(answers) < len(found.ratings),
        "rows": list(_weeks(answers, levels)),
        "back": "insights:trust",
    }
    return TemplateResponse(request, part_or_page(request, "insights/picture.html#picture"), shown)


def _found(request: BondedRequest) -> Trust:
    some = seen(request.me, request.bond, FOR_TRUST)
    return trust_of(some, request.bond.side.role, at=timezone.now())


def _levels(found: Trust, *, since: datetime) -> list[Level]:
    if found.trend.show == "none":
        return []
    events = measures.events_of(found.breaches)
    some = [one for one in found.ratings if one.at > since - BEHIND]
    bands = trends.smooth(some, at=found.trend.at, events=events)
    # A band is that of the end of a day; the end of one day is the beginning of the next.
    return [
        Level(on=_day(one.at - timedelta(seconds=1)), mean=one.mean, low=one.low, high=one.high)
        for one in bands
        if one.at > since
    ]


def _events(marks: "Iterable[Breach]") -> list[str]:
    known = list(marks)
    if len(known) < 2:
        return []
    return [f"{place} · {day_words(_day(one.at))}: {kinds()[one.kind]}" for place, one in enumerate(known, 1)]


def _weeks(some: "Iterable[Rating]", levels: list[Level]) -> Iterator[tuple[str, ...]]:
    """One row a week that has an answer, the newest first: the answers, and the level at the week's end."""
    at_end = {_monday(level.on): level for level in levels}
    answers = sorted(((_day(one.at), one.value) for one in some), key=lambda one: one[0], reverse=True)
    for monday, week in groupby(answers, key=lambda one: _monday(one[0])):
        said = ", ".join(f"{value:g}" for _on, value in reversed(list(week)))
        level = at_end.get(monday)
        if level is None:
            yield date_format(monday, "j M Y"), said, "–", "–"
            continue
        likely = _("%(low)s to %(high)s") % {"low": half_words(level.low), "high": half_words(level.high)}
        yield date_format(monday, "j M Y"), said, half_words(level.mean), likely


def _monday(on: date) -> date:
    return on - timedelta(days=on.weekday())


def _day(moment: datetime) -> date:
    return timezone.localdate(moment)
