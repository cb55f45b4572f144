"""The named colours are those of the drawings, and every pair that carries words can be read."""

import re

import pytest

LIGHT = """
    paper #faf7f2  card #ffffff  ink #26221d  soft #6a6257  line #e7e0d5
    moss #3f6b57  moss-wash #e6efe9  clay #a4532f  clay-wash #f6e7df  sky #35607f  sky-wash #e4eef5
"""
DARK = """
    paper #171614  card #211f1c  ink #ece6dc  soft #a69c8e  line #37332e
    moss #8fc0a6  moss-wash #22302a  clay #e0a07f  clay-wash #35261f  sky #9cc3df  sky-wash #1f2b34
"""
BLOCKS = {
    "light": r":root \{",
    "dark": r':root\[data-theme="dark"\] \{',
    "system": r':root\[data-theme="system"\] \{',
}
WORDS = [
    *[(words, ground) for words in ("ink", "soft", "moss", "clay") for ground in ("paper", "card")],
    *[("ink", wash) for wash in ("moss-wash", "clay-wash", "sky-wash")],
    *[("soft", "moss-wash"), ("moss", "moss-wash"), ("clay", "clay-wash"), ("sky", "sky-wash")],
    *[("on-moss", "moss"), ("paper", "ink")],
]
EDGES = [("edge", "paper"), ("edge", "card"), ("moss", "card"), ("clay", "card")]


@pytest.fixture(scope="module")
def colours(pytestconfig):
    """The colours of each theme, as the stylesheet has them."""
    styles = (pytestconfig.rootpath / "src/troth/web/static/troth/troth.css").read_text()
    found = {}
    for theme, start in BLOCKS.items():
        block = re.search(start + r"(.*?)\}", styles, flags=re.S)[1]
        found[theme] = dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6})", block))
    return found


def brightness(colour: str) -> float:
    """Relative luminance, WCAG 2.2."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """Contrast ratio, WCAG 2.2."""
    bright, dark = sorted([brightness(one), brightness(other)], reverse=True)
    return (bright + 0.05) / (dark + 0.05)


def test_contrast_is_counted_as_in_the_standard():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize(("theme", "wanted"), [("light", LIGHT), ("dark", DARK), ("system", DARK)])
def test_the_colours_are_those_of_the_drawings(colours, theme, wanted):
    drawn = dict(zip(wanted.split()[::2], wanted.split()[1::2], strict=True))
    assert {name: colours[theme][name] for name in drawn} == drawn


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize(("words", "ground"), WORDS)
def test_words_can_be_read(colours, theme, words, ground):
    assert contrast(colours[theme][words], colours[theme][ground]) >= 4.5


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize(("edge", "ground"), EDGES)
def test_edges_of_fields_can_be_seen(colours, theme, edge, ground):
    assert contrast(colours[theme][edge], colours[theme][ground]) >= 3
