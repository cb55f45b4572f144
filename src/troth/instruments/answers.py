"""Reads answers as people and files write them. Nothing is filled in, nothing is cut to fit."""

import json
import re
from collections.abc import Mapping
from math import isfinite
from operator import index

from troth.instruments.errors import BadAnswer, shortened
from troth.instruments.model import Instrument
from troth.instruments.plan import ItemPlan

WHOLE = re.compile(r"\s*([+-]?[0-9]{1,9})(?:\.0*)?\s*", re.ASCII)
BLANK_CELLS = frozenset({"", "NA", "NaN", "."})


def read_answers(instrument: Instrument, answers: Mapping[int | str, object]) -> dict[int, int]:
    """Read all answers of one person.

    Parameters
    ----------
    instrument : what was answered
    answers : item number to answer; a number may be written as text, ``3.0`` is read as 3; None is a blank

    Returns
    -------
    dict : item number to answer in points as given (not turned round), in the order of the items, blanks left out

    Raises
    ------
    BadAnswer : an unknown item, something that is not a number, a number that is not an option

    Source
    ------
    Specification of questionnaires, section 5, "Answers".

    Examples
    --------
    >>> from troth.instruments import load
    >>> read_answers(load("gad-2"), {"2": "3.0", 1: None})
    {2: 3}
    """
    items = instrument.plan.items
    found: dict[int, int] = {}
    for key, given in answers.items():
        item = items.get(_number(key))
        if item is None:
            raise unknown_item(instrument, key)
        if given is None:
            continue
        if item.no in found:
            raise BadAnswer(item.no, given, item.allowed, "answered twice")
        found[item.no] = read_answer(item, given)
    return {no: found[no] for no in items if no in found}


def read_answer(item: ItemPlan, given: object) -> int:
    """Read one answer that is not a blank; the room's own, see ``read_answers``."""
    value = given if type(given) is int else _whole(item, given)
    if value not in item.points:
        raise BadAnswer(item.no, given, item.allowed, f"{value} is not one of {item.allowed}")
    return value


def read_cell(item: ItemPlan, cell: str) -> int | None:
    """Read one cell of a table; None is a blank."""
    return None if cell.strip() in BLANK_CELLS else read_answer(item, cell)


def unknown_item(instrument: Instrument, key: object) -> BadAnswer:
    """Say which items there are."""
    known = f"1–{len(instrument.items)}"
    return BadAnswer(
        shortened(str(key)),
        None,
        known,
        f"{instrument.id} has item{'s' if len(instrument.items) > 1 else ''} {known}",
    )


def _number(key: object) -> int:
    """The item's number; 0, which no item has, for whatever is not one."""
    if isinstance(key, str):
        return int(key) if key.isascii() and key.isdigit() and len(key) < 6 else 0
    return _index(key) or 0


def _index(given: object) -> int | None:
    """A whole number of any kind, numpy's too; true is not one."""
    if type(given) is int:
        return given
    try:
        return None if isinstance(given, bool) else index(given)  # type: ignore[arg-type]
    except TypeError:
        return None


def _whole(item: ItemPlan, given: object) -> int:
    whole = _index(given)
    if whole is not None:
        return whole
    if isinstance(given, float) and given.is_integer():
        return int(given)
    found = WHOLE.fullmatch(given) if isinstance(given, str) else None
    if found:
        return int(found[1])
    if isinstance(given, float) and isfinite(given):
        raise BadAnswer(item.no, given, item.allowed, f"{given:g} is not one of {item.allowed}")
    raise BadAnswer(item.no, given, item.allowed, f"{_shown(given)} is not a number ({item.allowed})")


def _shown(given: object) -> str:
    """Write what was given as JSON has it; text is cut."""
    if isinstance(given, str | bool | float):
        return json.dumps(shortened(given) if isinstance(given, str) else given, ensure_ascii=False)
    return "a list" if isinstance(given, list) else "a table" if isinstance(given, dict) else "this"
