"""From what was written to where the safety gate stands. No practice is known by name: each says what it offers."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Literal

from troth.practices.document import Document
from troth.practices.plug import nothing
from troth.practices.reading import readings_of
from troth.practices.registry import named, names
from troth.safety import LAST_DAYS, Gate, Sign, gate
from troth.values import Rating


def gate_of(documents: Iterable[Document], *, on: date) -> Gate:
    """Say where the gate stands on a day, by what was written about the four weeks before it.

    Parameters
    ----------
    documents : entries of one bond and of the writer alone, in any order; others than the newest may be left out
    on : the day of asking, in the writer's zone; entries of later days and older than 28 days do not count

    Returns
    -------
    Gate : *open*, *careful* or *closed*, with the rules that say so

    Raises
    ------
    UnknownPractice : a document's practice is not known

    Source
    ------
    ``docs/models/gate.md``.

    Examples
    --------
    >>> gate_of([], on=date(2026, 3, 1)).state
    'open'
    """
    counted = [document for document in documents if is_recent(document.on, on=on)]
    return gate(_gate_signs(counted), felt_safety=_felt_safety(counted))


def guards(*, by: Literal["gate_signs", "felt_safety"]) -> tuple[str, ...]:
    """List the practices that the gate reads.

    Parameters
    ----------
    by : those that give signs, or those that give nothing but ratings of felt safety

    Returns
    -------
    tuple : names, in the order of the alphabet

    Raises
    ------
    BadPractice : an installed plug-in cannot be loaded or is declared wrongly

    Source
    ------
    ``docs/models/gate.md``, inputs.

    Examples
    --------
    >>> guards(by="felt_safety"), "wins" in guards(by="gate_signs")
    (('checkins',), False)
    """
    guarding = {name: named(name) for name in names() if named(name).guards}
    gives_signs = by == "gate_signs"
    return tuple(name for name, one in guarding.items() if gives_signs == (one.gate_signs is not nothing))


def is_recent(day: date, *, on: date) -> bool:
    """Say whether a day is among the four weeks that the gate looks at.

    Parameters
    ----------
    day, on : the day in question, the day of asking

    Returns
    -------
    bool : whether it is the day of asking or one of the 27 before

    Raises
    ------
    Nothing.

    Source
    ------
    ``docs/models/gate.md``.

    Examples
    --------
    >>> is_recent(date(2026, 2, 2), on=date(2026, 3, 1)), is_recent(date(2026, 2, 1), on=date(2026, 3, 1))
    (True, False)
    """
    return on - timedelta(days=LAST_DAYS) < day <= on


def _gate_signs(documents: list[Document]) -> list[Sign]:
    return [sign for document in documents for sign in named(document.practice).gate_signs(document)]


def _felt_safety(documents: list[Document]) -> list[int]:
    ratings = [one for one in readings_of(documents, kind=Rating) if one.scale == "safety"]
    newest_first = sorted(ratings, key=lambda one: (one.on, one.at), reverse=True)
    return [one.points for one in newest_first]
