"""Finds the outside vectors of this room: scores by other programs, official pairs of FHIR resources."""

import json
import os
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

REPOSITORY = Path(__file__).parents[2]
GIVEN = os.environ.get("TROTH_TEST_VECTORS")
ROOT = Path(GIVEN or REPOSITORY.parent / "shared" / "vectors")
SCORES, FHIR = ROOT / "instruments", ROOT / "fhir"
USERS_OWN = (Path(__file__).parent / "definitions",)
WHY = "no vectors beside the repository; name their folder in TROTH_TEST_VECTORS"


def absent(folder: Path) -> bool:
    """Nobody asked for a folder, and the usual one is not on this computer."""
    return not GIVEN and not folder.is_dir()


def score_cases() -> Iterator[tuple[str, dict[str, Any]]]:
    """Each case of each file, with a name."""
    for file in sorted(SCORES.glob("*.json")):
        for number, case in enumerate(json.loads(file.read_text(encoding="utf-8"))):
            yield f"{file.stem}-{number}", case


def pairs() -> list[dict[str, Any]]:
    """Every official pair that the index names."""
    index = FHIR / "index.json"
    return json.loads(index.read_text(encoding="utf-8"))["cases"] if index.exists() else []


def resource(name: str) -> Any:
    """A FHIR resource, its decimals as they were written."""
    return json.loads((FHIR / name).read_text(encoding="utf-8"), parse_float=Decimal)
