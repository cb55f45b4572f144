"""Along the days: one dot an answer, a soft band and one line, events as dashed lines; the axis never moves."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from xml.etree.ElementTree import Element

from troth.web.parts.charts.days import labelled_days
from troth.web.parts.charts.drawn import Drawn, Size, drawn, line, number, path, room_for, words
from troth.web.parts.charts.shapes import Level, Mark, OverTime

LEFT, RIGHT, TOP, BOTTOM = 24, 8, 22, 24
GAP_DAYS = 2  # a band has one place a day; where the clocks change, two may lie two dates apart
LEAST_DAYS = 14  # fewer would spread two answers over the whole width


def drawn_over_time(chart: OverTime, *, key: str) -> Drawn:
    """Draw the chart for a phone and for a desk."""
    return drawn(lambda svg, size: _draw(svg, size, chart), key=key, title=chart.title, says=chart.says)


@dataclass(frozen=True, slots=True)
class _Plane:
    """Where days and values lie in a picture."""

    first: date
    days: int
    low: float
    high: float
    size: Size

    def x(self, on: date) -> float:
        return LEFT + (self.size.width - LEFT - RIGHT) * ((on - self.first).days / self.days)

    def y(self, value: float) -> float:
        tall = self.size.height - TOP - BOTTOM
        return TOP + tall * (1 - (value - self.low) / (self.high - self.low))

    def place(self, on: date, value: float) -> str:
        return f"{number(self.x(on))} {number(self.y(value))}"


def _draw(svg: Element, size: Size, chart: OverTime) -> None:
    first, last = _span(chart)
    plane = _Plane(first, max(1, (last - first).days), chart.low, chart.high, size)
    _axes(svg, plane, last)
    for stretch in stretches(chart.levels):
        _band(svg, plane, stretch)
    _marks(svg, plane, chart.marks)
    dots = "".join(f"M{plane.place(dot.on, dot.value)}h0" for dot in chart.dots)
    if dots:
        look = {"stroke": "var(--soft)", "stroke_width": "4.4", "stroke_linecap": "round"}
        path(svg, dots, fill="none", stroke_opacity="0.75", **look)


def _span(chart: OverTime) -> tuple[date, date]:
    days = [one.on for one in (*chart.dots, *chart.levels, *chart.marks)]
    first = chart.first or min(days, default=date(2000, 1, 1))
    last = chart.last or max(days, default=first)
    return min(first, last - timedelta(days=LEAST_DAYS)), last


def _axes(svg: Element, plane: _Plane, last: date) -> None:
    for value in (plane.low, (plane.low + plane.high) / 2, plane.high):
        y = plane.y(value)
        line(svg, (LEFT, y, plane.size.width - RIGHT, y), colour="var(--line)")
        words(svg, f"{value:g}", LEFT - 7, y + 4, anchor="end")
    for on, said in labelled_days(plane.first, last, most=plane.size.labels):
        anchor = "end" if plane.x(on) + room_for(said) > plane.size.width else "start"
        words(svg, said, plane.x(on), plane.size.height - 6, anchor=anchor)


def stretches(levels: Iterable[Level]) -> Iterator[list[Level]]:
    """Cut the days of a band where some are missing: a gap is never bridged."""
    stretch: list[Level] = []
    for level in levels:
        if stretch and (level.on - stretch[-1].on).days > GAP_DAYS:
            yield stretch
            stretch = []
        stretch.append(level)
    if stretch:
        yield stretch


def _band(svg: Element, plane: _Plane, stretch: list[Level]) -> None:
    there = [plane.place(one.on, min(one.high, plane.high)) for one in stretch]
    back = [plane.place(one.on, max(one.low, plane.low)) for one in reversed(stretch)]
    path(svg, f"M{'L'.join(there)}L{'L'.join(back)}Z", fill="var(--moss)", fill_opacity="0.2", stroke="none")
    middle = "L".join(plane.place(one.on, one.mean) for one in stretch)
    path(svg, f"M{middle}", fill="none", stroke="var(--moss)", stroke_width="2", stroke_linejoin="round")


def _marks(svg: Element, plane: _Plane, marks: tuple[Mark, ...]) -> None:
    """One event carries its words; several carry numbers, and the page says them below."""
    free = 0.0  # where the next number may stand without touching the one before
    for place, mark in enumerate(marks, start=1):
        x = plane.x(mark.on)
        look = {"stroke_dasharray": "4 3", "stroke_width": "1.3"}
        line(svg, (x, TOP - 8, x, plane.size.height - BOTTOM), colour="var(--clay)", **look)
        if len(marks) == 1:
            anchor = "end" if x + room_for(mark.words) > plane.size.width else "start"
            words(svg, mark.words, x, TOP - 11, anchor=anchor, colour="clay")
            return
        at = max(x, free)
        words(svg, str(place), at, TOP - 11, anchor="middle", colour="clay")
        free = at + room_for(f"{place} ")
