"""The declaration of paces: each choice is an entry of its own; the newest one holds. Of its copies only the word is shown."""

from troth.practices.document import Document, Line
from troth.practices.paces.content import Pace
from troth.practices.plug import Practice


def _line(document: Document[Pace]) -> Line:
    return Line(title="", state=document.state, facts={"pace": document.content.pace})


def _words(_document: Document[Pace]) -> tuple[str, ...]:
    return ()


PRACTICE = Practice(
    name="paces",
    schema=1,
    content=Pace,
    first="chosen",
    states=("chosen",),
    fixed=("pace",),
    line=_line,
    words=_words,
    shareable=True,
    apart=True,
    lesson="a6",
)
