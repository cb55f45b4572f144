"""One point on two axes, with the ellipse within which it may as well lie. No corner has a name."""

from xml.etree.ElementTree import Element, SubElement

from troth.web.parts.charts.drawn import Drawn, Size, drawn, line, number, words
from troth.web.parts.charts.shapes import Point

EDGE, FOOT, TOP = 22, 40, 20
HEIGHTS = (288, 330)


def drawn_point(chart: Point, *, key: str) -> Drawn:
    """Draw the chart for a phone and for a desk."""
    return drawn(
        lambda svg, size: _draw(svg, size, chart),
        key=key,
        title=chart.title,
        says=chart.says,
        heights=HEIGHTS,
    )


def _draw(svg: Element, size: Size, chart: Point) -> None:
    right, bottom = size.width - EDGE, size.height - FOOT
    wide, tall = (right - EDGE) / (chart.high - chart.low), (bottom - TOP) / (chart.high - chart.low)

    def x(value: float) -> float:
        return EDGE + (value - chart.low) * wide

    def y(value: float) -> float:
        return bottom - (value - chart.low) * tall

    middle = (chart.low + chart.high) / 2
    for value in (chart.low, middle, chart.high):
        line(svg, (EDGE, y(value), right, y(value)), colour="var(--line)")
        line(svg, (x(value), TOP, x(value), bottom), colour="var(--line)")
        words(svg, f"{value:g}", x(value), bottom + 15, anchor="middle")
        words(svg, f"{value:g}", EDGE - 6, y(value) + 4, anchor="end")
    words(svg, chart.along, right, size.height - 8, anchor="end")
    words(svg, chart.up, EDGE, TOP - 8)
    _ellipse(svg, chart, wide=wide, tall=tall, at=(x(chart.x), y(chart.y)), box=(EDGE, TOP, right, bottom))


def _ellipse(
    svg: Element,
    chart: Point,
    *,
    wide: float,
    tall: float,
    at: tuple[float, float],
    box: tuple[float, float, float, float],
) -> None:
    """Draw the ellipse as far as it lies on the plane, and the point on top of it."""
    left, top, right, bottom = box
    inside = SubElement(
        svg,
        "svg",
        {
            "x": number(left),
            "y": number(top),
            "width": number(right - left),
            "height": number(bottom - top),
        },
    )
    place = {"cx": number(at[0] - left), "cy": number(at[1] - top)}
    reach = {"rx": number(chart.x_error * wide), "ry": number(chart.y_error * tall)}
    look = {"fill": "var(--moss)", "fill-opacity": "0.18", "stroke": "var(--moss)", "stroke-opacity": "0.5"}
    SubElement(inside, "ellipse", {**place, **reach, **look})
    SubElement(svg, "circle", {"cx": number(at[0]), "cy": number(at[1]), "r": "4", "fill": "var(--moss)"})
