"""The room keeps to itself: what it imports, what it offers, and how it says so."""

import ast
import inspect
import subprocess
import sys
from pathlib import Path

import pytest

from troth import vault

FILES = sorted(Path(vault.__file__).parent.glob("*.py"))
ALLOWED = {
    *("base64", "collections", "dataclasses", "datetime", "hashlib", "hmac", "re", "secrets", "typing"),
    *("unicodedata", "uuid", "cryptography", "troth"),
}
OUTSIDE = (
    "django",
    "sqlite3",
    "psycopg",
    "socket",
    "ssl",
    "logging",
    "asyncio",
    "subprocess",
    "urllib.request",
)
CONTRACT = """
    Key new_id new_key random_bytes Cost check_cost stretch passphrase_key new_recovery_code recovery_key
    recovery_lookup tidy_code new_token token_key token_slot new_cookie read_cookie session_key session_proof
    seal_key open_key seal_record open_record context_line entry_line record_line slot_line session_line
    share_copy_line share_owner_line share_line note_line Identity identity topic_tag topic_tags send_key
    receive_key send_note read_note sign_share check_share sign_key_change check_key_change compare_numbers
    word_numbers host_check name_tag limits_key addresses_key is_padded_length padded_length VaultError
    CannotOpen UnknownFormat TooLarge BadCode BadCost PinMismatch
"""
OFFERED = [(name, getattr(vault, name)) for name in vault.__all__]
EXPLAINED = [name for name, thing in OFFERED if not (inspect.isclass(thing) and issubclass(thing, Exception))]


def imported(file: Path) -> set[str]:
    tree = ast.walk(ast.parse(file.read_text(encoding="utf-8")))
    names: set[str] = set()
    for node in tree:
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            names.add(node.module or ".")
    return names


@pytest.mark.parametrize("file", FILES, ids=[file.name for file in FILES])
def test_a_file_imports_neither_clock_network_database_nor_log(file):
    names = imported(file)
    assert {name.split(".")[0] for name in names} <= ALLOWED
    assert {name for name in names if name.startswith("troth")} <= {
        "troth.vault", *(f"troth.vault.{other.stem}" for other in FILES)
    }  # fmt: skip
    assert ("secrets" in names) == (file.name == "chance.py")


@pytest.mark.parametrize("file", FILES, ids=[file.name for file in FILES])
def test_a_file_asks_neither_clock_nor_environment_nor_disk(file):
    banned = {
        "now",
        "today",
        "utcnow",
        "open",
        "print",
        "environ",
        "getenv",
        "eval",
        "exec",
        "uuid4",
        "uuid1",
    }
    tree = ast.walk(ast.parse(file.read_text(encoding="utf-8")))
    used = {
        node.attr if isinstance(node, ast.Attribute) else node.id
        for node in tree
        if isinstance(node, ast.Attribute | ast.Name)
    }
    assert used & banned == set()


def test_importing_the_room_loads_nothing_from_outside():
    asking = f"import sys, troth.vault; print([name for name in {OUTSIDE!r} if name in sys.modules])"
    ran = subprocess.run([sys.executable, "-c", asking], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "[]"


def test_the_front_of_the_room_is_the_contract():
    assert set(CONTRACT.split()) <= set(vault.__all__)
    assert sorted(vault.__all__) == vault.__all__


@pytest.mark.parametrize("name", EXPLAINED)
def test_what_is_offered_is_explained_so_that_a_stranger_can_check_it(name):
    told = inspect.getdoc(getattr(vault, name)) or ""
    headings = [
        f"\n{heading}\n{'-' * len(heading)}\n" for heading in ("Parameters", "Returns", "Raises", "Source")
    ]
    assert all(heading in told for heading in headings)
    assert "\nExamples\n--------\n>>> " in told
    assert told.split("\n")[1] == ""


def test_files_are_small():
    assert max(len(file.read_text(encoding="utf-8").splitlines()) for file in FILES) < 300


def test_the_sign_on_the_door_is_short():
    assert len((FILES[0].parent / "README.md").read_text(encoding="utf-8").splitlines()) <= 15
