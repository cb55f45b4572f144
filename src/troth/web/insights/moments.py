"""Triggers and signs: how often, in counts and words. Before does not mean because."""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from django.http import HttpResponse
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET

from troth.practices import Document
from troth.practices.counts import ENOUGH, WEEKS, times_in
from troth.store.queries.entries import Opened
from troth.web.parts.bonded import BondedRequest, bonded
from troth.web.parts.entries.written import kind_words
from troth.web.parts.measured import Seen, seen

READ = ("triggers", "occurrences", "signs")


@require_GET
@bonded
def moments(request: BondedRequest) -> HttpResponse:
    """Count what was noted in the last twelve weeks, by trigger and by sign."""
    some = seen(request.me, request.bond, READ)
    on = timezone.localdate()
    triggers = _rows(_by_trigger(some), on=on)
    signs = _rows(((kind_words(one), one.on) for one in some.documents("signs")), on=on)
    shown = {"triggers": triggers, "signs": signs, "weeks": WEEKS, "bond": request.bond}
    return TemplateResponse(request, "insights/moments.html", shown)


def _by_trigger(some: Seen) -> Iterator[tuple[str, Any]]:
    names = {one.id: one.line.title for one in some.of("triggers") if one.line}
    for one in some.of("occurrences"):
        if isinstance(one.document, Document):
            yield _name(one, names), one.document.on


def _name(one: Opened, names: dict[Any, str]) -> str:
    ties = (link.to for link in one.document.links if link.as_ == "about")  # type: ignore[union-attr]
    return next((names[id] for id in ties if id in names), _("No trigger named"))


def _rows(noted: Iterable[tuple[str, Any]], *, on: Any) -> list[dict[str, str]]:
    """One row a name, the most frequent first; what was not noted in these weeks is left out."""
    days: dict[str, list[Any]] = {}
    for name, day in noted:
        days.setdefault(name, []).append(day)
    times = Counter({name: times_in(some, on=on) for name, some in days.items()})
    return [{"name": name, "times": _times(n), "often": _often(n)} for name, n in times.most_common() if n]


def _times(n: int) -> str:
    return ngettext("%(n)d time", "%(n)d times", n) % {"n": n}


def _often(n: int) -> str:
    """Say how often in words; under five that would say more than is known."""
    if n < ENOUGH:
        return ""
    a_week = n / WEEKS
    for least, words in (
        (5, _("almost every day")),
        (2, _("several times a week")),
        (0.8, _("about once a week")),
        (0, _("about every other week")),
    ):
        if a_week >= least:
            return words
    return ""
