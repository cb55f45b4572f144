"""All answers of a person as one whole number, so that a line of a table is scored by one sum.

Every subscale has a lane of bits for its points above the lowest and one for how many were answered; every item of
a safety rule has a lane for its answer. For each item a table says what a cell, as it is written, adds.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from troth.instruments.answers import BLANK_CELLS, read_cell
from troth.instruments.model import Instrument
from troth.instruments.plan import ItemPlan, ScalePlan

MOST_SPELLINGS = 256


@dataclass(frozen=True, slots=True)
class Lane:
    """Some bits of a whole number."""

    shift: int
    mask: int

    def read(self, packed: int) -> int:
        return packed >> self.shift & self.mask


@dataclass(frozen=True, slots=True)
class ScaleLanes:
    """Where one subscale stands. `low` is what each answer counts at least."""

    plan: ScalePlan
    low: int
    answered: Lane
    total: Lane

    def read(self, packed: int) -> tuple[int, int]:
        """Give the sum of points and the number of answers."""
        answered = self.answered.read(packed)
        return self.total.read(packed) + self.low * answered, answered


@dataclass(frozen=True, slots=True)
class Packing:
    """How an instrument's answers stand in one number. A safety item's lane holds the answer's place, 0 for a blank."""

    spellings: tuple["Spellings", ...]
    scales: tuple[ScaleLanes, ...]
    safety: dict[int, tuple[Lane, tuple[int, ...]]]
    bits: int

    def heard(self, packed: int) -> dict[int, int]:
        """Give the answers to items that a safety rule looks at."""
        places = {no: lane.read(packed) for no, (lane, _) in self.safety.items()}
        return {no: self.safety[no][1][place - 1] for no, place in places.items() if place}


class Spellings(dict[str, int]):
    """What a cell adds, by how it is written. A new spelling is read with all care, once."""

    def __init__(self, item: ItemPlan, adds: Mapping[int, int]) -> None:
        usual = {str(value): add for value, add in adds.items()}
        super().__init__(
            usual | {f"{value}.0": add for value, add in adds.items()} | dict.fromkeys(BLANK_CELLS, 0)
        )
        self.item, self.adds = item, adds

    def __missing__(self, cell: str) -> int:
        answer = read_cell(self.item, cell)
        add = 0 if answer is None else self.adds[answer]
        if len(self) < MOST_SPELLINGS:
            self[cell] = add
        return add


def packing_of(instrument: Instrument) -> Packing:
    """Lay the lanes out."""
    items = instrument.plan.items
    scales: list[ScaleLanes] = []
    end = 0
    for plan in instrument.plan.scales:
        points = [point for no in plan.of.items for point in items[no].points.values()]
        low, count = min(points), len(plan.of.items)
        answered, end = _lane(end, count)
        total, end = _lane(end, (max(points) - low) * count)
        scales.append(ScaleLanes(plan, low, answered, total))
    safety: dict[int, tuple[Lane, tuple[int, ...]]] = {}
    for no in sorted({no for rule in instrument.safety for no in rule.items}):
        values = tuple(items[no].points)
        lane, end = _lane(end, len(values))
        safety[no] = (lane, values)
    spellings = tuple(Spellings(item, _adds(item, scales, safety)) for item in items.values())
    return Packing(spellings, tuple(scales), safety, end)


def _lane(begin: int, most: int) -> tuple[Lane, int]:
    width = max(1, most.bit_length())
    return Lane(begin, (1 << width) - 1), begin + width


def _adds(
    item: ItemPlan, scales: list[ScaleLanes], safety: dict[int, tuple[Lane, tuple[int, ...]]]
) -> dict[int, int]:
    found = {}
    for place, (answer, points) in enumerate(item.points.items(), 1):
        add = 0
        for scale in scales:
            if item.no in scale.plan.of.items:
                add += (1 << scale.answered.shift) + ((points - scale.low) << scale.total.shift)
        if item.no in safety:
            add += place << safety[item.no][0].shift
        found[answer] = add
    return found
