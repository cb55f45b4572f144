"""The question cards: a small file beside this one."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, kw_only=True, slots=True)
class Card:
    """A question that can be taken as it is. ``key`` is its name in an address."""

    key: str
    question: str


@cache
def cards() -> tuple[Card, ...]:
    """List the question cards.

    Returns
    -------
    tuple : the cards, in the order of the file

    Raises
    ------
    Nothing.

    Source
    ------
    Practice map, A2. The questions are our own words.

    Examples
    --------
    >>> cards()[0].key
    'hard_moment'
    """
    text = files(__package__).joinpath("cards.toml").read_text(encoding="utf-8")
    return tuple(Card(**card) for card in tomllib.loads(text)["cards"])
