"""The programme: thirteen steps in the order of the practice map, twelve cards, each a file in ``steps``."""

from functools import cache
from importlib.resources import files

from troth.practices.errors import BadPractice, PracticeError
from troth.practices.registry import find
from troth.practices.step_files import CARD_KEYS, STEP_KEYS, Card, ProgrammeStep, card_from, step_from

__all__ = [
    "CARD_KEYS",
    "STEP_KEYS",
    "Card",
    "ProgrammeStep",
    "UnknownStep",
    "card",
    "cards",
    "offered",
    "question_of",
    "step",
    "steps",
]


class UnknownStep(PracticeError):
    """No step and no card has this key."""

    def __init__(self) -> None:
        super().__init__("No such step or card: expected a1 to a13 or b1 to b12.")


@cache
def steps() -> tuple[ProgrammeStep, ...]:
    """List the steps of the programme.

    Returns
    -------
    tuple : thirteen steps, in the order of the practice map; one may begin at any of them

    Raises
    ------
    BadPractice : a step's file is missing or written wrongly; the message begins with its key

    Source
    ------
    The practice map, rows A1 to A13.

    Examples
    --------
    >>> [step.key for step in steps()][:3]
    ['a1', 'a2', 'a3']
    """
    return tuple(step_from(key, _text(key)) for key in STEP_KEYS)


def step(key: str) -> ProgrammeStep:
    """Find a step by its key.

    Parameters
    ----------
    key : ``a1`` to ``a13``

    Returns
    -------
    ProgrammeStep : the step

    Raises
    ------
    UnknownStep : there is none of this key
    BadPractice : a step's file is written wrongly

    Source
    ------
    The practice map, rows A1 to A13.

    Examples
    --------
    >>> step("a2").title
    'Ask, then listen'
    """
    for one in steps():
        if one.key == key:
            return one
    raise UnknownStep


@cache
def cards() -> tuple[Card, ...]:
    """List the cards.

    Returns
    -------
    tuple : twelve cards, in the order of the practice map

    Raises
    ------
    BadPractice : a card's file is missing or written wrongly; the message begins with its key

    Source
    ------
    The practice map, rows B1 to B12.

    Examples
    --------
    >>> len(cards())
    12
    """
    return tuple(card_from(key, _text(key)) for key in CARD_KEYS)


def card(key: str) -> Card:
    """Find a card by its key.

    Parameters
    ----------
    key : ``b1`` to ``b12``

    Returns
    -------
    Card : the card

    Raises
    ------
    UnknownStep : there is none of this key
    BadPractice : a card's file is written wrongly

    Source
    ------
    The practice map, rows B1 to B12.

    Examples
    --------
    >>> card("b6").title
    'Start with what is small'
    """
    for one in cards():
        if one.key == key:
            return one
    raise UnknownStep


def question_of(key: str) -> str:
    """Find the small question of a step or card.

    Parameters
    ----------
    key : of a step or card

    Returns
    -------
    str : the question; empty for a card that asks nothing

    Raises
    ------
    UnknownStep : neither a step nor a card has this key
    BadPractice : a file is written wrongly

    Source
    ------
    Our choice: one question a step, so that reading ends in something of one's own.

    Examples
    --------
    >>> question_of("a12")
    'Who knows how you are, apart from your person?'
    """
    return card(key).question if key in CARD_KEYS else step(key).question


def offered(practices: tuple[str, ...]) -> tuple[str, ...]:
    """Keep the practices that this program knows.

    Parameters
    ----------
    practices : names, as in a step or card

    Returns
    -------
    tuple : those that are installed, in the same order

    Raises
    ------
    BadPractice : an installed plug-in cannot be loaded or is declared wrongly

    Source
    ------
    Our choice: what is not here is not offered, so no page has a button that leads nowhere.

    Examples
    --------
    >>> offered(("no_such_practice",))
    ()
    """
    return tuple(name for name in practices if find(name) is not None)


def _text(key: str) -> str:
    try:
        return files(__package__).joinpath("steps", f"{key}.md").read_text(encoding="utf-8")
    except OSError as error:
        raise BadPractice(f"{key}: expected a file steps/{key}.md") from error
