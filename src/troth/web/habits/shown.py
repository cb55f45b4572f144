"""Counts as they are shown: pictures, a table, whether it changed, wording to try instead."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from troth.practices.habits import CountedMonth
from troth.web.parts.charts import Drawn, Range, Ranges, drawn_ranges
from troth.web.parts.coached import MARKS
from troth.web.parts.lazily import coach

if TYPE_CHECKING:
    from troth.coach import Habits, Month, Moved

ENOUGH = 30
MOST_MONTHS, MOST_MARKS = 12, 3
CHANGED = {
    "no-clear-change": gettext_lazy("No clear change: %(month)s lies within what chance can do."),
    "fewer": gettext_lazy(
        "Fewer in %(month)s than in the months before: %(after)s of 100 sentences, before %(before)s."
    ),
    "more": gettext_lazy(
        "More in %(month)s than in the months before: %(after)s of 100 sentences, before %(before)s."
    ),
}


@dataclass(frozen=True, repr=False)
class Side:
    """What may help, or what may hurt: a picture and a sentence on change."""

    title: str
    chart: Drawn
    change: str


@dataclass(frozen=True, repr=False)
class Wording:
    """One mark that comes most, with gentler ways; the words are one's own phrase, where there is one."""

    says: str
    count: str
    ways: tuple[str, ...]
    words: str = ""


@dataclass(frozen=True, repr=False)
class Shown:
    """All that a page says of the counts."""

    messages: int
    sentences: int
    helps: int
    hurts: int
    sides: tuple[Side, ...]
    rows: tuple[tuple[str, ...], ...]
    by_mark: tuple[tuple[str, ...], ...]
    wordings: tuple[Wording, ...]
    phrases: tuple[Wording, ...]
    enough: int
    is_cut: bool

    @property
    def mostly_neither(self) -> bool:
        """Whether more than half of the sentences have no mark, even if none has marks of both sides."""
        return 2 * (self.helps + self.hurts) < self.sentences


def counts_of(found: Habits) -> tuple[CountedMonth, ...]:
    """Keep the counts of what was found, and nothing else."""
    return tuple(
        CountedMonth(
            month=one.month,
            messages=one.messages,
            sentences=one.sentences,
            helps=one.helps.count,
            hurts=one.hurts.count,
            marks={name: share.count for name, share in one.marks.items() if share.count},
        )
        for one in found.months
    )


def shown(counts: Sequence[CountedMonth], *, phrases: Sequence[Any] = ()) -> Shown:
    """Make pictures and sentences of counts."""
    months = [
        coach.month_of(
            one.month,
            messages=one.messages,
            sentences=one.sentences,
            helps=one.helps,
            hurts=one.hurts,
            marks=one.marks,
        )
        for one in counts
    ]
    enough = [one for one in months if one.is_enough]
    return Shown(
        messages=sum(one.messages for one in months),
        sentences=sum(one.sentences for one in months),
        helps=sum(one.helps.count for one in months),
        hurts=sum(one.hurts.count for one in months),
        sides=tuple(
            _side(months, side, title)
            for side, title in (("hurts", _("What may hurt")), ("helps", _("What may help")))
            if enough
        ),
        rows=tuple(_row(one) for one in reversed(months)),
        by_mark=_by_mark(months) if enough else (),
        wordings=_wordings(months) if enough else (),
        phrases=tuple(_phrase(one) for one in phrases),
        enough=len(enough),
        is_cut=len(months) > MOST_MONTHS,
    )


def month_words(month: str, form: str = "F Y") -> str:
    """Write a month in words."""
    return date_format(date.fromisoformat(f"{month}-01"), form)


def _side(months: Sequence[Month], side: str, title: str) -> Side:
    rows = [_range(one, side) for one in months[-MOST_MONTHS:]]
    high = max(10.0, *(row.high for row in rows if not row.is_faint))
    most = min(100, -(-int(high + 0.999) // 10) * 10)
    says = _("Of 100 sentences, from 0 to %(most)d, by month. The wide line is where it may lie.") % {
        "most": most
    }
    chart = Ranges(
        title=title,
        says=says,
        rows=tuple(rows),
        ends=("0", _("%(most)d of 100 sentences") % {"most": most}),
        low=0,
        high=most,
    )
    return Side(title, drawn_ranges(chart, key=f"habits-{side}"), _changed(coach.moved(months, side)))


def _range(one: Month, side: str) -> Range:
    share = getattr(one, side)
    said = month_words(one.month)
    if not one.is_enough:
        said = _("%(month)s: not enough yet") % {"month": said}
    return Range(
        label=said,
        low=share.low * 100,
        mid=share.share * 100,
        high=share.high * 100,
        is_faint=not one.is_enough,
    )


def _changed(moved: Moved) -> str:
    if moved.change == "not-enough":
        return _(
            "Not enough yet to say whether it changes. It takes two months with %(n)d of your messages each."
        ) % {"n": ENOUGH}
    given = {
        "month": month_words(moved.month),
        "before": _hundred(moved.before),
        "after": _hundred(moved.after),
    }
    return str(CHANGED[moved.change]) % given


def _row(one: Month) -> tuple[str, ...]:
    said = [month_words(one.month), str(one.messages), str(one.sentences)]
    if not one.is_enough:
        return (*said, _("not enough yet"), _("not enough yet"))
    return (*said, _between(one.hurts), _between(one.helps))


def _by_mark(months: Sequence[Month]) -> tuple[tuple[str, ...], ...]:
    """Each mark that came, with its sentences in the newest months; the first row names the months."""
    newest = [one for one in reversed(months) if one.is_enough][:MOST_MONTHS]
    names = [name for name in (*coach.HURTS, *coach.HELPS) if any(one.marks[name].count for one in newest)]
    head = ("", *(month_words(one.month, "M Y") for one in newest))
    return (head, *((str(MARKS[name]), *(str(one.marks[name].count) for one in newest)) for name in names))


def _between(share: Any) -> str:
    given = {"mid": _hundred(share.share), "low": _hundred(share.low), "high": _hundred(share.high)}
    return _("%(mid)s (%(low)s to %(high)s)") % given


def _wordings(months: Sequence[Month]) -> tuple[Wording, ...]:
    """Name the hurtful marks that came most in the months that have enough."""
    often: Counter[str] = Counter()
    for one in months:
        if one.is_enough:
            often.update({name: one.marks[name].count for name in coach.HURTS if one.marks[name].count})
    return tuple(
        Wording(str(MARKS[name]), _times(count), coach.gentler_ways(name))
        for name, count in often.most_common(MOST_MARKS)
    )


def _phrase(one: Any) -> Wording:
    return Wording(str(MARKS[one.mark]), _times(one.count), coach.gentler_ways(one.mark), one.words)


def _times(count: int) -> str:
    return ngettext("%(n)d time", "%(n)d times", count) % {"n": count}


def _hundred(share: float) -> str:
    return f"{share * 100:.0f}"
