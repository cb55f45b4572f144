"""The declaration of milestones: no life cycle, no count, no badge; it may come from what was kept before."""

from troth.practices.document import Document, Happening, Line
from troth.practices.milestones.content import Milestone
from troth.practices.plug import Practice


def _line(document: Document[Milestone]) -> Line:
    return Line(title=document.content.what, state=document.state)


def _words(document: Document[Milestone]) -> tuple[str, ...]:
    return (document.content.what,)


def _happened(document: Document[Milestone]) -> tuple[Happening, ...]:
    return (Happening(what="noted", when=document.on),)


PRACTICE = Practice(
    name="milestones",
    schema=1,
    content=Milestone,
    first="noted",
    states=("noted",),
    links={"from": ("wins", "promises", "repairs")},
    line=_line,
    words=_words,
    happens=("noted",),
    happened=_happened,
    shareable=True,
    lesson="troth.practices.wins",
)
