"""Lays a user's words over a shipped definition; keys and scoring stay as they are."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from troth.instruments.loading import questions
from troth.instruments.loading.definition import take_format, take_language
from troth.instruments.loading.table import Table
from troth.instruments.model import Instrument, Item, Option

FIELDS = ("format", "id", "extends", "instructions", "stem", "lead", "language", "items", "options")


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one item: its text, and labels of options of its own."""

    text: str | None
    labels: dict[int, str]


def lay_over(table: Table, base: Instrument) -> Instrument | None:
    """Read an overlay; None if anything is wrong, with the lines in `table.problems`."""
    take_format(table)
    _only(table, FIELDS)
    labels = _labels(table, base.options)
    brought = _items(table, base.items)
    missing = [item.no for item in base.items if item.no not in brought or not brought[item.no].text]
    if missing:
        table.wrong("items", questions.missing_text(missing))
    words: dict[str, Any] = {
        name: table.perhaps(name) or getattr(base, name) for name in ("instructions", "stem", "lead")
    }
    if not words["instructions"] and not words["stem"]:
        table.wrong("instructions", "missing; expected text")
    texts = {f"items[{place}].text": one.text for place, one in enumerate(brought.values())}
    for name, text in (words | texts).items():
        questions.check_gaps(table, name, text, is_about_someone=base.target == "person")
    language = take_language(table, required=False) or base.language
    if table.problems:
        return None
    return replace(
        base, **words, language=language, options=_labelled(base.options, labels), text_included=True, origin="overlay",
        items=tuple(_worded(item, brought[item.no], labels) for item in base.items),
    )  # fmt: skip


def _items(table: Table, items: Sequence[Item]) -> dict[int, Words]:
    found: dict[int, Words] = {}
    for one in table.tables("items", required=True):
        no, text = one.whole("no"), one.perhaps("text", most=questions.ITEM_TEXT)
        _only(one, ("no", "text", "options"))
        if no is None:
            continue
        if not 1 <= no <= len(items):
            one.wrong("no", f"{no} is not an item (1–{len(items)})")
        elif no in found:
            one.wrong("no", f"{no} stands twice")
        else:
            found[no] = Words(text, _labels(one, items[no - 1].options))
    return found


def _labels(table: Table, options: Sequence[Option]) -> dict[int, str]:
    found: dict[int, str] = {}
    known = [option.value for option in options]
    for one in table.tables("options"):
        value, label = one.whole("value"), one.perhaps("label", most=questions.ITEM_TEXT)
        _only(one, ("value", "label"))
        if value is not None and value not in known:
            one.wrong("value", f"{value} is not an option here")
        elif value is not None and label is not None:
            found[value] = label
    return found


def _only(one: Table, known: Sequence[str]) -> None:
    for name in one.values:
        if name not in known:
            one.wrong(name, "an overlay cannot change this")


def _worded(item: Item, words: Words, labels: dict[int, str]) -> Item:
    return replace(item, text=words.text, options=_labelled(item.options, labels | words.labels))


def _labelled(options: Sequence[Option], labels: dict[int, str]) -> tuple[Option, ...]:
    return tuple(replace(option, label=labels.get(option.value, option.label)) for option in options)
