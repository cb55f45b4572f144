"""Which practices there are: every folder of this room, then the entry points, then what was registered."""

import re
from collections.abc import Iterator
from dataclasses import fields
from functools import cache
from importlib import import_module
from importlib.metadata import entry_points
from pkgutil import iter_modules
from typing import Any

from troth.practices.errors import BadPractice, UnknownPractice
from troth.practices.plug import Practice, nothing

GROUP = "troth.practices"
NAME = re.compile(r"[a-z][a-z_]{0,39}")

_registered: dict[str, Practice[Any]] = {}


def names() -> tuple[str, ...]:
    """List the practices that this program knows.

    Returns
    -------
    tuple : names, in the order of the alphabet

    Raises
    ------
    BadPractice : an installed plug-in cannot be loaded or is declared wrongly

    Source
    ------
    Decision 0004.

    Examples
    --------
    >>> "wins" in names()
    True
    """
    return tuple(sorted({*_found(), *_registered}))


def named(name: str) -> Practice[Any]:
    """Find a practice by its name.

    Parameters
    ----------
    name : as in a document's ``practice``

    Returns
    -------
    Practice : the declaration

    Raises
    ------
    UnknownPractice : there is none of this name; the message lists those there are

    Source
    ------
    Decision 0004.

    Examples
    --------
    >>> named("wins").shareable
    True
    """
    practice = find(name)
    if practice is None:
        raise UnknownPractice(names())
    return practice


def find(name: str) -> Practice[Any] | None:
    """Find a practice by its name, or nothing.

    Parameters
    ----------
    name : as in a document's ``practice``

    Returns
    -------
    Practice or None : the declaration

    Raises
    ------
    BadPractice : an installed plug-in cannot be loaded or is declared wrongly

    Source
    ------
    Decision 0004.

    Examples
    --------
    >>> find("no_such_practice") is None
    True
    """
    return _registered.get(name) or _found().get(name)


def register(practice: Practice[Any]) -> None:
    """Add a practice to this process, as an entry point would: for notebooks and for a plug-in's own tests.

    Parameters
    ----------
    practice : the declaration

    Returns
    -------
    None

    Raises
    ------
    BadPractice : the declaration cannot work, or its name is taken

    Source
    ------
    Decision 0004.

    Examples
    --------
    >>> register(named("wins"))
    Traceback (most recent call last):
    troth.practices.errors.BadPractice: wins: expected a name that is not taken.
    """
    examine(practice)
    if find(practice.name) is not None:
        raise BadPractice(f"{practice.name}: expected a name that is not taken.")
    _registered[practice.name] = practice


def unregister(name: str) -> None:
    """Take out a practice that was added with ``register``; its documents become ``Foreign``.

    Parameters
    ----------
    name : the practice's name

    Returns
    -------
    None

    Raises
    ------
    UnknownPractice : none of this name was registered

    Source
    ------
    Decision 0004.

    Examples
    --------
    >>> unregister("no_such_practice")
    Traceback (most recent call last):
    troth.practices.errors.UnknownPractice: No such practice: expected one of .
    """
    if name not in _registered:
        raise UnknownPractice(sorted(_registered))
    del _registered[name]


def examine(practice: Practice[Any]) -> None:
    """Refuse a declaration that cannot work.

    Parameters
    ----------
    practice : the declaration

    Returns
    -------
    None

    Raises
    ------
    BadPractice : names the first thing that is wrong

    Source
    ------
    Decision 0004.

    Examples
    --------
    >>> examine(named("wins"))
    """
    for wrong in _wrong_with(practice):
        raise BadPractice(f"{practice.name}: expected {wrong}.")


def _wrong_with(practice: Practice[Any]) -> Iterator[str]:
    """What is expected and not there, lazily: later questions may lean on earlier answers."""
    states = set(practice.states)
    moves = [move.name for move in practice.moves]
    if not NAME.fullmatch(practice.name):
        yield "a name of 1 to 40 lower-case letters and _"
    if practice.schema < 1 or set(practice.upgrades) != set(range(1, practice.schema)):
        yield "a schema from 1 and one upgrade for each older schema"
    if practice.first not in states or len(states) != len(practice.states):
        yield "each state once, the first among them"
    if len(set(moves)) != len(moves):
        yield "each move once"
    if any(not {move.to, *move.from_states} <= states for move in practice.moves):
        yield "moves between its own states"
    if not set(practice.required_links) <= set(practice.links):
        yield "required links among its links"
    if practice.shareable and (practice.personal or practice.gate_signs is not nothing):
        yield "nothing to share where it is the writer's alone or speaks to the gate"
    if practice.apart and not practice.shareable:
        yield "something to share where its copies stand apart"
    if not set(practice.withheld) <= {field.name for field in fields(practice.content)}:
        yield "withheld fields of its own content"


@cache
def _found() -> dict[str, Practice[Any]]:
    found: dict[str, Practice[Any]] = {}
    for practice in (*_built_in(), *_plugged_in()):
        examine(practice)
        if practice.name in found:
            raise BadPractice(f"{practice.name}: expected a name that is not taken.")
        found[practice.name] = practice
    return found


def _built_in() -> Iterator[Practice[Any]]:
    """Every folder beside this file is a practice: adding one needs no line here."""
    room = import_module(__package__)
    for module in iter_modules(room.__path__):
        if module.ispkg:
            yield import_module(f"{__package__}.{module.name}").PRACTICE


def _plugged_in() -> Iterator[Practice[Any]]:
    for point in entry_points(group=GROUP):
        practice = point.load()
        if not isinstance(practice, Practice):
            raise BadPractice(f"Entry point '{point.name}' of {GROUP}: expected a Practice.")
        yield practice
