"""The declaration of rehearsals: a draft, then sent. No marks and no flags are stored."""

from troth.practices.document import Document, Line
from troth.practices.plug import Move, Practice
from troth.practices.rehearsals.content import Rehearsed

STATES = ("draft", "sent")

MOVES: tuple[Move[Rehearsed], ...] = (
    Move(name="tell", from_states=("draft",), to="sent"),
    Move(name="reopen", from_states=("sent",), to="draft"),
)


def _line(document: Document[Rehearsed]) -> Line:
    return Line(title=document.content.words, state=document.state, facts={})


def _words(document: Document[Rehearsed]) -> tuple[str, ...]:
    return (document.content.words,)


PRACTICE = Practice(
    name="rehearsals",
    schema=1,
    content=Rehearsed,
    first="draft",
    states=STATES,
    moves=MOVES,
    line=_line,
    words=_words,
    shareable=False,
    opens_up=True,
    lesson="a5",
)
