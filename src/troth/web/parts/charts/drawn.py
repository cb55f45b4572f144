"""What every picture has in common: its size, its name for screen readers, lines and words in the theme's colours."""

from collections.abc import Callable
from dataclasses import dataclass
from xml.etree.ElementTree import Element, SubElement, tostring

from django.utils.safestring import SafeString

LETTERS = 12
# How wide a letter is on average, in its own heights; enough to see on which side of a line words have room.
WIDE = 0.55


@dataclass(frozen=True, slots=True)
class Size:
    """For which width a picture is drawn, and how many labels its axis may carry."""

    key: str
    width: int
    height: int
    labels: int


PHONE, DESK = Size("phone", 288, 196, 4), Size("desk", 480, 224, 7)
Draw = Callable[[Element, Size], None]


@dataclass(frozen=True, slots=True)
class Drawn:
    """One chart as SVG, for a phone and for a desk; the page's style shows the one that fits."""

    phone: SafeString
    desk: SafeString


def drawn(draw: Draw, *, key: str, title: str, says: str, heights: tuple[int, int] | None = None) -> Drawn:
    """Draw both pictures. `key` is unique on the page; the heights are those of phone and desk."""
    sizes = (PHONE, DESK)
    if heights:
        sizes = tuple(  # type: ignore[assignment]
            Size(size.key, size.width, height, size.labels)
            for size, height in zip(sizes, heights, strict=True)
        )
    return Drawn(*(_picture(draw, size, f"{key}-{size.key}", title, says) for size in sizes))


def _picture(draw: Draw, size: Size, key: str, title: str, says: str) -> SafeString:
    svg = Element(
        "svg",
        {
            "class": f"for-{size.key}",
            "viewBox": f"0 0 {size.width} {size.height}",
            "width": str(size.width),
            "height": str(size.height),
            "role": "img",
            "aria-labelledby": f"{key}-title {key}-says",
            "font-size": str(LETTERS),
        },
    )
    SubElement(svg, "title", {"id": f"{key}-title"}).text = title
    SubElement(svg, "desc", {"id": f"{key}-says"}).text = says
    draw(svg, size)
    # ElementTree writes every `<`, `&` and `"` of the words as what it is: text.
    return SafeString(tostring(svg, encoding="unicode"))


def number(value: float) -> str:
    """Write a place in the picture, to a tenth."""
    return f"{value:.1f}".removesuffix(".0")


def line(on: Element, ends: tuple[float, float, float, float], *, colour: str, **more: str) -> None:
    """Draw one straight line from x, y to x, y."""
    places = dict(zip(("x1", "y1", "x2", "y2"), map(number, ends), strict=True))
    SubElement(on, "line", {**places, "stroke": colour, **named(more)})


def path(on: Element, d: str, **more: str) -> None:
    """Draw a path."""
    SubElement(on, "path", {"d": d, **named(more)})


def words(on: Element, said: str, x: float, y: float, *, anchor: str = "start", colour: str = "soft") -> None:
    """Write words; the anchor says on which side of the place they stand."""
    places = {"x": number(x), "y": number(y), "text-anchor": anchor, "fill": f"var(--{colour})"}
    SubElement(on, "text", places).text = said


def named(more: dict[str, str]) -> dict[str, str]:
    """Turn Python's names of attributes into SVG's."""
    return {name.replace("_", "-"): value for name, value in more.items()}


def room_for(said: str) -> float:
    """Say about how wide these words are."""
    return len(said) * LETTERS * WIDE
