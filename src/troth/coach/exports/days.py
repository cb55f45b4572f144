"""Which of three numbers is the day: told by the numbers themselves, else by dates that never go back, else asked."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final

from troth.coach.exports.errors import WhichOrder
from troth.coach.exports.own import OwnMessage, Tally

ORDERS: Final = ("dmy", "mdy", "ymd")
NUMBERS: Final = re.compile(r"\d+")
A_DAY: Final = timedelta(days=1)
MOST_HELD, MOST_SIGNS, MOST_KNOWN = 50_000, 20_000_000, 10_000
LAST_YEAR, BUDDHIST, BUDDHIST_AHEAD = 2200, 2400, 543


@dataclass(frozen=True, slots=True, repr=False)
class Undated:
    """One's own message whose day is still three numbers."""

    day: str
    hour: int
    minute: int
    second: int
    text: str


class DayOrder:
    """The order of day, month and year in one export."""

    def __init__(self, order: str | None, *, first_year: int = 1990) -> None:
        self.order = order
        self._is_told = order is not None
        self._first_year = first_year
        self._last: dict[str, date | None] = {"dmy": None, "mdy": None}
        self._back = {"dmy": 0, "mdy": 0}
        self._impossible = {"dmy": False, "mdy": False}
        self._example = ""
        self._differ = False
        self._known: dict[str, date | None] = {}

    def see(self, day: str) -> None:
        """Learn from one day of the export, in the order in which they stand."""
        shape = None if self._is_told else self._two_ways(day)
        if shape is None:
            return
        ways = {order: self._date(shape, order) for order in self._last}
        if not any(ways.values()):
            if self.order is None and self._date(shape, "ymd") and not any(self._last.values()):
                self.order = "ymd"
            return
        for order, on in ways.items():
            if on is None:
                self._impossible[order] = True
                continue
            before = self._last[order]
            self._back[order] += before is not None and on < before - A_DAY
            self._last[order] = on
        self._notice(day, ways)

    def _notice(self, day: str, ways: dict[str, date | None]) -> None:
        if ways["dmy"] != ways["mdy"]:
            self._differ, self._example = True, day
        if all(self._impossible.values()):
            raise WhichOrder(self._example)
        for order, other in (("dmy", "mdy"), ("mdy", "dmy")):
            if self._impossible[other] and self.order in (None, other):
                self.order = order

    def settle(self) -> None:
        """Decide by the dates seen so far, or ask."""
        if self.order is not None:
            return
        forward = [order for order, back in self._back.items() if not back]
        if self._differ and len(forward) != 1:
            raise WhichOrder(self._example)
        self.order = forward[0] if forward else "dmy"

    def on(self, day: str) -> date | None:
        """Return the date, once the order is settled; nothing if there is no such day."""
        if day not in self._known:
            if len(self._known) >= MOST_KNOWN:
                self._known.clear()
            self._known[day] = self._read(day)
        return self._known[day]

    def _read(self, day: str) -> date | None:
        parts = NUMBERS.findall(day)
        if len(parts) != 3:
            return None
        return self._date(parts, self._plain_order(day, parts) or self.order or "dmy")

    def _two_ways(self, day: str) -> list[str] | None:
        """Return the numbers of a day that can be read in two ways."""
        parts = NUMBERS.findall(day)
        return None if len(parts) != 3 or self._plain_order(day, parts) else parts

    def _plain_order(self, day: str, parts: list[str]) -> str | None:
        """A year of four digits in front, or dots between (CLDR has no month first with dots), leaves no doubt."""
        if len(parts[0]) == 4:
            return "ymd"
        return "dmy" if "." in day and not self._is_told else None

    def _date(self, parts: list[str], order: str) -> date | None:
        numbers = dict(zip(order, map(int, parts), strict=True))
        year = numbers["y"] + (2000 if numbers["y"] < 100 else 0)
        year -= BUDDHIST_AHEAD if year > BUDDHIST else 0
        try:
            return date(year, numbers["m"], numbers["d"]) if self._first_year <= year <= LAST_YEAR else None
        except ValueError:
            return None


def dated(messages: Iterable[Undated], days: DayOrder, tally: Tally) -> Iterator[OwnMessage]:
    """Give messages their moment; while the order is open they are held, up to a limit."""
    held: list[Undated] = []
    signs = 0
    for one in messages:
        if days.order is None:
            held.append(one)
            signs += len(one.text)
            if len(held) < MOST_HELD and signs < MOST_SIGNS:
                continue
            days.settle()
            one, *held = held[-1], *held[:-1]
        if held:
            yield from _placed(held, days, tally)
            held = []
        yield from _placed((one,), days, tally)
    days.settle()
    yield from _placed(held, days, tally)


def _placed(messages: Iterable[Undated], days: DayOrder, tally: Tally) -> Iterator[OwnMessage]:
    for one in messages:
        on = days.on(one.day)
        if on is None:
            tally.unreadable += 1
            continue
        yield OwnMessage(datetime(on.year, on.month, on.day, one.hour, one.minute, one.second), one.text)
