"""For the one who supports: their own circle, and what it costs."""

from collections.abc import Iterable
from datetime import timedelta

from django.http import HttpResponse
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET

from troth.practices import Document, readings_of
from troth.practices.counts import ENOUGH, LowDays, low_days
from troth.practices.next_step import LOW_ENERGY
from troth.practices.supporters import leans_on_one
from troth.store.me import Me
from troth.store.queries.recent import lasting
from troth.values import Rating
from troth.web.parts.bonded import BondedRequest, bonded
from troth.web.parts.charts import Dot, OverTime, drawn_over_time
from troth.web.parts.measured import seen
from troth.web.parts.pages import answers_parts, part_or_page

A_MONTH = timedelta(days=28)
SHOWN = timedelta(weeks=26)


@require_GET
@bonded
def support(request: BondedRequest) -> HttpResponse:
    """Say who is there, when there was contact, and how often one's own energy was low."""
    people = people_here(request.me)
    some = seen(request.me, request.bond, ("checkins",))
    since = timezone.localdate() - A_MONTH
    shown = {
        "people": people,
        "close": sum(one.content.closeness == "close" for one in people),
        "in_touch": sum(
            bool(one.content.last_contact and one.content.last_contact > since) for one in people
        ),
        "leans": bool(leans_on_one(people)),
        "energy": energy_lately(some.documents("checkins")),
        "bond": request.bond,
    }
    return TemplateResponse(request, "insights/support.html", shown)


@answers_parts
@require_GET
@bonded
def picture(request: BondedRequest) -> HttpResponse:
    """Draw the answers on one's own energy of the last half year: dots, nothing more is claimed."""
    some = seen(request.me, request.bond, ("checkins",))
    since = timezone.localdate() - SHOWN
    answers = sorted(
        (one for one in _energy(some.documents("checkins")) if one.on > since), key=lambda one: one.on
    )
    chart = OverTime(
        title=_("My own energy"),
        says=ngettext("%(n)d answer, 0 to 10.", "%(n)d answers, 0 to 10.", len(answers))
        % {"n": len(answers)},
        dots=tuple(Dot(on=one.on, value=one.points) for one in answers),
    )
    shown = {
        "chart": drawn_over_time(chart, key="energy") if answers else None,
        "title": chart.title,
        "caption": _("Dots are your answers, 0 is empty and 10 is full."),
        "head": (_("Day"), _("Energy")),
        "rows": [(date_format(one.on, "j M Y"), str(one.points)) for one in reversed(answers)],
        "back": "insights:support",
    }
    return TemplateResponse(request, part_or_page(request, "insights/picture.html#picture"), shown)


def people_here(me: Me) -> list[Document]:
    """Open my own map; it belongs to no bond."""
    found = (one.document for one in lasting(me, None, of=("supporters",)))
    return [one for one in found if isinstance(one, Document) and one.state == "here"]


def energy_lately(checkins: Iterable[Document]) -> str:
    """Say on how many of the answered days of four weeks one's own energy was low."""
    found = low_days(_energy(checkins), scale="energy", most=LOW_ENERGY, on=timezone.localdate())
    return _energy_words(found)


def _energy(checkins: Iterable[Document]) -> list[Rating]:
    return [one for one in readings_of(checkins, kind=Rating) if one.scale == "energy"]


def _energy_words(found: LowDays) -> str:
    if found.n < ENOUGH:
        return ""
    given = {"n": found.n, "low": found.low, "most": LOW_ENERGY}
    if not found.low:
        return (
            _(
                "On none of the %(n)d days you answered in the last four weeks was your energy %(most)d or less."
            )
            % given
        )
    return (
        _(
            "On %(low)d of the %(n)d days you answered in the last four weeks your energy was %(most)d or less."
        )
        % given
    )
