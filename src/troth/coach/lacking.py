"""What a message still lacks: said kindly, never a fault. Kept apart from marks, which are about what is there."""

import re
from collections.abc import Sequence
from typing import Final

from troth.coach.answers import Sentence
from troth.coach.folding import WORD, spelled
from troth.coach.patterns import classes

SORRY: Final = re.compile(r"\b(?:sorry|apologi[sz]e|forgive me)\b")
PROMISING: Final = re.compile(r"\b(?:i promise|i'll|i will)\b")
TIMED: Final = re.compile(
    r"\d|\b(?:today|tonight|tomorrow|(?:mon|tues|wednes|thurs|fri|satur|sun)day|week|month|morning|evening|noon|always|again|never)\b"
)
LONG: Final = 60
# These take up a feeling that the other named.
TAKING_UP: Final = frozenset({"validate", "reflect", "ask", "own"})
SAY: Final = {
    "own": "The sorry does not yet say what you did.",
    "when": "The promise has no day or time yet.",
    "ask": "There is no question in it; one may give them room.",
    "answer": "They asked something, and this does not answer yet.",
    "feeling": "They named a feeling, and nothing here takes it up yet.",
}


def missing_in(said: Sequence[str], made: Sequence[Sentence], context: str | None) -> tuple[str, ...]:
    """Give what a message lacks: keys of `SAY`, in their order.

    Parameters
    ----------
    said : its sentences, spelled out
    made : the same with their marks
    context : the message that it answers

    Returns
    -------
    tuple of str : no ownership in an apology, no time in a promise, no question in a long message; no answer to a
        question, nothing that takes up a feeling that was named

    Raises
    ------
    Nothing.

    Source
    ------
    Specification of the coach, section 3. ``docs/models/coach.md``.

    Examples
    --------
    >>> missing_in(["sorry"], [Sentence(0, 5, ())], None)
    ('own',)
    """
    plain, marks = " ".join(said), {mark.mark for one in made for mark in one.marks}
    heard = spelled(context or "")
    lacks = {
        "own": (SORRY.search(plain) is not None or "non-apology" in marks) and "own" not in marks,
        "when": "i promise" in plain and PROMISING.search(plain) is not None and not TIMED.search(plain),
        "ask": len(WORD.findall(plain)) >= LONG and "?" not in plain and "ask" not in marks,
        "answer": "?" in heard and not any(map(_answers, said, made)),
        "feeling": _names_a_feeling(heard) and not marks & TAKING_UP,
    }
    return tuple(key for key in SAY if lacks[key])


def _answers(said: str, made: Sentence) -> bool:
    return not said.rstrip().endswith("?") and all(mark.mark != "evade" for mark in made.marks)


def _names_a_feeling(heard: str) -> bool:
    """Something of the other's own: *I feel*, *I'm* or *makes me*, and a word for how it hurts."""
    words = WORD.findall(heard)
    return not {"i", "i'm", "i've", "me"}.isdisjoint(words) and not set(classes()["hurtfeel"]).isdisjoint(
        words
    )
