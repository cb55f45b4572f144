"""Set one letter: JSON in, PDF out. Runs alone (`python -I setter.py`), reads no words but its input, writes no file.

What the person wrote reaches the page as data, never as markup: nothing in it can be read as a command.
"""

import ctypes
import json
import sys
from datetime import UTC, datetime
from pathlib import Path

import typst

FOLDER = Path(__file__).parent
PR_SET_DUMPABLE = 4  # as in app/memory.py, which cannot be loaded here
# First with the fonts of the wheel; where they lack a sign, with those of the machine; at last without the claim that
# every sign can be read aloud. Tagged it is each time.
WAYS = ((True, "ua-1"), (False, "ua-1"), (False, None))


def pdf_of(given: bytes) -> bytes:
    """Set the letter, in the first of the ways that can."""
    plain = json.loads(given)
    page = (FOLDER / "letter.typ").read_bytes()
    inputs = {"letter": json.dumps(plain["letter"]), "language": plain["language"]}
    at = datetime.fromtimestamp(plain["at"], UTC)
    for only_own_fonts, standard in WAYS:
        try:
            return typst.compile(
                page,
                root=str(FOLDER),
                format="pdf",
                sys_inputs=inputs,
                ignore_system_fonts=only_own_fonts,
                pdf_standards=[standard] if standard else [],
                timestamp=at,
            )
        except typst.TypstError:
            continue
    raise SystemExit(3)


def shut_memory() -> None:
    """Keep other processes of the same user out of this one's memory, before any word is in it."""
    if sys.platform.startswith("linux"):
        ctypes.CDLL(None).prctl(PR_SET_DUMPABLE, 0, 0, 0, 0)


if __name__ == "__main__":
    shut_memory()
    sys.stdout.buffer.write(pdf_of(sys.stdin.buffer.read()))
