"""The declaration of boundaries: a limit stands until it is let go, and can be taken up again."""

from troth.practices.boundaries.content import Boundary
from troth.practices.document import Document, Line
from troth.practices.plug import Move, Practice

STATES = ("standing", "let_go")
MOVES: tuple[Move[Boundary], ...] = (
    Move(name="let_go", from_states=("standing",), to="let_go"),
    Move(name="take_up", from_states=("let_go",), to="standing"),
)


def _line(document: Document[Boundary]) -> Line:
    return Line(title=document.content.wording, state=document.state, facts={"whose": document.content.whose})


def _words(document: Document[Boundary]) -> tuple[str, ...]:
    return (document.content.wording, document.content.if_crossed)


PRACTICE = Practice(
    name="boundaries",
    schema=1,
    content=Boundary,
    first="standing",
    states=STATES,
    moves=MOVES,
    line=_line,
    words=_words,
    shareable=True,
    lesson="a4",
)
