"""Looks for secrets in text, in every form that Python prints bytes in."""

import traceback
from pathlib import Path
from types import TracebackType

from troth import vault

ROOM = str(Path(vault.__file__).parent)


def shows(text: str, secret: bytes) -> bool:
    """Say whether eight bytes in a row stand in the text: as hex, as repr writes them, or as they are."""
    pieces = [secret[at : at + 8] for at in range(len(secret) - 7)]
    forms = (form for piece in pieces for form in (piece.hex(), repr(piece)[2:-1], piece.decode("latin-1")))
    return any(form in text for form in forms)


def printed(error: BaseException) -> str:
    """The traceback of an error with all local names, as a page for developers would print it.

    Frames outside the room are left out: what a caller keeps in a local name is the caller's business.
    """
    inside = error.__traceback__
    while inside is not None and not inside.tb_frame.f_code.co_filename.startswith(ROOM):
        inside = inside.tb_next
    assert isinstance(inside, TracebackType)
    told = traceback.TracebackException(type(error), error, inside, capture_locals=True)
    return "".join(told.format())
