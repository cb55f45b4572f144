"""The family of errors of this room.

PracticeError
├── UnknownPractice   no practice of this name
├── BadPractice       a practice is declared wrongly (for its author)
├── BadContent        something given cannot be taken; names the field (for a form)
├── NotShareable      nothing of this, or not these fields, may ever leave to the other side
├── MoveRefused       this move is not open now
└── BadDocument       stored or imported bytes are damaged; names the place

No message holds anything that a person wrote: fields, moves, states, types and limits only.
"""

from collections.abc import Iterable
from typing import Literal

Reason = Literal["wrong", "empty", "long", "past", "future", "early", "late", "same", "fixed"]


class PracticeError(Exception):
    """Anything that this room refuses."""


class UnknownPractice(PracticeError):
    """No practice of this name is known."""

    def __init__(self, known: Iterable[str]) -> None:
        super().__init__(f"No such practice: expected one of {', '.join(known)}.")


class BadPractice(PracticeError):
    """A declaration that cannot work. For the author of a practice, never for a person."""


class BadContent(PracticeError, ValueError):
    """Something given cannot be taken.

    field : the field's name
    expected : what would have been taken, in plain words
    reason : one word that a page turns into its own sentence
    """

    def __init__(self, field: str, expected: str, *, reason: Reason = "wrong") -> None:
        super().__init__(f"{field}: expected {expected}")
        self.field = field
        self.expected = expected
        self.reason: Reason = reason


class NotShareable(PracticeError):
    """A portion of what may not be shared. It never says more: the reason may itself be private."""

    def __init__(self) -> None:
        super().__init__("This cannot be shared.")


class MoveRefused(PracticeError):
    """This move is not open in this state, at this moment, or with this much written.

    move, state : the two names; ``move`` is empty when there is no such move
    missing : names of the fields that the move still needs
    """

    def __init__(self, move: str, state: str, *, missing: tuple[str, ...] = ()) -> None:
        needs = f"; still needs {', '.join(missing)}" if missing else ""
        super().__init__(f"'{move or 'no such move'}' is not open in state '{state}'{needs}.")
        self.move = move
        self.state = state
        self.missing = missing


class BadDocument(PracticeError):
    """Bytes that are no whole document. ``path`` is the place, like ``$.content.size``."""

    def __init__(self, path: str, expected: str) -> None:
        super().__init__(f"{path}: expected {expected}")
        self.path = path
        self.expected = expected
