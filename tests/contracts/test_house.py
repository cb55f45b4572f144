"""Contracts 1, 8, 12: floors, file sizes, door-signs, dependencies, nothing foreign in the tree."""

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from troth import __version__

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "src" / "troth"
ROOMS = sorted(place.name for place in SOURCE.iterdir() if (place / "__init__.py").exists())
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())
DEPENDENCIES = {
    "cryptography", "django", "django-htmx", "django-template-partials", "gunicorn", "markdown-it-py", "mnemonic",
    "msgspec", "numpy", "platformdirs", "tqdm", "typst", "tzdata", "whitenoise", "zxcvbn",
}  # fmt: skip
# In words of their own, so that this file does not name what it looks for.
REGISTRIES = tuple(
    ".".join(parts)
    for parts in (
        ("pypi", "org"),
        ("pythonhosted", "org"),
        ("registry", "npmjs", "org"),
        ("deb", "debian", "org"),
    )
)


def tracked() -> list[Path]:
    listed = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout
    return [ROOT / name for name in listed.split("\0") if name and (ROOT / name).exists()]


def test_floors_hold():
    done = subprocess.run(
        [f"{sys.prefix}/bin/lint-imports", "--no-cache"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout


def test_the_contract_names_every_room_and_no_other():
    contracts = PROJECT["tool"]["importlinter"]["contracts"]
    named = {room.strip(" ()") for layer in contracts[0]["layers"] for room in layer.split("|")}
    built = {room.strip() for layer in contracts[0]["layers"] for room in layer.split("|") if "(" not in room}
    assert built == set(ROOMS)
    assert named >= built
    below = {name.removeprefix("troth.") for name in contracts[1]["source_modules"]}
    assert below == set(ROOMS) - {"store", "web", "app"}


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_has_a_door_sign_of_fifteen_lines_at_most(room):
    sign = SOURCE / room / "README.md"
    assert sign.exists(), f"{room}: expected a README.md"
    assert len(sign.read_text().splitlines()) <= 15


def test_no_python_file_is_longer_than_three_hundred_lines():
    long = {str(file): count for file in tracked() if file.suffix == ".py" and "migrations" not in file.parts
            and (count := len(file.read_text().splitlines())) > 300}  # fmt: skip
    assert long == {}


def test_runtime_dependencies_are_exactly_these_and_each_has_a_decision():
    named = {re.split(r"[<>=~\[; ]", one)[0] for one in PROJECT["project"]["dependencies"]}
    assert named == DEPENDENCIES
    notes = "\n".join(file.read_text().lower() for file in (ROOT / "docs" / "decisions").glob("*.md"))
    assert [name for name in sorted(named) if name not in notes] == []


@pytest.mark.parametrize("name", ["run", "dev"])
def test_every_pin_has_a_hash_and_satisfies_its_range(name):
    pins = (ROOT / "requirements" / f"{name}.txt").read_text()
    blocks = [block for block in re.split(r"\n(?=\S)", pins) if "==" in block and not block.startswith("#")]
    assert len(blocks) >= 20
    assert [block.splitlines()[0] for block in blocks if "--hash=sha256:" not in block] == []


def test_the_ground_loads_no_django():
    code = "import sys, troth.practices, troth.vault, troth.values, troth.instruments, troth.trends, troth.coach; sys.exit('django' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_nothing_foreign_is_in_the_tree():
    names = [file.name for file in tracked()]
    assert "uv.lock" not in names
    assert [name for name in names if re.search(r"\.min\.(js|css)$", name)] == []
    naming = [str(file) for file in tracked() if file.suffix not in {".png", ".gz"}
              and any(host in file.read_text(errors="ignore") for host in REGISTRIES)]  # fmt: skip
    assert naming == []


def test_the_version_is_the_top_heading_of_the_changelog():
    heading = re.search(r"^## (\S+)", (ROOT / "CHANGELOG.md").read_text(), re.MULTILINE)
    assert heading is not None
    assert heading.group(1) == __version__
