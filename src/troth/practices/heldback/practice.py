"""The declaration of things held back. It waits for nothing: a day to tell is a wish, and nothing reminds of it."""

from troth.practices.document import Document, Line
from troth.practices.heldback.content import Heldback
from troth.practices.plug import Move, Practice

STATES = ("held", "told", "let_be")
HELD, SETTLED = STATES[:1], STATES[1:]

MOVES: tuple[Move[Heldback], ...] = (
    Move(name="tell", from_states=HELD, to="told"),
    Move(name="let_be", from_states=HELD, to="let_be"),
    Move(name="reopen", from_states=SETTLED, to="held"),
)


def _line(document: Document[Heldback]) -> Line:
    held = document.content
    return Line(
        title=held.what,
        state=document.state,
        facts={"decision": held.decision, "tell_on": held.tell_on if held.decision == "tell" else None},
    )


def _words(document: Document[Heldback]) -> tuple[str, ...]:
    held = document.content
    return (held.what, held.why, held.how)


# Never shared (W7), and so no part of a week that may be shown to somebody. Not a step of openness by itself: the
# list stays one's own, also while the gate is not open.
PRACTICE = Practice(
    name="heldback",
    schema=1,
    content=Heldback,
    first="held",
    states=STATES,
    moves=MOVES,
    line=_line,
    words=_words,
    shareable=False,
    lesson="a7",
)
