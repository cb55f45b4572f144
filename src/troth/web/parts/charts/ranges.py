"""Ranges below each other: how likely it is to lie where, with a mark at the middle."""

from xml.etree.ElementTree import Element

from troth.web.parts.charts.drawn import Drawn, Size, drawn, line, words
from troth.web.parts.charts.shapes import Range, Ranges

ROW, FOOT = 44, 22
EDGE = 6


def drawn_ranges(chart: Ranges, *, key: str) -> Drawn:
    """Draw the chart for a phone and for a desk; it is as tall as it has rows."""
    height = len(chart.rows) * ROW + FOOT
    return drawn(
        lambda svg, size: _draw(svg, size, chart),
        key=key,
        title=chart.title,
        says=chart.says,
        heights=(height, height),
    )


def _draw(svg: Element, size: Size, chart: Ranges) -> None:
    for place, row in enumerate(chart.rows):
        _row(svg, size, chart, row, top=place * ROW)
    foot = size.height - 5
    words(svg, chart.ends[0], EDGE, foot)
    words(svg, chart.ends[1], size.width - EDGE, foot, anchor="end")


def _row(svg: Element, size: Size, chart: Ranges, row: Range, *, top: int) -> None:
    def x(value: float) -> float:
        share = (min(max(value, chart.low), chart.high) - chart.low) / (chart.high - chart.low)
        return EDGE + (size.width - 2 * EDGE) * share

    y = top + 31
    words(svg, row.label, EDGE, top + 14, colour="soft" if row.is_faint else "ink")
    line(svg, (EDGE, y, size.width - EDGE, y), colour="var(--line)")
    look = {"stroke_linecap": "round", "stroke_width": "12"}
    faint = "0.2" if row.is_faint else "0.35"
    line(svg, (x(row.low), y, x(row.high), y), colour="var(--moss)", stroke_opacity=faint, **look)
    middle = x(row.mid)
    colour = "var(--soft)" if row.is_faint else "var(--moss)"
    line(svg, (middle, y - 8, middle, y + 8), colour=colour, stroke_width="2.4")
