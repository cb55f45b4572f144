"""The declaration of wins: no life cycle; a win may come from a promise or a check-in."""

from troth.practices.document import Document, Happening, Line
from troth.practices.plug import Practice
from troth.practices.wins.content import Win


def _line(document: Document[Win]) -> Line:
    return Line(title=document.content.what, state=document.state, facts={"kind": document.content.kind})


def _words(document: Document[Win]) -> tuple[str, ...]:
    return (document.content.what,)


def _happened(document: Document[Win]) -> tuple[Happening, ...]:
    return (Happening(what="noted", when=document.on),)


PRACTICE = Practice(
    name="wins",
    schema=1,
    content=Win,
    first="noted",
    states=("noted",),
    links={"from": ("promises", "checkins")},
    line=_line,
    words=_words,
    happens=("noted",),
    happened=_happened,
    shareable=True,
    lesson=__package__,
)
