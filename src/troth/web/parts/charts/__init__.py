"""Charts: pictures drawn on the server as SVG, with their words and their table."""

from troth.web.parts.charts.drawn import DESK, PHONE, Drawn, drawn
from troth.web.parts.charts.over_time import drawn_over_time
from troth.web.parts.charts.plane import drawn_point
from troth.web.parts.charts.ranges import drawn_ranges
from troth.web.parts.charts.shapes import Dot, Level, Mark, OverTime, Point, Range, Ranges

__all__ = [
    "DESK",
    "PHONE",
    "Dot",
    "Drawn",
    "Level",
    "Mark",
    "OverTime",
    "Point",
    "Range",
    "Ranges",
    "drawn",
    "drawn_over_time",
    "drawn_point",
    "drawn_ranges",
]
