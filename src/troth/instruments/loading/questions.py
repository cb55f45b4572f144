"""Reads options and items."""

import re

from troth.instruments.loading.table import Table
from troth.instruments.model import Item, Option

ITEM_TEXT = 1000
NAME_GAP = "{name}"
BRACES = re.compile(r"\{[^}]*\}?|\}")


def options(table: Table, *, required: bool) -> tuple[Option, ...]:
    """Read the answers there are: whole numbers, each once, at least two."""
    found = [
        Option(value, one.perhaps("label", most=ITEM_TEXT), one.perhaps("loinc", most=40))
        for one in _tables(table, "options", required)
        if (value := one.whole("value")) is not None
    ]
    values = [option.value for option in found]
    for value in sorted({value for value in values if values.count(value) > 1}):
        table.wrong("options", f"{value} stands twice")
    return tuple(found)


def _tables(table: Table, name: str, required: bool) -> list[Table]:
    tables = list(table.tables(name, required=required, least=2))
    for one in tables:
        one.taken |= {"value", "label", "loinc"}
        one.leave()
    return tables


def items(table: Table, usual: tuple[Option, ...], *, has_text: bool) -> tuple[Item, ...]:
    """Read the questions, numbered from 1 without gaps; own options win over the usual ones."""
    found: list[Item] = []
    without: list[int] = []
    for place, one in enumerate(table.tables("items", required=True, least=1), 1):
        no = one.whole("no")
        if no is not None and no != place:
            one.wrong("no", f"{no} is not {place}; items are numbered from 1 without gaps")
        key = one.one_of("key", ("+", "-"))
        own = options(one, required=False) if one.has("options") else usual
        one.taken.add("options")
        text = one.perhaps("text", most=ITEM_TEXT)
        loinc = one.perhaps("loinc", most=40)
        one.leave()
        if text is None:
            without.append(place)
        if not own and usual:
            own = usual
        if not own and not table.has("options"):
            one.wrong("options", "missing; expected options here or for the whole file")
        found.append(Item(place, key or "+", own, text, loinc))
    if has_text and without:
        table.wrong("items", missing_text(without))
    if not has_text and len(without) < len(found):
        table.wrong("items", "text is there, but text_included is false")
    return tuple(found)


def missing_text(numbers: list[int]) -> str:
    """Say which items have no text: text missing for items 3 to 9."""
    if len(numbers) == 1:
        return f"text missing for item {numbers[0]}"
    if numbers == list(range(numbers[0], numbers[-1] + 1)):
        return f"text missing for items {numbers[0]} to {numbers[-1]}"
    return f"text missing for items {', '.join(map(str, numbers))}"


def check_gaps(table: Table, name: str, text: str | None, *, is_about_someone: bool) -> None:
    """Allow {name} only where the form is about a person, and no other gap."""
    for gap in BRACES.findall(text or ""):
        if gap != NAME_GAP:
            table.wrong(name, "holds a brace that is not {name}")
        elif not is_about_someone:
            table.wrong(name, 'holds {name}, but target is not "person"')
        else:
            continue
        return
