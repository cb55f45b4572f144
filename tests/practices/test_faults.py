"""Where bytes are damaged, said without what was found: also for the content of plug-ins, however made."""

from dataclasses import dataclass
from typing import Any, Literal

import msgspec
import pytest

from tests.practices.examples import SECRET
from troth.practices.faults import place_of

Colour = Literal["grey", "blue"]


@dataclass(frozen=True)
class Wave:
    colour: Colour | None


@dataclass(frozen=True)
class Sea:
    waves: tuple[Wave, ...] = ()
    named: dict[str, Wave] | None = None
    colours: list[Colour] | None = None
    pair: tuple[int, Colour] | None = None


class Shore(msgspec.Struct):
    colour: Colour


def refusal_of(plain: Any, kind: Any) -> tuple[str, str]:
    with pytest.raises(msgspec.ValidationError) as refused:
        msgspec.convert(plain, kind)
    return place_of(refused.value, {"$": kind})


PLACES = [
    ({"waves": [{"colour": None}, {"colour": SECRET}]}, Sea, "$.waves[1].colour", "one of grey, blue"),
    ({"named": {SECRET: {"colour": SECRET}}}, Sea, "$.named[...].colour", "one of grey, blue"),
    ({"colours": ["grey", SECRET]}, Sea, "$.colours[1]", "one of grey, blue"),
    ({"pair": [1, SECRET]}, Sea, "$.pair[1]", "one of grey, blue"),
    ({"pair": [SECRET, "grey"]}, Sea, "$.pair[0]", "int"),
    ({"colour": SECRET}, Shore, "$.colour", "one of the words allowed here"),
    ([{"colour": SECRET}], list[Shore], "$[0].colour", "one of the words allowed here"),
    (SECRET, int, "$", "int"),
]


@pytest.mark.parametrize(("plain", "kind", "path", "expected"), PLACES)
def test_the_place_is_found_through_what_holds_it(plain: Any, kind: Any, path: str, expected: str) -> None:
    assert refusal_of(plain, kind) == (path, expected)


@pytest.mark.parametrize(
    "said",
    [
        SECRET,
        f"Invalid something '{SECRET}'",
        f"Expected `str` matching regex '{SECRET}'",
        f"Expected `{SECRET}`",
        f"Object contains unknown field `{SECRET}` - at `$.content`",
        f"Invalid value '{SECRET}' - at `$.content.size`",
    ],
)
def test_a_saying_that_nobody_knows_is_not_passed_on(said: str) -> None:
    path, expected = place_of(msgspec.ValidationError(said), {"$": Sea})
    assert path in ("$", "$.content", "$.content.size")
    assert expected == "something else"
