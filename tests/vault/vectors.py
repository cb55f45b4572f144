"""Finds the vault's test vectors and reads them: public values that a second program computed too."""

import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

Case = dict[str, Any]

NAMES = frozenset(
    {
        *("compare", "context", "derived", "host", "invitation", "key", "key-change", "note", "padding"),
        *("passphrase", "record", "recovery", "refused", "session", "share", "token", "topic"),
    }
)
BESIDE = frozenset({"README.md", "SHA256SUMS"})
REPOSITORY = Path(__file__).parents[2]
GIVEN = os.environ.get("TROTH_TEST_VECTORS")
FOLDER = Path(GIVEN or REPOSITORY.parent / "shared" / "vectors") / "vault"


def absent() -> bool:
    """Nobody asked for a folder, and the usual one is not on this computer."""
    return not GIVEN and not FOLDER.is_dir()


def faults(folder: Path) -> list[str]:
    """What is wrong with a folder: missing or unknown files, another format, no case, a number twice."""
    if not folder.is_dir():
        return [f"{folder.name}: no such folder"]
    found = {path.name for path in folder.iterdir()}
    wanted = {f"{name}.json" for name in NAMES}
    missing = [f"{name}: missing" for name in sorted(wanted - found)]
    unknown = [f"{name}: unknown" for name in sorted(found - wanted - BESIDE)]
    return (
        missing + unknown + [fault for name in sorted(wanted & found) for fault in _faults_in(folder / name)]
    )


def cases(folder: Path) -> Iterator[tuple[str, Case]]:
    """Each case of each file that can be read, with the file's name."""
    for name in sorted(NAMES):
        content = _read(folder / f"{name}.json")
        yield from ((name, case) for case in content.get("cases", []))


def _read(path: Path) -> dict[str, Any]:
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return content if isinstance(content, dict) else {}


def _faults_in(path: Path) -> list[str]:
    content = _read(path)
    found = content.get("cases") or []
    numbers = [case.get("n") for case in found]
    return [
        f"{path.name}: {fault}"
        for fault, there in {
            "not in the format troth/1": content.get("format") != "troth/1",
            "no case": not found,
            "two cases with one number": len(set(numbers)) < len(numbers),
        }.items()
        if there
    ]
