"""Pictures of questionnaires, after the page: scores along the days with the band of no clear change; two lines and their error."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import TYPE_CHECKING
from uuid import UUID

from django.http import Http404, HttpResponse
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET

from troth.practices import Document
from troth.store.queries import entries as queries
from troth.store.queries.entries import Opened
from troth.web.parts.access import SignedInRequest
from troth.web.parts.bonded import BondedRequest, bonded
from troth.web.parts.charts import Dot, Drawn, Level, OverTime, Point, drawn_over_time, drawn_point
from troth.web.parts.lazily import instruments
from troth.web.parts.pages import answers_parts, part_or_page
from troth.web.questionnaires.reading import Z, figure, reach, shows_no_score
from troth.web.questionnaires.results import finished, form_of, is_attachment, scored
from troth.web.questionnaires.there import find

if TYPE_CHECKING:
    from troth.instruments import AttachmentPoint, Instrument, Score, Subscale

WHOLE = ("total", "overall")
# Our own rule and "never" draw no band: neither is about the error of the questions.
ERROR_IS_KNOWN = ("reliability", "published")
PICTURE = "questionnaires/picture.html#picture"


@answers_parts
@require_GET
@bonded
def along(request: BondedRequest, name: str) -> HttpResponse:
    """Draw the scores of one form along the days; of a form with many parts the whole."""
    found = find(name)
    if found is None or shows_no_score(found):
        raise Http404
    taken = list(reversed(finished(request.me, request.bond.id, found.id)))
    whole = [one for one in found.subscales if one.id in WHOLE]
    charts = [chart for one in whole or found.subscales if (chart := _along(found, one, taken))]
    context = {"charts": charts, "title": found.title, "along": found.id, "has_band": _has_band(found)}
    return TemplateResponse(request, part_or_page(request, PICTURE), context)


@answers_parts
@require_GET
def two_lines(request: SignedInRequest, id: UUID) -> HttpResponse:
    """Draw worry and distance with their error; without a known error there is no picture."""
    opened = queries.one(request.me, id, practice="questionnaires")
    charts = list(_two_lines(opened)) if isinstance(opened.document, Document) else []
    context = {"charts": charts, "title": opened.line.title, "back": id}
    return TemplateResponse(request, part_or_page(request, PICTURE), context)


def _two_lines(opened: Opened) -> Iterator[Drawn]:
    found = form_of(opened)
    if found and is_attachment(found) and opened.document.state == "finished":
        chart = _point(found, instruments.attachment_point(scored(found, opened)))
        if chart:
            yield chart


def _along(instrument: Instrument, subscale: Subscale, taken: list[Opened]) -> Drawn | None:
    some = list(_values(instrument, subscale, taken))
    if len(some) < 2:
        return None
    low, high = reach(instrument, subscale)
    says = ngettext(
        "%(n)d time, from %(low)s to %(high)s.", "%(n)d times, from %(low)s to %(high)s.", len(some)
    )
    chart = OverTime(
        title=subscale.title,
        says=says % {"n": len(some), "low": figure(low), "high": figure(high)},
        dots=tuple(some),
        levels=tuple(_no_clear_change(instrument, subscale, some)),
        low=low,
        high=high,
    )
    return drawn_over_time(chart, key=f"along-{subscale.id}")


def _values(instrument: Instrument, subscale: Subscale, taken: list[Opened]) -> Iterator[Dot]:
    for one in taken:
        found: Score = scored(instrument, one).subscales[subscale.id]
        if found.value is not None:
            yield Dot(on=one.document.on, value=found.value)


def _no_clear_change(instrument: Instrument, subscale: Subscale, some: list[Dot]) -> Iterator[Level]:
    """Go through the days with the band around the first score in which a later one says nothing."""
    needed = instruments.change_rule(instrument, subscale.id)
    if needed.attainable is None or needed.kind not in ERROR_IS_KNOWN:
        return
    first = some[0].value
    for days in range((some[-1].on - some[0].on).days + 1):
        on = some[0].on + timedelta(days=days)
        yield Level(on=on, mean=first, low=first - needed.attainable, high=first + needed.attainable)


def _has_band(instrument: Instrument) -> bool:
    rules = [instruments.change_rule(instrument, one.id) for one in instrument.subscales]
    return any(one.attainable is not None and one.kind in ERROR_IS_KNOWN for one in rules)


def _point(instrument: Instrument, point: AttachmentPoint) -> Drawn | None:
    if point.anxiety_interval is None or point.avoidance_interval is None:
        return None
    low, high = reach(instrument, instrument.subscale("anxiety"))
    errors = [_reach_of_error(instrument, id) for id in ("avoidance", "anxiety")]
    says = _(
        "Distance %(x)s, worry %(y)s, each of %(low)s to %(high)s; the error covers most of the picture."
    )
    at = {
        "x": figure(point.avoidance or 0),
        "y": figure(point.anxiety or 0),
        "low": figure(low),
        "high": figure(high),
    }
    chart = Point(
        title=_("Worry and distance"),
        says=says % at,
        x=point.avoidance or 0,
        y=point.anxiety or 0,
        x_error=errors[0],
        y_error=errors[1],
        along=_("more distance →"),
        up=_("↑ more worry"),
        low=low,
        high=high,
    )
    return drawn_point(chart, key="two-lines")


def _reach_of_error(instrument: Instrument, subscale: str) -> float:
    found = instruments.standard_error(instrument, subscale)
    return Z * found.sem if found else 0.0
