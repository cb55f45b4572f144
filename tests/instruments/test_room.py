"""What the room loads, and what it shows of itself."""

import subprocess
import sys

from troth import instruments

FOREIGN = {"django", "numpy", "pandas", "msgspec", "socket", "sqlite3", "ssl", "troth.values", "troth.vault"}


def test_it_loads_the_standard_library_and_itself_only():
    code = f"import sys, troth.instruments; print(*sorted({FOREIGN!r} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == []


def test_values_of_the_room_are_frozen_and_slotted():
    kinds = [getattr(instruments, name) for name in instruments.__all__]
    kinds = [kind for kind in kinds if hasattr(kind, "__dataclass_fields__")]
    assert len(kinds) >= 15
    for kind in kinds:
        assert kind.__dataclass_params__.frozen, kind
        assert hasattr(kind, "__slots__"), kind


def test_loading_a_shipped_file_again_gives_the_same_value():
    assert instruments.load("phq-9") is instruments.load("phq-9")


def test_one_error_family_leaves_the_room():
    for name in instruments.__all__:
        kind = getattr(instruments, name)
        if isinstance(kind, type) and issubclass(kind, Exception):
            assert issubclass(kind, instruments.InstrumentError)
