"""The table at the end of a run: on the screen and in build/prove.json."""

import json
import platform
import sqlite3
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import cryptography
from cryptography.hazmat.backends.openssl import backend

from tests.prove.checks import ALL, ELSEWHERE, Record

BUILD = Path(__file__).resolve().parents[2] / "build"
Row = dict[str, object]


def rows(
    records: dict[int, Record], *, wanted: Iterable[int] = ALL, uncollected: frozenset[int] = frozenset()
) -> list[Row]:
    """Make one row a check; those that did not come to run say why."""
    return [
        _row(records[number]) if number in records else _empty(number, has_file=number in uncollected)
        for number in wanted
    ]


def closing(table: list[Row]) -> str:
    """Count the three states: `26 pass, 0 fail, 4 not run`."""
    count = Counter(str(row["state"]).partition(":")[0] for row in table)
    return ", ".join(f"{count[state]} {state}" for state in ("pass", "fail", "not run"))


def printed(table: list[Row]) -> str:
    """Lay the table out for a screen: a line for the state, one for the counts, one a control."""
    lines = []
    for row in table:
        lines.append(f"{row['number']:>2}  {row['name']:<29} {row['seconds']:>8.1f} s  {row['state']}")
        lines += [f"    {word}: {text}" for word, text in _details(row)]
    return "\n".join(lines)


def write(table: list[Row], *, is_full: bool) -> Path:
    """Write the table for machines; only a full run of all checks writes prove.json."""
    BUILD.mkdir(exist_ok=True)
    some = "" if len(table) == len(ALL) else "".join(f"-{row['number']:02}" for row in table)
    file = BUILD / f"prove{some}{'' if is_full else '-short'}.json"
    whole = {
        "size": "full" if is_full else "short",
        "machine": machine(),
        "checks": table,
        "closing": closing(table),
    }
    file.write_text(json.dumps(whole, indent=2, ensure_ascii=False) + "\n")
    return file


def machine() -> dict[str, str]:
    """Name what the figures depend on."""
    return {
        "python": platform.python_version(),
        "sqlite": sqlite3.sqlite_version,
        "cryptography": cryptography.__version__,
        "openssl": backend.openssl_version_text(),
        "kernel": platform.release(),
    }


def _row(record: Record) -> Row:
    return {
        "number": record.check.number,
        "name": record.check.name,
        "state": record.state,
        "counted": record.counted,
        "controls": record.controls,
        "target": record.check.target,
        "seconds": round(record.seconds, 1),
    }


def _empty(number: int, *, has_file: bool) -> Row:
    reason = "the file was not collected" if has_file else ELSEWHERE.get(number, "not built yet")
    return {
        "number": number,
        "name": ALL[number],
        "state": f"not run: {reason}",
        "counted": "",
        "controls": {},
        "target": "",
        "seconds": 0.0,
    }


def _details(row: Row) -> list[tuple[str, str]]:
    controls = row["controls"]
    assert isinstance(controls, dict)
    found = [("target", str(row["target"])), ("counted", str(row["counted"]))]
    return [
        *((word, text) for word, text in found if text),
        *((f"control, {name}", seen) for name, seen in controls.items()),
    ]
