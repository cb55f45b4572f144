"""Check 3: what another program computed comes out the same here; homes of released versions open.

The vectors' folder is the one of tests/vault: TROTH_TEST_VECTORS, else beside the repository.
"""

import hashlib
import json
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

import pytest

from tests.prove.checks import Check, Proof
from tests.prove.server import ROOT
from tests.vault import vectors
from tests.vault.vector_cases import CHECKS, Case
from troth import vault
from troth.vault import chance

SEED = 3
HEX = re.compile(r"[0-9a-f]{16,}")
CONTROL = "one changed digit in a copied vector"
CHECK = Check(
    3,
    target="120 of 120 vector cases, files match SHA256SUMS; sample home of every released version opens",
    least={"vector cases": (120, 120), "files with the right sum": (17, 17), "changed digits": (150, 220)},
    controls=(CONTROL,),
    limit_s=(120, 300),
    own_homes=True,
)


@pytest.fixture
def folder(proof: Proof) -> Path:
    """Where the vectors are; without them this check is not run."""
    if vectors.absent():
        proof.not_run("no vectors beside the repository; name their folder in TROTH_TEST_VECTORS")
    return vectors.FOLDER


def test_every_vector_holds(proof: Proof, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert vectors.faults(folder) == []
    found = list(vectors.cases(folder))
    wrong = [f"{name} {case['n']}" for name, case in found if not _holds(name, case, monkeypatch)]
    proof.count("vector cases", len(found))
    proof.none("cases that differ", wrong)


def test_the_files_are_the_ones_that_were_published(proof: Proof, folder: Path) -> None:
    told = dict(reversed(line.split()) for line in (folder / "SHA256SUMS").read_text().splitlines())
    files = {file.name for file in folder.iterdir()} - vectors.BESIDE
    wrong = [name for name in told if hashlib.sha256((folder / name).read_bytes()).hexdigest() != told[name]]
    proof.count("files with the right sum", len(told) - len(wrong))
    proof.none("files with another sum", wrong)
    assert files == set(told), f"without a sum, or without a file: {sorted(files ^ set(told))}"


def test_one_changed_digit_is_noticed(
    proof: Proof, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    proof.note(f"seed {SEED}")
    random, unnoticed, changed = Random(SEED), [], 0
    for name in sorted(vectors.NAMES):
        file = Path(shutil.copy(folder / f"{name}.json", tmp_path))
        whole = json.loads(file.read_text())
        for case in whole["cases"]:
            if "error" in case or "refused" in case:
                continue  # what is refused may be changed and still be refused
            changes = list(_changes(case, random))
            # One run of Argon2id a case is enough for the short size.
            for field, other in changes if proof.is_full or name != "passphrase" else changes[:1]:
                changed += 1
                if _holds(name, {**case, field: other}, monkeypatch):
                    unnoticed.append(f"{name} {case['n']} {field}")
    proof.count("changed digits", changed)
    proof.control(
        CONTROL,
        noticed=not unnoticed,
        seen=f"{changed - len(unnoticed)} of {changed} noticed {unnoticed[:3] or ''}",
    )


def test_homes_of_released_versions_open(proof: Proof) -> None:
    released = subprocess.run(
        ["git", "tag", "--list", "v*"], cwd=ROOT, capture_output=True, text=True, check=False
    ).stdout.split()
    if released:
        proof.left_out(
            "old homes", f"{len(released)} versions are released, and no sample home of them is kept"
        )
    proof.note("old homes: no version is released yet, so there is none to open")


def _holds(name: str, values: dict[str, Any], monkeypatch: pytest.MonkeyPatch) -> bool:
    """Say whether a case comes out as written, every value looked at; or raises exactly the error it names."""
    case, coming = Case(values), []

    def drawn(n: int) -> bytes:
        raw: bytes = coming.pop()
        assert len(raw) == n
        return raw

    wanted = (
        ValueError
        if values.get("refused")
        else getattr(vault, values["error"])
        if "error" in values
        else None
    )
    with monkeypatch.context() as patch:
        if name != "note":  # open only: HPKE draws its own randomness
            patch.setattr(chance, "random_bytes", drawn)
        try:
            CHECKS[name](case, coming.append)
        except Exception as error:  # noqa: BLE001 - any other error is a case that does not hold
            return wanted is not None and type(error) is wanted
    return wanted is None and not case.unchecked and not coming


def _changes(case: dict[str, Any], random: Random) -> Iterator[tuple[str, Any]]:
    """Yield each value of bytes with one digit changed; a case without any gets its answer changed."""
    fields = [name for name, value in case.items() if isinstance(value, str) and HEX.fullmatch(value)]
    for name in fields:
        at = random.randrange(len(case[name]))
        yield name, case[name][:at] + ("1" if case[name][at] == "0" else "0") + case[name][at + 1 :]
    if not fields:
        answer = next(name for name in ("padded", "indexes", "context") if name in case)
        yield answer, _other(case[answer])


def _other(value: Any) -> Any:
    if isinstance(value, list):
        return [*value[:-1], value[-1] + 1]
    return value + 1 if isinstance(value, int) else value + "0"
