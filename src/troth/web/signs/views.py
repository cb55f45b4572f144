"""Looking back: which trigger came before which sign, and what helped."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from uuid import UUID

from django.http import HttpResponse
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from troth.practices.signs import Before, WhatHelped, what_came_before, what_helped
from troth.store.queries.entries import Opened
from troth.store.queries.recent import lasting
from troth.web.parts.bonded import BondedRequest, bonded
from troth.web.signs.forms import KINDS

READ = ("signs", "occurrences", "triggers")
WORDS_SHOWN = 10


@dataclass(frozen=True)
class Seen:
    """All that is counted on this page, newest first."""

    signs: list[Opened]
    occurrences: list[Opened]
    triggers: dict[UUID, Opened]

    def trigger_of(self, occurrence: Opened) -> UUID | None:
        """Return the trigger that an occurrence is about, where it is still there."""
        return next((id for id in _ties(occurrence, "about") if id in self.triggers), None)

    def name(self, trigger: UUID | None) -> str:
        """Call a trigger by its own words."""
        return self.triggers[trigger].line.title if trigger else _("No trigger named")  # type: ignore[union-attr]


@require_GET
@bonded
def back(request: BondedRequest) -> HttpResponse:
    """Count what came before what, and what helped; fewer than five are "not enough yet"."""
    seen = _seen(request)
    helped = [
        one for one in (*seen.occurrences, *seen.signs) if one.content.helped == "yes" and one.content.did
    ]
    shown = {
        "before": list(_before(seen)),
        "helped_by_trigger": list(_helped_by_trigger(seen)),
        "helped_by_kind": list(_helped_by_kind(seen)),
        "words": sorted(helped, key=lambda one: one.sequence, reverse=True)[:WORDS_SHOWN],
    }
    return TemplateResponse(request, "signs/back.html", {**shown, "bond": request.bond})


def _seen(request: BondedRequest) -> Seen:
    opened = lasting(request.me, request.bond.id, of=READ)
    signs, occurrences, triggers = ([one for one in opened if one.practice == name] for name in READ)
    return Seen(signs, occurrences, {one.id: one for one in triggers})


def _ties(opened: Opened, kind: str) -> list[UUID]:
    return [link.to for link in opened.document.links if link.as_ == kind]  # type: ignore[union-attr]


def _before(seen: Seen) -> Iterable[Mapping[str, object]]:
    about = {one.id: seen.trigger_of(one) for one in seen.occurrences}
    known = {id: trigger for id, trigger in about.items() if trigger}
    # A tie to something deleted, or to a moment whose trigger nobody named, says nothing about what came before.
    moments = [
        (one.content.kind, [id for id in _ties(one, "after") if id in known or id in seen.triggers])
        for one in seen.signs
    ]
    found = what_came_before(moments, known)
    for kind, words in KINDS:
        if kind in found:
            said = found[kind]
            enough = isinstance(said, Before)
            counts = [(seen.name(id), times) for id, times in said.counts] if enough else []  # type: ignore[union-attr, arg-type]
            yield {"kind": words, "n": said.n, "enough": enough, "counts": counts}


def _helped_by_trigger(seen: Seen) -> Iterable[Mapping[str, object]]:
    found = what_helped((seen.trigger_of(one), one.content.helped) for one in seen.occurrences)
    return ({"name": seen.name(trigger), **_counts(said)} for trigger, said in found.items() if said.n)


def _helped_by_kind(seen: Seen) -> Iterable[Mapping[str, object]]:
    found = what_helped((one.content.kind, one.content.helped) for one in seen.signs)
    return (
        {"name": words, **_counts(found[kind])} for kind, words in KINDS if kind in found and found[kind].n
    )


def _counts(said: object) -> Mapping[str, object]:
    return {"enough": isinstance(said, WhatHelped), "said": said}
