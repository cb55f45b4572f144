"""Which marks a page shows: fewer than the coach gives, as a wrong one hurts; and the sentence over all of them."""

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

if TYPE_CHECKING:
    from troth.coach import Mark, Rehearsal

# Of marks said to be half right, about half are: the page calls them a guess.
SURE_FROM = 0.65
# Just above the coach's line a hurtful mark is more often wrong than right (docs/models/coach.md, calibration).
HURTS_FROM = 0.55
MISSING = {
    "own": gettext_lazy("The sorry does not yet say what you did."),
    "when": gettext_lazy("The promise has no day or time yet."),
    "ask": gettext_lazy("There is no question in it; one may give them room."),
    "answer": gettext_lazy("They asked something, and this does not answer yet."),
    "feeling": gettext_lazy("They named a feeling, and nothing here takes it up yet."),
}


def worth_showing(marks: "Collection[Mark]") -> "list[Mark]":
    """Leave out hurtful marks that are more often wrong than right, and guesses beside something surer; surest first."""
    likely = [one for one in marks if one.side == "helps" or one.score >= HURTS_FROM]
    sure = {one.side for one in likely if one.score >= SURE_FROM}
    kept = [one for one in likely if one.score >= SURE_FROM or one.side not in sure]
    return sorted(kept, key=lambda one: (one.side != "hurts", -one.score))


def summed_up(found: "Rehearsal", *, hurts: int, helps: int) -> str:
    """Return the coach's own summary; where the page shows fewer that hurt, say it anew for those it shows."""
    if hurts == found.balance.hurts:
        return _(found.summary)
    return " ".join([_first(hurts, helps), *_missing(found.missing)])


def _first(hurts: int, helps: int) -> str:
    if hurts:
        return ngettext("%d sentence may hurt; the reasons stand below.", "%d sentences may hurt; the reasons stand below.", hurts) % hurts  # fmt: skip
    if helps:
        return (
            ngettext("%d sentence may help them trust.", "%d sentences may help them trust.", helps) % helps
        )
    return _("Nothing here stands out, and that is fine.")


def _missing(codes: Sequence[str]) -> list[str]:
    return [str(MISSING[code]) for code in codes if code in MISSING]
