"""A chart of 1,000 points, both drawings and the page around it; beside bare XML with as many circles."""

import random
from collections.abc import Iterator
from datetime import date, timedelta
from xml.etree.ElementTree import Element, SubElement, tostring

from django.template.loader import render_to_string

from bench.measure import in_turn, once
from bench.table import Line, shown, timed
from troth.web.parts.charts import Dot, Level, Mark, OverTime, drawn_over_time

POINTS, TIMES = 1_000, 31
MOST_S = 0.120
FIRST = date(2024, 1, 1)


def lines() -> Iterator[Line]:
    """Time the heaviest chart there is: dots, band with a gap, events; phone and desk, as HTML."""
    chart = a_chart(random.Random(POINTS))
    render_to_string("parts/charts/later.html")  # a page was drawn before: its chart comes after it
    first = once(lambda: drawn(chart))
    pair = in_turn(lambda: drawn(chart), bare, times=TIMES)
    yield timed("a chart of 1,000 points, two drawings, beside bare XML of 1,000 circles", pair)
    for what, seconds in (("its first drawing in a process", first), ("the same, against 120 ms", pair.ours)):
        yield Line(what, shown(seconds), shown(MOST_S), seconds / MOST_S, "≤ 1", seconds <= MOST_S)


def a_chart(dice: random.Random) -> OverTime:
    """Make a chart as three years of check-ins give it."""
    days = [FIRST + timedelta(days=number) for number in range(POINTS)]
    level = [5 + number / POINTS for number in range(POINTS)]
    return OverTime(
        title="How much you felt trusted",
        says="Around 6 of 10.",
        dots=tuple(Dot(on=on, value=dice.randrange(11)) for on in days),
        levels=tuple(
            Level(on=on, mean=mean, low=mean - 0.5, high=mean + 0.5)
            for number, (on, mean) in enumerate(zip(days, level, strict=True))
            if not 400 < number < 440
        ),
        marks=tuple(Mark(on=days[number], words="a limit crossed") for number in range(100, 900, 100)),
    )


def drawn(chart: OverTime) -> str:
    """Draw it for phone and desk, and put it into its figure."""
    return render_to_string("parts/charts/figure.html", {"chart": drawn_over_time(chart, key="bench")})


def bare() -> bytes:
    """Write as many circles with the standard library alone."""
    svg = Element("svg")
    for number in range(POINTS):
        SubElement(svg, "circle", {"cx": str(number), "cy": str(number % 11), "r": "2"})
    return tostring(svg)
