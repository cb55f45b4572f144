"""The outside vectors: what another program made, byte for byte."""

import json
from pathlib import Path

import pytest
from tests.vault import vectors
from tests.vault.vector_cases import CHECKS, Case

from troth import vault
from troth.vault import chance

ABSENT = pytest.mark.skipif(
    vectors.absent(), reason="no vectors beside the repository; name their folder in TROTH_TEST_VECTORS"
)
CASES = [] if vectors.absent() else list(vectors.cases(vectors.FOLDER))


@ABSENT
def test_the_vector_folder_is_whole():
    assert vectors.faults(vectors.FOLDER) == []
    assert CASES


def test_every_vector_file_has_a_check():
    assert set(CHECKS) == vectors.NAMES


@ABSENT
@pytest.mark.parametrize(("name", "values"), CASES, ids=[f"{name}-{case.get('n')}" for name, case in CASES])
def test_vector(name, values, monkeypatch):
    case, coming = Case(values), []

    def drawn(n: int) -> bytes:
        raw = coming.pop()
        assert len(raw) == n
        return raw

    with monkeypatch.context() as patch:
        if name != "note":  # open only: HPKE draws its own randomness
            patch.setattr(chance, "random_bytes", drawn)
        expected = _expected(values)
        if expected is None:
            CHECKS[name](case, coming.append)
            assert case.unchecked == set()
            assert coming == []
        else:
            with pytest.raises(expected) as caught:
                CHECKS[name](case, coming.append)
            assert caught.type is expected


def _expected(values):
    if values.get("refused"):
        return ValueError
    return getattr(vault, values["error"]) if "error" in values else None


def _copy(to: Path, *, without: str = "", **changed: dict) -> Path:
    to.mkdir()
    for name in vectors.NAMES - {without}:
        content = changed.get(name, {"format": "troth/1", "cases": [{"n": 1}]})
        (to / f"{name}.json").write_text(json.dumps(content))
    return to


def test_a_whole_vector_folder_has_no_faults(tmp_path):
    assert vectors.faults(_copy(tmp_path / "vault")) == []


def test_a_vector_folder_that_is_not_there_is_a_fault(tmp_path):
    assert vectors.faults(tmp_path / "vault") == ["vault: no such folder"]


def test_a_missing_vector_file_is_a_fault(tmp_path):
    assert vectors.faults(_copy(tmp_path / "vault", without="token")) == ["token.json: missing"]


def test_an_unknown_vector_file_is_a_fault(tmp_path):
    folder = _copy(tmp_path / "vault")
    (folder / "more.json").write_text("{}")
    assert vectors.faults(folder) == ["more.json: unknown"]


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        ({"format": "troth/1", "cases": []}, "no case"),
        ({"format": "troth/2", "cases": [{"n": 1}]}, "not in the format troth/1"),
        ({"format": "troth/1", "cases": [{"n": 1}, {"n": 1}]}, "two cases with one number"),
    ],
)
def test_a_vector_file_that_proves_nothing_is_a_fault(tmp_path, content, fault):
    assert vectors.faults(_copy(tmp_path / "vault", key=content)) == [f"key.json: {fault}"]


def test_a_vector_file_that_cannot_be_read_is_a_fault(tmp_path):
    folder = _copy(tmp_path / "vault")
    (folder / "key.json").write_text("{")
    assert "key.json: no case" in vectors.faults(folder)
