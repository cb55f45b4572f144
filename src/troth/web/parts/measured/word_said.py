"""What may be said of my own word: in counts of ten, grey where it rests on little, nothing where on almost nothing."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import floor
from typing import TYPE_CHECKING, Protocol

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from troth.practices.counts import Sureness, tenths
from troth.web.parts.measured.seen import Word

if TYPE_CHECKING:
    from troth.trends import Reliability

TEN = 10
FEW = 20  # below so many the range is said with "so few"
SURER_BY = 0.1 + 1e-9  # sums of shares are a hair off


class Interval(Protocol):
    """A share with its range."""

    @property
    def mean(self) -> float: ...
    @property
    def low(self) -> float: ...
    @property
    def high(self) -> float: ...


@dataclass(frozen=True, kw_only=True)
class WordSaid:
    """The sentence; ``asks`` is the question of the bound, where it matters."""

    sentence: str
    is_not_yet: bool = False
    is_faint: bool = False
    asks: str = ""


def word_said(word: Word) -> WordSaid:
    """Say how far my word held lately."""
    found = word.found
    if found.show == "none":
        return WordSaid(sentence=_not_yet(found.resolved), is_not_yet=True, asks=_asks(found))
    return WordSaid(sentence=_kept(word), is_faint=found.show == "faint", asks=_asks(found))


def _not_yet(resolved: int) -> str:
    if not resolved:
        return _("No promise was kept or missed so far. From three on there is a first, faint answer.")
    said = ngettext(
        "%(n)d promise was kept or missed so far. From three on there is a first, faint answer.",
        "%(n)d promises were kept or missed so far. From three on there is a first, faint answer.",
        resolved,
    )
    return said % {"n": resolved}


def _kept(word: Word) -> str:
    """What was kept is counted; how it may stand in truth is the estimate's range."""
    kept, low, high = floor(word.kept + 0.5), tenths(word.found.low), tenths(word.found.high)
    given = {"kept": kept, "n": word.last, "low": low, "high": high}
    if word.last < TEN:
        said = _(
            "About %(kept)d of your %(n)d promises so far were kept; with so few it could be %(low)d to %(high)d in 10."
        )
    elif not low <= kept <= high:
        said = _(
            "About %(kept)d of your last 10 promises were kept; over a longer time it is likely %(low)d to %(high)d in 10."
        )
    elif word.found.resolved < FEW:
        said = _(
            "About %(kept)d of your last 10 promises were kept; with so few it could be %(low)d to %(high)d."
        )
    else:
        said = _("About %(kept)d of your last 10 promises were kept; it could be %(low)d to %(high)d.")
    return said % given


def _asks(found: "Reliability") -> str:
    if not found.bound.matters:
        return ""
    said = ngettext(
        "What became of %(n)d promise that is past its time? It would change this.",
        "What became of %(n)d promises that are past their time? They would change this.",
        found.overdue,
    )
    return said % {"n": found.overdue}


def range_words(group: Interval) -> str:
    """Say one group shortly."""
    low, mean, high = (tenths(share) for share in (group.low, group.mean, group.high))
    if low == high:
        return _("about %(mean)d in 10") % {"mean": mean}
    return _("about %(mean)d in 10, likely %(low)d to %(high)d") % {"mean": mean, "low": low, "high": high}


def sure_words(steps: Sequence[Sureness]) -> str:
    """Set how sure I was beside what happened; nothing without steps."""
    n = sum(step.n for step in steps)
    if not n:
        return ""
    said, kept = (sum(getattr(step, name) * step.n for step in steps) / n for name in ("said", "kept"))
    given = {"said": tenths(said), "kept": tenths(kept), "n": n}
    if given["said"] == given["kept"]:
        return (
            _("Of %(n)d promises you thought that about %(said)d in 10 would be kept on time, and so it was.")
            % given
        )
    return (
        _(
            "Of %(n)d promises you thought that about %(said)d in 10 would be kept on time; it was about %(kept)d in 10."
        )
        % given
    )


def is_surer_than_right(steps: Sequence[Sureness]) -> bool:
    """Say whether more was expected than came, by more than one in ten."""
    n = sum(step.n for step in steps)
    return n > 0 and sum((step.said - step.kept) * step.n for step in steps) / n > SURER_BY
