"""The declaration of rests: planned, then rested or let go. Letting go of one is no miss."""

from datetime import datetime

from troth.practices.document import Document, Happening, Line
from troth.practices.plug import Move, Practice
from troth.practices.rests.content import Rest

STATES = ("planned", "rested", "let_go")
PLANNED, SETTLED = STATES[:1], STATES[1:]

MOVES: tuple[Move[Rest], ...] = (
    Move(name="rest", from_states=PLANNED, to="rested"),
    Move(name="let_go", from_states=PLANNED, to="let_go"),
    Move(name="reopen", from_states=SETTLED, to="planned"),
)


def _due(document: Document[Rest]) -> datetime | None:
    return document.content.when if document.state == "planned" else None


def _line(document: Document[Rest]) -> Line:
    rest = document.content
    return Line(title=rest.what, state=document.state, facts={"kind": rest.kind, "when": rest.when})


def _words(document: Document[Rest]) -> tuple[str, ...]:
    return (document.content.what,)


def _happened(document: Document[Rest]) -> tuple[Happening, ...]:
    """Rested when it was last said so; one that is planned again is not."""
    if document.state != "rested":
        return ()
    rested = [step.at for step in document.steps if step.move == "rest"]
    return tuple(Happening(what="rested", when=at) for at in rested[-1:])


PRACTICE = Practice(
    name="rests",
    schema=1,
    content=Rest,
    first="planned",
    states=STATES,
    moves=MOVES,
    due=_due,
    line=_line,
    words=_words,
    happens=("rested",),
    happened=_happened,
    shareable=False,
    personal=True,
    lesson="a12",
)
