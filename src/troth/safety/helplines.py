"""Helplines by country, from one data file; each entry says when a human last checked it."""

from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Annotated, Literal

import msgspec

OLD_AFTER_DAYS = 180

Topic = Literal["violence", "crisis", "children", "men", "lgbtq", "relationships", "using-force"]
# As dialled inside that country: digits and spaces, 3 to 15 digits, never a plus (two digits only for emergencies).
Number = Annotated[str, msgspec.Meta(pattern=r"^\d(?: ?\d){2,14}$")]
Short = Annotated[str, msgspec.Meta(pattern=r"^\d(?: ?\d){1,14}$")]
Abroad = Annotated[str, msgspec.Meta(pattern=r"^\+\d(?: ?\d){4,14}$")]
Code = Annotated[str, msgspec.Meta(pattern=r"^[A-Z]{2}$")]


class UnknownCountry(ValueError):
    """No country of this code is in the file."""

    def __init__(self, known: int) -> None:
        super().__init__(f"expected one of {known} country codes, like DE; run 'troth safety' for the list")


class Emergency(msgspec.Struct, frozen=True, rename={"for_": "for"}):
    """A number for emergencies, and what for: everything, or one kind of help."""

    number: Short
    for_: Literal["all", "police", "medical", "fire"]


class Silent(msgspec.Struct, frozen=True):
    """How to call without speaking: press these keys during the call, or send a text to this number."""

    how: Literal["press", "text"]
    number: Short


class Text(msgspec.Struct, frozen=True):
    """A number to send a text to, and the word to send, if any."""

    number: Number
    word: str | None


class Helpline(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One service. ``hours`` is ``24/7`` or None where it is not known; never guessed."""

    id: str
    name: str
    topic: Topic
    for_whom: str
    number: Number
    from_abroad: Abroad | None
    text: Text | None
    chat: str | None
    hours: str | None
    languages: tuple[str, ...]
    cost: Literal["free", "local", "paid", "unknown"]
    on_bill: Literal["no", "may", "unknown"]
    in_call_list: Literal["no", "may", "unknown"]
    source: str
    source_kind: Literal["own", "government"]
    checked_on: date | None
    checked_by: str | None
    second_by: str | None


class Country(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One country: emergency numbers first, then at most one service a topic."""

    country: Code
    emergency: tuple[Emergency, ...]
    services: tuple[Helpline, ...]
    silent: Silent | None = None


class _File(msgspec.Struct, frozen=True):
    version: int
    countries: tuple[Country, ...]


@dataclass(frozen=True)
class Age:
    """How far an entry can be relied on: ``unchecked``, ``fresh`` or ``old``, and the day of the last check."""

    state: Literal["unchecked", "fresh", "old"]
    checked_on: date | None


def age_of(helpline: Helpline, *, on: date) -> Age:
    """Say whether two people have checked an entry against its source, and how long ago.

    Parameters
    ----------
    helpline : the entry
    on : today

    Returns
    -------
    Age : ``unchecked`` unless two people did; ``old`` after 180 days

    Raises
    ------
    Nothing.

    Source
    ------
    Specification of safety, section 9.

    Examples
    --------
    >>> age_of(helplines("GB").services[0], on=date(2026, 11, 22))
    Age(state='unchecked', checked_on=None)
    """
    if helpline.checked_on is None or not helpline.checked_by or not helpline.second_by:
        return Age("unchecked", helpline.checked_on)
    is_old = (on - helpline.checked_on).days > OLD_AFTER_DAYS
    return Age("old" if is_old else "fresh", helpline.checked_on)


def countries() -> tuple[str, ...]:
    """List the countries that are in the file.

    Returns
    -------
    tuple : codes of two letters, in order

    Raises
    ------
    Nothing.

    Source
    ------
    ``helplines.json``.

    Examples
    --------
    >>> "DE" in countries(), len(countries()) >= 30
    (True, True)
    """
    return tuple(_all())


def helplines(country: str) -> Country:
    """Say whom to call in a country.

    Parameters
    ----------
    country : ISO 3166-1 alpha-2, in any case

    Returns
    -------
    Country : emergency numbers, and services; there may be none

    Raises
    ------
    UnknownCountry : it is not in the file

    Source
    ------
    ``helplines.json``, with the source of each entry.

    Examples
    --------
    >>> helplines("nz").emergency[0].number
    '111'
    """
    found = _all().get(country.upper())
    if found is None:
        raise UnknownCountry(len(_all()))
    return found


# Built here, where no other thread can be: msgspec crashes where two look a type over at once.
_FILE = msgspec.json.Decoder(_File)


@cache
def _all() -> dict[str, Country]:
    raw = files("troth.safety").joinpath("helplines.json").read_bytes()
    return {one.country: one for one in _FILE.decode(raw).countries}
