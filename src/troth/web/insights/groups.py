"""My word by size and by what keeping it shows: one row a group, with what may be said of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from troth.practices.counts import count_by
from troth.values import DIMENSIONS, SIZES, Outcome
from troth.web.parts.charts import Range
from troth.web.parts.measured.word_said import Interval, range_words
from troth.web.parts.tongue import spoken
from troth.web.parts.words import WORDS

if TYPE_CHECKING:
    from troth.trends import Reliability

LEAST, ENOUGH = 3, 5
SIZE_WORDS = spoken(
    {
        "tiny": gettext_lazy("Tiny"),
        "small": gettext_lazy("Small"),
        "medium": gettext_lazy("Medium"),
        "large": gettext_lazy("Large"),
    }
)
dimensions = spoken(WORDS["dimension"])


@dataclass(frozen=True)
class Row:
    """One group: its name, how many promises count in it, and where it lies."""

    name: str
    n: int
    group: Interval

    @property
    def said(self) -> str:
        """What may be said: nothing where it rests on almost nothing."""
        return range_words(self.group) if self.n >= LEAST else ""

    @property
    def is_faint(self) -> bool:
        return self.n < ENOUGH

    @property
    def range(self) -> Range:
        """The same for a picture, in tenths."""
        ends = {"low": self.group.low * 10, "mid": self.group.mean * 10, "high": self.group.high * 10}
        return Range(label=f"{self.name} · {self.n}", is_faint=self.is_faint, **ends)


def by_size(found: "Reliability", outcomes: Sequence[Outcome], *, at: datetime) -> list[Row]:
    """One row a size that occurs, the smallest first."""
    names = {size: SIZE_WORDS()[size] for size in SIZES}
    return _rows(found.sizes, names, count_by(outcomes, of="size", at=at))


def by_dimension(found: "Reliability", outcomes: Sequence[Outcome], *, at: datetime) -> list[Row]:
    """One row for each thing that keeping shows, as far as it occurs."""
    names = {name: dimensions()[name][:1].upper() + dimensions()[name][1:] for name in DIMENSIONS}
    return _rows(found.dimensions, names, count_by(outcomes, of="dimension", at=at))


def whole_and_sizes(found: "Reliability", outcomes: Sequence[Outcome], *, at: datetime) -> list[Row]:
    """All promises, then each size of which something may be said."""
    if found.show == "none":
        return []
    sizes = (row for row in by_size(found, outcomes, at=at) if row.said)
    return [Row(_("All promises"), found.resolved, found), *sizes]


def _rows(groups: Mapping[Any, Interval], names: Mapping[Any, str], counts: Mapping[str, int]) -> list[Row]:
    known = ((name, counts.get(key, 0), groups.get(key)) for key, name in names.items())
    return [Row(name, n, group) for name, n, group in known if n and group is not None]
