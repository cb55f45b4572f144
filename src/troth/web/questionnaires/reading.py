"""Scores in words: the sentence first, then the number, then how far it may be off."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from troth.web.parts.lazily import instruments

if TYPE_CHECKING:
    from troth.instruments import Change, Instrument, Score, Scores, Subscale


Z = 1.959964  # 19 times of 20
CHANGED = {
    "reliable-more": gettext_lazy("Higher than before, by more than the error of the questions explains."),
    "reliable-less": gettext_lazy("Lower than before, by more than the error of the questions explains."),
    "within-error": gettext_lazy("The difference is within the error of the questions: no clear change."),
    "moved-by-our-rule": gettext_lazy("Moved by our own rule, which is not a statistical test."),
    "not-available": gettext_lazy("Nobody has published how big a difference counts, so nothing is said."),
    "never": gettext_lazy(
        "These questions are too coarse to show change: they draw a picture, not progress."
    ),
}


@dataclass(frozen=True)
class Read:
    """One score as it stands on the page. `value` is empty where it was refused; `why` then says why."""

    title: str
    value: str
    low: str
    high: str
    means: str
    band: str = ""
    band_source: str = ""
    error: str = ""
    why: str = ""
    subscale: str = ""
    number: float | None = None


@dataclass(frozen=True)
class Compared:
    """One comparison in words, with the figures behind it."""

    titles: str
    words: str
    behind: str


def shows_no_score(instrument: Instrument) -> bool:
    """Say whether only what it shows of danger counts, and a number would mislead (HARK)."""
    return any(rule.reaction == "partner-violence" for rule in instrument.safety)


def lines_of(instrument: Instrument, scores: Scores) -> tuple[Read, ...]:
    """Read every subscale."""
    return tuple(_read(instrument, instrument.subscale(id), one) for id, one in scores.subscales.items())


def _read(instrument: Instrument, subscale: Subscale, score: Score) -> Read:
    low, high = reach(instrument, subscale)
    ends = {"low": figure(low), "high": figure(high), "subscale": subscale.id}
    if score.value is None:
        why = _("Answered %(answered)s of %(of)s; at least %(needed)s are needed.") % {
            "answered": score.answered,
            "of": score.of,
            "needed": score.needed,
        }
        return Read(subscale.title, "", means=subscale.high_means, why=why, **ends)
    band = next(
        (one for one in instrument.cutoffs if (one.subscale, one.id) == (subscale.id, score.band)), None
    )
    return Read(
        subscale.title,
        figure(score.value),
        means=subscale.high_means,
        band=band.label if band else "",
        band_source=band.source if band else "",
        error=_error(instrument, subscale, score.value, low, high),
        number=score.value,
        **ends,
    )


def _error(instrument: Instrument, subscale: Subscale, value: float, low: float, high: float) -> str:
    found = instruments.standard_error(instrument, subscale.id)
    if found is None:
        return _("How sure this number is, nobody has published for these questions.")
    between = {
        "low": figure(max(low, value - Z * found.sem)),
        "high": figure(min(high, value + Z * found.sem)),
    }
    if found.rough:
        return _("A rough guess of its error: it may as well be %(low)s to %(high)s.") % between
    return _("With its error it may as well be %(low)s to %(high)s (19 times of 20).") % between


def reach(instrument: Instrument, subscale: Subscale) -> tuple[float, float]:
    """Return the lowest and the highest score there can be."""
    items = [instrument.items[number - 1] for number in subscale.items]
    lows = [min(option.value for option in item.options) for item in items]
    highs = [max(option.value for option in item.options) for item in items]
    if subscale.method == "mean":
        return sum(lows) / len(lows), sum(highs) / len(highs)
    factor = subscale.factor if subscale.method == "sum_scaled" else 1
    return sum(lows) * factor, sum(highs) * factor


def figure(value: float) -> str:
    """Write a score as short as it is known: whole where it is whole, else one place."""
    return str(int(value)) if float(value).is_integer() else f"{value:.1f}"


def change_words(instrument: Instrument, changes: Mapping[str, Change]) -> tuple[Compared, ...]:
    """Put comparisons into words; parts of which the same is said stand together."""
    titles = {one.id: one.title for one in instrument.subscales}
    found: dict[tuple[str, str], list[str]] = {}
    for id, one in changes.items():
        moved = f" ({_signed(one.difference)})" if one.difference else ""
        found.setdefault((_words(one), _behind(one)), []).append(f"{titles[id]}{moved}")
    return tuple(Compared(", ".join(some), words, behind) for (words, behind), some in found.items())


def _words(change: Change) -> str:
    if change.state == "not-available" and change.attainable is not None:
        return _("Less than our own rule asks for, so nothing is said.")
    return str(CHANGED[change.state])


def _behind(change: Change) -> str:
    if change.attainable is None:
        return ""
    given = {"least": figure(change.attainable), "source": change.source or "–"}
    return _("A difference counts from %(least)s on. Source: %(source)s") % given


def _signed(difference: float) -> str:
    return f"{'+' if difference > 0 else '−'}{figure(abs(difference))}"
