"""My word: how far my promises held, by size and by what keeping them shows; how sure I was."""

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from troth.practices.counts import Sureness, counted, sureness, tenths
from troth.values import Outcome
from troth.web.insights.groups import Row, by_dimension, by_size, whole_and_sizes
from troth.web.parts.bonded import BondedRequest, bonded
from troth.web.parts.charts import Ranges, drawn_ranges
from troth.web.parts.gated import gate_for, may_ask
from troth.web.parts.measured import outcomes_of, seen, sure_words, word_of, word_said
from troth.web.parts.measured.rounded import in_ten_words
from troth.web.parts.measured.seen import FOR_WORD
from troth.web.parts.measured.trust_words import CHANGES
from troth.web.parts.measured.word_said import is_surer_than_right
from troth.web.parts.pages import answers_parts, part_or_page

if TYPE_CHECKING:
    from troth.trends import Reliability

MISSES_NEEDED = 3


@require_GET
@bonded
def word(request: BondedRequest) -> HttpResponse:
    """Say how far my word held lately, in counts; where safety comes first, no figure."""
    if not gate_for(request).is_open:
        return TemplateResponse(request, "insights/word.html", {"bond": request.bond})
    at, some = timezone.now(), seen(request.me, request.bond, FOR_WORD)
    mine, outcomes = word_of(some, at=at), outcomes_of(some)
    found = mine.found
    steps = sureness(outcomes, at=at)
    shown = {
        "word": word_said(mine),
        "resolved": found.resolved,
        "sizes": by_size(found, outcomes, at=at),
        "dimensions": by_dimension(found, outcomes, at=at),
        "change": CHANGES()[found.change.word] if found.change.p_higher is not None else "",
        "how_sure": _how_sure(found),
        "mended": _mended(found, outcomes, at=at),
        "sure": sure_words(steps),
        "steps": [_step(one) for one in steps],
        "too_sure": is_surer_than_right(steps),
        "bond": request.bond,
        "may_ask": may_ask(request),
    }
    return TemplateResponse(request, "insights/word.html", shown)


@answers_parts
@require_GET
@bonded
def picture(request: BondedRequest) -> HttpResponse:
    """Draw the ranges; their table stands behind them."""
    at, rows = timezone.now(), list[Row]()
    if gate_for(request).is_open:
        some = seen(request.me, request.bond, FOR_WORD)
        rows = whole_and_sizes(word_of(some, at=at).found, outcomes_of(some), at=at)
    chart = Ranges(
        title=_("How far my word held lately"),
        says="; ".join(f"{row.name}: {row.said}" for row in rows) or _("Not enough yet."),
        rows=tuple(row.range for row in rows),
        ends=(_("none kept"), _("10 in 10")),
    )
    shown = {
        "chart": drawn_ranges(chart, key="word") if rows else None,
        "title": chart.title,
        "caption": _(
            "The line is the most likely place, the band where it lies in 8 of 10 cases like yours."
        ),
        "head": (_("Promises"), _("Counted"), _("Kept")),
        "rows": [(row.name, str(row.n), row.said) for row in rows],
        "back": "insights:word",
    }
    return TemplateResponse(request, part_or_page(request, "insights/picture.html#picture"), shown)


def _how_sure(found: "Reliability") -> str:
    p_higher = found.change.p_higher
    if p_higher is None or found.change.word == "no clear change":
        return ""
    return f"({in_ten_words(max(p_higher, 1 - p_higher))})"


def _step(one: Sureness) -> dict[str, object]:
    return {"low": one.low, "high": one.high, "n": one.n, "in_ten": in_ten_words(one.kept)}


def _mended(found: "Reliability", outcomes: Sequence[Outcome], *, at: datetime) -> str:
    missed = sum(one.result == "missed" for one in counted(outcomes, at=at))
    if not missed:
        return ""
    if missed < MISSES_NEEDED:
        return _("Too few were missed to say how often you made good within a week.")
    given = {
        "mean": tenths(found.repair.mean),
        "low": tenths(found.repair.low),
        "high": tenths(found.repair.high),
    }
    return (
        _(
            "Of what was missed, about %(mean)d in 10 were owned and made good within a week; it could be %(low)d to %(high)d."
        )
        % given
    )
