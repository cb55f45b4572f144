"""Reads a whole definition."""

import re
from collections.abc import Sequence
from typing import Any

from troth.instruments.loading import figures, questions, scales
from troth.instruments.loading.table import Table, shown
from troth.instruments.model import Instrument, Item, Licence, Origin

ID = re.compile(r"[a-z][a-z0-9-]{1,39}")
VERSION = re.compile(r"[0-9]{1,4}\.[0-9]{1,4}")
LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
BONDS = ("partner", "friend", "family", "colleague", "other")
CLASSES = ("A", "A/BY", "B", "C", "D", "own", "user")
WITH_TEXT = ("A", "A/BY", "own", "user")
ELSEWHERE = (
    *("value", "label", "loinc", "no", "key", "text", "class", "name", "grant", "attribution", "notice"),
    *("source", "checked", "certainty", "method", "factor", "high_means", "direction", "missing", "rule"),
    *("min_answered", "round", "group", "mean", "sd", "sample", "type", "value", "interval_days", "use"),
    *("kind", "threshold", "reason", "points", "subscales_at_least", "from", "by", "at_least", "reaction"),
    *("toward", "panel", "export", "extends"),
)


def read(table: Table, name: str, origin: Origin) -> Instrument | None:
    """Read one definition; None if anything is wrong, with the lines in `table.problems`."""
    has_text = _head(table, name)
    usual = questions.options(table, required=False) if table.has("options") else ()
    table.taken |= {"options", "extends"}
    items = questions.items(table, usual, has_text=has_text)
    found_scales = scales.subscales(table, items)
    licence = _licence(table)
    validated = table.switch("validated")
    target = table.one_of("target", ("none", "person"))
    loinc, fhir = table.table("loinc", required=False), table.table("fhir", required=False)
    parts: dict[str, Any] = {
        "norms": figures.norms(table, found_scales),
        "reliability": figures.reliability(table, found_scales),
        "change": figures.change(table, found_scales),
        "cutoffs": figures.cutoffs(table, found_scales),
        "safety": figures.safety(table, items),
        "loinc_panel": loinc.perhaps("panel", most=40),
        "loinc_certainty": loinc.one_of("certainty", figures.CERTAINTIES, required=False),
        "fhir_export": fhir.switch("export", default=True),
    }
    words = _words(table, is_own=licence.kind == "own", has_text=has_text)
    for part in (loinc, fhir, table):
        part.leave(ELSEWHERE)
    _check_whole(table, licence, validated=validated, has_text=has_text, is_shipped=origin == "shipped")
    _check_gaps(table, items, is_about_someone=target == "person")
    if table.problems:
        return None
    head = {
        key: table.values[key] for key in ("id", "version", "title", "about", "recall", "language", "minutes")
    }
    bonds = tuple(table.values.get("bonds", BONDS))
    return Instrument(
        **head, **parts, **words, validated=validated, target=target, bonds=bonds, text_included=has_text,
        options=usual, items=items, licence=licence, subscales=found_scales, origin=origin,
    )  # fmt: skip


def _head(table: Table, name: str) -> bool:
    take_format(table)
    id = table.text("id", most=80)
    if id and not ID.fullmatch(id):
        table.wrong("id", "expected 2 to 40 small letters, digits and -, a letter first")
    elif id and id != name:
        table.wrong("id", f"{shown(id)} is not the file's name")
    version = table.text("version", most=20)
    if version and not VERSION.fullmatch(version):
        table.wrong("version", "expected major.minor, like 1.0")
    for field in ("title", "about", "recall"):
        table.text(field, most=500)
    table.one_of("respondent", ("self",))
    take_language(table, required=True)
    table.number("minutes", above=0)
    bonds = table.take(
        "bonds", "a list of bonds", lambda value: isinstance(value, list) and bool(value), required=False
    )
    for bond in bonds or ():
        if bond not in BONDS:
            table.wrong("bonds", f"{shown(str(bond))} is not one of {', '.join(BONDS)}")
    return table.switch("text_included")


def take_format(table: Table) -> None:
    number = table.whole("format")
    if number is not None and number != 1:
        table.wrong("format", f"{number} is not 1; a newer Troth may read it")


def take_language(table: Table, *, required: bool) -> str:
    language = table.text("language", required=required, most=40)
    if language and not LANGUAGE.fullmatch(language):
        table.wrong("language", "expected a language tag, like en or pt-BR")
    return language


def _words(table: Table, *, is_own: bool, has_text: bool) -> dict[str, Any]:
    return {
        "instructions": table.text("instructions", required=has_text) or None,
        "stem": table.perhaps("stem"),
        "lead": table.perhaps("lead", most=80),
        "citation": table.text("citation", required=not is_own) or None,
        "doi": table.perhaps("doi", most=200),
    }


def _licence(table: Table) -> Licence:
    one = table.table("licence")
    if not one.values:
        return Licence("")
    licence = Licence(
        kind=one.one_of("class", CLASSES) or "",
        **{name: one.perhaps(name) for name in ("name", "grant", "attribution", "notice", "source")},
        checked=one.day("checked"),
        certainty=one.one_of("certainty", figures.CERTAINTIES, required=False),
    )
    if not licence.name and not licence.grant:
        one.wrong("name", "missing; expected name or grant")
    one.leave()
    return licence


def _check_whole(
    table: Table, licence: Licence, *, validated: bool, has_text: bool, is_shipped: bool
) -> None:
    if has_text and licence.kind and licence.kind not in WITH_TEXT:
        where = "a shipped file" if is_shipped else "a file of its own"
        table.wrong("text_included", f"no text with licence class {licence.kind} in {where}")
    if validated and licence.kind == "own":
        table.wrong("validated", 'true does not go with licence class "own"')


def _check_gaps(table: Table, items: Sequence[Item], *, is_about_someone: bool) -> None:
    for place, item in enumerate(items):
        questions.check_gaps(table, f"items[{place}].text", item.text, is_about_someone=is_about_someone)
    for name in ("instructions", "stem", "lead"):
        text = table.values.get(name)
        if isinstance(text, str):
            questions.check_gaps(table, name, text, is_about_someone=is_about_someone)
