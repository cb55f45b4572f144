"""`troth instruments`: which questionnaires there are, shipped ones and those in the data home."""

import argparse
import json
import os
import sys
from pathlib import Path

from troth import instruments
from troth.app.options import read_options

FIELDS = (
    *("version", "title", "validated", "items", "minutes", "target", "bonds", "subscales", "licence_class"),
    *("licence", "attribution", "text_included", "origin", "change", "fhir_export"),
)
COLUMNS = ("id", "title", "items", "minutes", "licence", "text", "")


def folders() -> tuple[Path, ...]:
    """Where this home keeps its own definitions; the home need not exist."""
    return (Path(str(read_options(os.environ)["TROTH_HOME"])) / "instruments",)


def show(choice: argparse.Namespace) -> int:
    """Print the catalogue. A broken file is a line of it; with --check it is an error."""
    listed = instruments.catalogue(folders=folders())
    if choice.json:
        print(json.dumps([_plain(one) for one in listed], ensure_ascii=False, indent=1))
    else:
        _show_table(listed)
    problems = [problem for one in listed for problem in one.problems]
    if not choice.check or not problems:
        return 0
    print("\n".join(problems), file=sys.stderr)
    return 2


def _show_table(listed: tuple[instruments.Listed, ...]) -> None:
    rows = [COLUMNS, *(_cells(one) for one in listed)]
    widths = [max(len(row[place]) for row in rows) for place in range(len(COLUMNS))]
    for row in rows:
        print("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip())


def _cells(one: instruments.Listed) -> tuple[str, ...]:
    found = one.instrument
    if found is None:
        return (one.id, f"cannot be used: {one.problems[0]}", "", "", "", "", "")
    said = [] if found.validated else ["not validated"]
    said += [] if found.origin == "shipped" else [f"({found.origin})"]
    text = "text" if found.text_included else "numbers"
    return (
        found.id,
        found.title,
        str(len(found.items)),
        f"{found.minutes:g}",
        found.licence.kind,
        text,
        " ".join(said),
    )


def _plain(one: instruments.Listed) -> dict[str, object]:
    found = one.instrument
    if found is None:
        return {"id": one.id, **dict.fromkeys(FIELDS), "origin": one.origin, "problems": one.problems}
    return {
        "id": found.id,
        "version": found.version,
        "title": found.title,
        "validated": found.validated,
        "items": len(found.items),
        "minutes": found.minutes,
        "target": found.target,
        "bonds": found.bonds,
        "subscales": [scale.id for scale in found.subscales],
        "licence_class": found.licence.kind,
        "licence": found.licence.name or found.licence.grant,
        "attribution": " ".join(filter(None, (found.licence.attribution, found.licence.notice))) or None,
        "text_included": found.text_included,
        "origin": found.origin,
        "change": {scale.id: _change(found, scale.id) for scale in found.subscales},
        "fhir_export": found.fhir_export,
        "problems": [],
    }


def _change(found: instruments.Instrument, scale: str) -> dict[str, object]:
    rule = instruments.change_rule(found, scale)
    return {"kind": rule.kind, "attainable": rule.attainable}
