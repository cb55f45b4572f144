"""What scoring needs of a definition, worked out once: points by answer, bands and norms that may be used."""

from __future__ import annotations

from dataclasses import dataclass
from math import gcd
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from troth.instruments.model import Instrument, Item, Subscale


@dataclass(frozen=True, slots=True)
class ItemPlan:
    """One item: `points` gives what each answer counts for, reverse keys already turned."""

    no: int
    points: dict[int, int]
    allowed: str


@dataclass(frozen=True, slots=True)
class ScalePlan:
    """One subscale. Bands and norms hold only figures that somebody has read."""

    of: Subscale
    starts: tuple[float, ...]
    bands: tuple[str, ...]
    norms: dict[str, tuple[float, float]]
    reliability_type: str | None
    step: int


@dataclass(frozen=True, slots=True)
class Plan:
    """The whole instrument."""

    items: dict[int, ItemPlan]
    scales: tuple[ScalePlan, ...]


def plan_of(instrument: Instrument) -> Plan:
    """Work the plan out."""
    items = {item.no: _item(item) for item in instrument.items}
    return Plan(items, tuple(_scale(instrument, scale, items) for scale in instrument.subscales))


def allowed_text(values: list[int]) -> str:
    """Write which answers there are: 0–3, or each of them where there are gaps."""
    if values == list(range(values[0], values[-1] + 1)):
        return f"{values[0]}–{values[-1]}"
    return ", ".join(map(str, values))


def _item(item: Item) -> ItemPlan:
    values = sorted(option.value for option in item.options)
    mirror = values[0] + values[-1]
    points = {value: mirror - value if item.key == "-" else value for value in values}
    return ItemPlan(item.no, points, allowed_text(values))


def _scale(instrument: Instrument, scale: Subscale, items: dict[int, ItemPlan]) -> ScalePlan:
    cuts = [cut for cut in instrument.cutoffs if cut.subscale == scale.id and cut.certainty != "verify"]
    norms = [norm for norm in instrument.norms if norm.subscale == scale.id and norm.certainty != "verify"]
    return ScalePlan(
        of=scale,
        starts=tuple(cut.start for cut in cuts),
        bands=tuple(cut.id for cut in cuts),
        norms={norm.group: (norm.mean, norm.sd) for norm in norms},
        reliability_type=_reliability_type(instrument, scale.id),
        step=_step([items[no] for no in scale.items]),
    )


def _reliability_type(instrument: Instrument, scale: str) -> str | None:
    read = [one for one in instrument.reliability if one.subscale == scale and one.certainty != "verify"]
    return next((one.type for one in sorted(read, key=lambda one: not one.use)), None)


def _step(items: list[ItemPlan]) -> int:
    """Find the smallest distance between two sums of points."""
    step = 0
    for item in items:
        values = sorted(item.points)
        step = gcd(step, *(value - values[0] for value in values))
    return step
