"""Promises about the room itself: what the files may know, import and show."""

import ast
import importlib
import inspect
import re
from pathlib import Path
from types import ModuleType

import pytest

import troth.practices
import troth.values
from troth.practices import lesson, names

ROOM = Path(troth.practices.__file__).parent
MECHANISM = sorted(ROOM.glob("*.py"))
# These speak of practices on purpose: what is suggested next, the path through all of them, what estimators read of them.
SPEAKS_OF_PRACTICES = {"measures.py", "next_step.py", "programme.py", "research.py", "step_files.py"}
PRACTICE_FILES = sorted(ROOM.glob("*/*.py"))
HEADINGS = ("Returns", "Raises", "Source", "Examples")


def code_without_docstrings(path: Path) -> str:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        if (
            isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef)
            and ast.get_docstring(node) is not None
        ):
            node.body = node.body[1:] or [ast.Pass()]
    return ast.unparse(tree)


def imports_of(path: Path) -> set[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    plain = {name.name for node in ast.walk(tree) if isinstance(node, ast.Import) for name in node.names}
    return plain | {node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}


def modules() -> list[ModuleType]:
    paths = [*MECHANISM, *PRACTICE_FILES, *Path(troth.values.__file__).parent.glob("*.py")]
    parts = [path.relative_to(ROOM.parent).with_suffix("").parts for path in paths]
    return [importlib.import_module(".".join(("troth", *part)).removesuffix(".__init__")) for part in parts]


@pytest.mark.parametrize("path", MECHANISM, ids=lambda path: path.name)
def test_the_mechanism_knows_no_single_practice(path: Path) -> None:
    words = set(re.findall(r"\w+", code_without_docstrings(path)))
    assert path.name in SPEAKS_OF_PRACTICES or words.isdisjoint(names())


@pytest.mark.parametrize("path", PRACTICE_FILES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_one_practice_never_imports_another(path: Path) -> None:
    own = path.parent.name
    others = {f"troth.practices.{name}" for name in names() if name != own}
    assert not any(module.startswith(tuple(others)) for module in imports_of(path))


@pytest.mark.parametrize(
    "path", [*MECHANISM, *PRACTICE_FILES], ids=lambda path: f"{path.parent.name}/{path.name}"
)
def test_no_file_is_too_long(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 300


def test_every_public_function_can_be_checked_by_a_stranger() -> None:
    found = 0
    for module in modules():
        for name, function in inspect.getmembers(module, inspect.isfunction):
            if name.startswith("_") or function.__module__ != module.__name__:
                continue
            found += 1
            lacking = [one for one in HEADINGS if f"{one}\n" not in (inspect.getdoc(function) or "")]
            assert not lacking, f"{module.__name__}.{name} lacks {lacking}"
            assert ">>> " in (function.__doc__ or ""), f"{module.__name__}.{name} has no example"
    assert found > 30


def test_the_door_lists_what_there_is() -> None:
    assert list(troth.practices.__all__) == sorted(
        troth.practices.__all__, key=lambda name: (not name[0].isupper(), name)
    )
    assert all(hasattr(troth.practices, name) for name in troth.practices.__all__)


@pytest.mark.parametrize("room", [ROOM, ROOM.parent / "values"], ids=lambda room: room.name)
def test_the_door_sign_is_short(room: Path) -> None:
    assert 0 < len((room / "README.md").read_text(encoding="utf-8").splitlines()) <= 15


def test_each_practice_is_whole() -> None:
    for name in names():
        assert {path.name for path in (ROOM / name).iterdir()} >= {"__init__.py", "content.py", "practice.py"}
        assert lesson(name).body
